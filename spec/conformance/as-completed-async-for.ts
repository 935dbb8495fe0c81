// Gone through asynchronously, what is completed comes as the tasks themselves; left half-way, it can be taken up again.
import { asCompleted, createTask, run, sleep, type Task, ValueError } from 'yieldstar';
import { say } from './say';

async function work(seconds: number) {
  await sleep(seconds);
  if (seconds === 2) throw new ValueError('failed');
  return seconds;
}

async function main() {
  const tasks = [4, 1, 3, 2].map((n) => createTask(work(n), { name: `work-${n}` }));
  const completed = asCompleted(tasks);
  for await (const future of completed) {
    const task = future as Task<number>;
    say(task.getName(), 'is one of them:', tasks.includes(task), 'done:', task.done());
    say('its result:', await task);
    break;
  }
  say('a pause');
  await sleep(2.5);
  for await (const future of completed) {
    const task = future as Task<number>;
    try {
      say(task.getName(), 'gives', await task);
    } catch (error) {
      say(task.getName(), 'raises', error);
    }
  }
}

run(main());
