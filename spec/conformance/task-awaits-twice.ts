// A coroutine can be awaited once; a task as often as one likes.
import { type AwaitableLike, type Coroutine, createTask, gather, run, sleep } from 'yieldstar';
import { say } from './say';

async function work() {
  await sleep(1);
  return 'result';
}

async function attempt(awaitable: AwaitableLike<string>) {
  try {
    say('got', await awaitable);
  } catch (error) {
    say(error);
  }
}

async function main() {
  const task = createTask(work());
  await gather([attempt(task), attempt(task)]);
  await attempt(task);

  const coro = work();
  await gather([attempt(coro), attempt(coro)]);
  await attempt(coro);

  const closed = work() as unknown as Coroutine<string>;
  closed.close();
  await attempt(closed);
}

run(main());
