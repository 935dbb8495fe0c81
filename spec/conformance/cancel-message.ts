// The message of a request arrives with the CancelledError; of two before it arrives, the first counts.
// Whoever awaits the task first is given the message; later ones get a CancelledError without.
import { type CancelledError, createTask, run, sleep, type Task } from 'yieldstar';
import { say } from './say';

function* work() {
  try {
    yield* sleep(60);
  } catch (error) {
    say('told', (error as CancelledError).args);
    throw error;
  }
}

function* ask(task: Task) {
  try {
    yield* task;
  } catch (error) {
    say('asked', task.getName(), 'and got', (error as CancelledError).args);
  }
}

function* main() {
  const messages = [['enough'], [], [null], [7], ['first', 'second']];
  const tasks = [0, 1, 2, 3, 4].map((n) => createTask(work(), { name: `worker-${n}` }));
  yield* sleep(1);
  tasks.forEach((task, n) => {
    for (const message of messages[n] ?? []) {
      task.cancel(message as string);
    }
  });
  tasks[1]?.cancel();
  for (const task of tasks) {
    yield* ask(task);
  }
  yield* ask(tasks[0] as Task);
}

run(main());
