// A thread's future, wrapped, can be awaited; cancelling goes either way.
// A coroutine handed to the loop from a thread gives such a future, and starts an iteration later.
import {
  ConcurrentFuture,
  type EventLoop,
  getRunningLoop,
  run,
  runCoroutineThreadsafe,
  sleep,
  wrapFuture,
} from 'yieldstar';
import { say } from './say';

function* work(seconds: number) {
  say('begins');
  try {
    yield* sleep(seconds);
    return 'a result';
  } finally {
    say('leaves');
  }
}

function* main() {
  const loop = getRunningLoop() as EventLoop;
  let theirs = new ConcurrentFuture<string>();
  const first = theirs;
  loop.callLater(1, () => first.setResult('from a thread'));
  say('got', yield* wrapFuture(theirs));
  theirs = new ConcurrentFuture<string>();
  const ours = wrapFuture(theirs);
  ours.cancel();
  yield* sleep(0);
  say('theirs is cancelled:', theirs.cancelled(), ours.cancelled());
  say('ours needs no wrapping:', wrapFuture(ours) === ours);

  theirs = runCoroutineThreadsafe(work(1), loop);
  theirs.addDoneCallback((future) => say('a callback:', future.result()));
  say('done:', theirs.done());
  yield* sleep(2);
  theirs = runCoroutineThreadsafe(work(60), loop);
  yield* sleep(1);
  say('cancelled:', theirs.cancel());
  yield* sleep(1);
  try {
    runCoroutineThreadsafe(5 as never, loop);
  } catch (error) {
    say(error);
  }
}

run(main());
