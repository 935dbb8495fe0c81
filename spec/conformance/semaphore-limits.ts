// A semaphore lets so many in at once; the others wait in line, and a newcomer behind them.
import { asyncWith, createTask, run, Semaphore, sleep } from 'yieldstar';
import { say } from './say';

async function worker(semaphore: Semaphore, seconds: number) {
  await asyncWith(semaphore, async () => {
    say('enters; none left:', semaphore.locked());
    await sleep(seconds);
  });
  say('left; none left:', semaphore.locked());
}

async function main() {
  const semaphore = new Semaphore(2);
  for (const [name, seconds] of [
    ['a', 3],
    ['b', 1],
    ['c', 1],
    ['d', 1],
    ['e', 1],
  ] as [string, number][]) {
    createTask(worker(semaphore, seconds), { name });
  }
  await sleep(1.5);
  createTask(worker(semaphore, 1), { name: 'newcomer' });
  await sleep(4);
  semaphore.release();
  say('one more is allowed');
  for (const n of [1, 2, 3]) {
    await semaphore.acquire();
    say('enters', n, 'none left:', semaphore.locked());
  }
}

run(main());
