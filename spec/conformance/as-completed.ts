// Results can be had in the order in which they come, however they are asked for.
// Gone through plainly, each awaitable gives the next result there is, not that of a certain task.
import { asCompleted, type Coroutine, createTask, run, sleep, ValueError } from 'yieldstar';
import { say } from './say';

async function work(seconds: number) {
  await sleep(seconds);
  say('is done');
  if (seconds === 2) throw new ValueError('failed');
  return seconds;
}

async function main() {
  let tasks = [3, 1, 2, 1.5].map((n) => createTask(work(n), { name: `work-${n}` }));
  for (const nextResult of asCompleted(tasks)) {
    try {
      say('got', await nextResult);
    } catch (error) {
      say('caught', error);
    }
  }

  tasks = [3, 1, 1.5].map((n) => createTask(work(n), { name: `work-${n}` }));
  const [first, second, third] = asCompleted(tasks) as Iterable<Coroutine<number>>;
  say('asked for the third:', await third);
  await sleep(5);
  say('for the first:', await first, 'and the second:', await second);
}

run(main());
