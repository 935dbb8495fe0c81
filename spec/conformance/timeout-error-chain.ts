// An error raised at a deadline keeps its own kind; what it arose from tells of the timeout.
// So does a TimeoutError: it came of a CancelledError.
import {
  asyncWith,
  contextOf,
  ExceptionGroup,
  run,
  sleep,
  TaskGroup,
  TimeoutError,
  timeout,
  ValueError,
} from 'yieldstar';
import { say } from './say';

function chain(error: Error | undefined): Error[] {
  const contexts: Error[] = [];
  while (error !== undefined) {
    contexts.push(error);
    error = contextOf(error);
  }
  return contexts;
}

function* failsAtTheDeadline() {
  try {
    yield* sleep(60);
  } finally {
    // biome-ignore lint/correctness/noUnsafeFinally: this is what it shows
    throw new ValueError('while cleaning up');
  }
}

function* inAGroup() {
  yield* asyncWith(new TaskGroup(), function* (group) {
    group.createTask(failsAtTheDeadline());
  });
}

function* main() {
  for (const body of [() => sleep(60), failsAtTheDeadline, inAGroup]) {
    try {
      yield* asyncWith(timeout(1), body);
    } catch (error) {
      if (error instanceof TimeoutError) {
        say(chain(error), 'caused by', error.cause);
      } else if (error instanceof ValueError) {
        say(chain(error));
      } else if (error instanceof ExceptionGroup) {
        say(error, 'of', error.errors.map(chain));
      }
    }
  }
}

run(main());
