// Who asks for the result of a task that is just done has it at once, before those who waited for it.
// They are woken by callbacks, and those run an iteration later.
import { createTask, gather, run, sleep, type Task } from 'yieldstar';
import { say } from './say';

async function short() {
  await sleep(1);
  say('done');
  return 'result';
}

async function asker(task: Task<string>) {
  await sleep(1);
  say('asks now:', await task);
}

async function waiter(task: Task<string>) {
  say('has waited:', await task);
}

async function main() {
  const task = createTask(short(), { name: 'short' });
  task.addDoneCallback((done) => say('a callback:', done.result()));
  await gather([waiter(task), asker(task)]);
}

run(main());
