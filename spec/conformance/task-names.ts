// A task without a name takes the next number; with one, it takes none.
// Names need not be text, nor stay as they are.
import { allTasks, createTask, currentTask, gather, run, type Task } from 'yieldstar';
import { say } from './say';

function* speak() {
  say('speaks');
}

function* main() {
  yield* createTask(speak());
  yield* createTask(speak(), { name: 'Ann' });
  yield* createTask(speak());
  yield* createTask(speak(), { name: 7 as never });
  const task = createTask(speak());
  say('was made:', task.getName());
  task.setName('Bob');
  yield* task;
  yield* gather([speak(), speak()]);
  (currentTask() as Task).setName('main');
  say('tasks:', allTasks().size, 'me:', allTasks().has(currentTask() as Task));
}

run(main());
