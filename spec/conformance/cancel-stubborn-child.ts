// A request goes to what the task awaits: if that declines, the one who awaits never notices.
// Only the count remembers.
import { createTask, currentTask, run, sleep } from 'yieldstar';
import { say } from './say';

function* child() {
  try {
    yield* sleep(10);
  } catch (error) {
    say('declines:', error);
  }
  yield* sleep(1);
  return 'a result';
}

function* parent() {
  const task = createTask(child(), { name: 'child' });
  say('got', yield* task, '- asked:', currentTask()?.cancelling());
  yield* sleep(1);
  say('was never interrupted');
}

function* main() {
  const task = createTask(parent(), { name: 'parent' });
  yield* sleep(1);
  task.cancel('stop');
  yield* task;
  say('cancelled:', task.cancelled());
}

run(main());
