// A future calls nobody itself: its callbacks go to the loop, in their order.
// The same callback may be there twice; taken away, it is gone as often as it was there.
import { type Future, getRunningLoop, run, sleep } from 'yieldstar';
import { say } from './say';

function first(future: Future<number>): void {
  say('first:', future.result());
  future.addDoneCallback(late);
}

function second(future: Future<number>): void {
  say('second:', future.result());
}

function late(future: Future<number>): void {
  say('added when it was done:', future.result());
}

function* main() {
  const future = getRunningLoop().createFuture<number>();
  for (const callback of [second, first, second, first]) {
    future.addDoneCallback(callback);
  }
  say('removed', future.removeDoneCallback(second), future.removeDoneCallback(late));
  future.addDoneCallback(second);
  future.setResult(42);
  say('the result is set; nobody was called');
  yield* future;
  say('to await what is done takes no time: still nobody');
  yield* sleep(0);
  say('now they were called');
  yield* sleep(0);
}

run(main());
