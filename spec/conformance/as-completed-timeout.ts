// One timeout is for all: what is not done by then is a TimeoutError each, and goes on.
import { asCompleted, createTask, run, sleep, type Task, wait } from 'yieldstar';
import { say } from './say';

async function work(seconds: number) {
  await sleep(seconds);
  say('is done');
  return seconds;
}

async function main() {
  const tasks = [1, 2, 3].map((n) => createTask(work(n), { name: `work-${n}` }));
  for (const nextResult of asCompleted(tasks, { timeout: 1.5 })) {
    try {
      say('got', await nextResult);
    } catch (error) {
      say('raised', error);
    }
  }
  const cancelled = tasks.map((task) => task.cancelled());
  say('cancelled:', cancelled);
  try {
    for await (const future of asCompleted(tasks, { timeout: 1 })) {
      const task = future as Task<number>;
      say(task.getName(), 'gives', task.result());
    }
  } catch (error) {
    say('the loop ends with', error);
  }
  await wait(tasks);
  try {
    asCompleted(tasks[0] as never);
  } catch (error) {
    say(error);
  }
}

run(main());
