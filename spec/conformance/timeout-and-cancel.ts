// A cancellation from outside is no timeout: it comes out as it is, even when the deadline has passed, too.
// And a body that catches the CancelledError of a deadline has no TimeoutError.
import { asyncWith, createTask, currentTask, run, sleep, timeout, wait } from 'yieldstar';
import { say } from './say';

function* limited(cleanup: number) {
  yield* asyncWith(timeout(1), function* (scope) {
    try {
      yield* sleep(60);
    } finally {
      say('cleans up; expired:', scope.expired(), 'asked:', currentTask()?.cancelling());
      yield* sleep(cleanup);
    }
  });
}

function* declines() {
  const scope = timeout(1);
  yield* asyncWith(scope, function* () {
    try {
      yield* sleep(60);
    } catch {
      say('declines');
    }
    yield* sleep(1);
  });
  say('expired:', scope.expired(), 'asked:', currentTask()?.cancelling());
}

function* main() {
  for (const [coro, pause] of [
    [limited(0), 0.5],
    [limited(2), 2],
    [declines(), 5],
  ] as const) {
    const task = createTask(coro, { name: 'limited' });
    yield* sleep(pause);
    task.cancel('from outside');
    yield* wait([task]);
    say('cancelled:', task.cancelled(), 'asked:', task.cancelling());
  }
}

run(main());
