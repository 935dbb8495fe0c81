/*
 * Cancelling: a request, thrown into a task at the place where it waits.
 *
 * The task can clean up in `finally`, and even wait there. A task that catches the
 * CancelledError and goes on has declined.
 */

import { CancelledError, createTask, currentTask, getRunningLoop, run, sleep } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

function* worker() {
  try {
    for (let n = 1; ; n++) {
      yield* sleep(1);
      say(`did item ${n}`);
    }
  } finally {
    say('cleaning up');
    yield* sleep(0.5);
    say('clean');
  }
}

function* stubborn() {
  try {
    yield* sleep(10);
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    say(`declined: ${error.message}`);
  }
  yield* sleep(1);
  return 'done all the same';
}

function* main() {
  const task = createTask(worker(), { name: 'worker' });
  yield* sleep(2.5);
  say('cancelling the worker');
  task.cancel();
  try {
    yield* task;
  } catch (error) {
    say(`the worker ended with a ${(error as Error).name}; cancelled: ${task.cancelled()}`);
  }

  const other = createTask(stubborn(), { name: 'stubborn' });
  yield* sleep(1);
  other.cancel('it is late');
  say(`the other is ${yield* other}; cancelled: ${other.cancelled()}`);
}

run(main());
