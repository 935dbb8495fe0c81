// A wait with a limit runs a coroutine in the task that waits, and cancels it when time is up.
// A task that is slow to clean up delays the TimeoutError; one that declines gives its result.
import { createTask, currentTask, run, sleep, waitFor } from 'yieldstar';
import { say } from './say';

function* work(seconds: number) {
  say('works for', seconds);
  try {
    yield* sleep(seconds);
    return 'a result';
  } finally {
    say('leaves');
  }
}

function* cleansUp() {
  try {
    yield* sleep(60);
  } finally {
    yield* sleep(2);
    say('is clean');
  }
}

function* declines() {
  try {
    yield* sleep(60);
    return 'too late';
  } catch {
    return 'a late result';
  }
}

function* main() {
  say('got', yield* waitFor(work(1), 2));
  for (const coro of [work(60), createTask(cleansUp()), createTask(declines())]) {
    try {
      say('got', yield* waitFor<unknown>(coro, 1));
    } catch (error) {
      say('caught', error, '- asked:', currentTask()?.cancelling());
    }
  }
  say('got', yield* waitFor(work(100), null));
}

run(main());
