// A result that has come, but has not been delivered, is lost to a cancellation.
// A task that has ended cannot be cancelled any more.
import { createTask, type Future, getRunningLoop, run, sleep } from 'yieldstar';
import { say } from './say';

function* waitForIt(future: Future<string>) {
  try {
    say('got', yield* future);
  } catch (error) {
    say('cancelled; and yet the result is', future.result());
    throw error;
  }
}

function* main() {
  const future = getRunningLoop().createFuture<string>();
  const lost = createTask(waitForIt(future), { name: 'lost' });
  const kept = createTask(waitForIt(future), { name: 'kept' });
  yield* sleep(1);
  future.setResult('the news');
  say('cancels after the result:', lost.cancel());
  say('the future cannot be cancelled:', future.cancel());
  yield* sleep(0);
  say('ended:', lost.done(), lost.cancelled(), kept.done(), kept.cancelled());
  say('cancels after the end:', lost.cancel(), kept.cancel());
}

run(main());
