// Those who await one future are woken in the order in which they came.
// If it fails, all of them get the very same error.
import { type Future, gather, getRunningLoop, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

const caught: unknown[] = [];

function* waitForIt(future: Future<string>, pause: number) {
  yield* sleep(pause);
  try {
    say('got', yield* future);
  } catch (error) {
    say('caught', error);
    caught.push(error);
  }
}

function* waitTogether(future: Future<string>) {
  const waiters = [0.5, 0.25, 0, 2].map((pause) => waitForIt(future, pause));
  yield* gather(waiters);
}

function* main() {
  const loop = getRunningLoop();
  let future = loop.createFuture<string>();
  loop.callLater(1, () => future.setResult('the news'));
  yield* waitTogether(future);
  future = loop.createFuture<string>();
  loop.callLater(1, () => future.setException(new ValueError('bad news')));
  yield* waitTogether(future);
  const same = caught.every((error) => error === caught[0]);
  say('the same error:', same);
}

run(main());
