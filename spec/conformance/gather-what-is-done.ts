// A gather of what is done is done itself, and awaiting it takes no iteration.
// With one argument that is not, it takes two more than that.
import { type Future, gather, getRunningLoop, run, ValueError } from 'yieldstar';
import { say } from './say';

function count(turn: number): void {
  say('iteration', turn);
  if (turn < 4) getRunningLoop().callSoon(count, turn + 1);
}

function done(value: string): Future<string> {
  const future = getRunningLoop().createFuture<string>();
  future.setResult(value);
  return future;
}

function* main() {
  count(1);
  const both = gather([done('a'), done('b')]);
  say('done:', both.done(), 'got', yield* both);
  const pending = getRunningLoop().createFuture<string>();
  const mixed = gather([done('c'), pending]);
  pending.setResult('d');
  say('done:', mixed.done(), 'got', yield* mixed);
  const failed = getRunningLoop().createFuture<string>();
  failed.setException(new ValueError('failed before'));
  const broken = gather([failed, done('e')]);
  say('done:', broken.done(), 'failed:', broken.exception());
}

run(main());
