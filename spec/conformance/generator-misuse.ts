// Only one at a time can ask an asynchronous generator; once it is closed, it gives no more.
import { gather, run, sleep } from 'yieldstar';
import { say } from './say';

async function* numbers() {
  for (const n of [1, 2, 3]) {
    await sleep(1);
    yield n;
  }
}

async function* refusesToClose() {
  try {
    yield 1;
  } finally {
    yield 2;
  }
}

async function attempt(awaitable: PromiseLike<IteratorResult<unknown>>) {
  try {
    say('got', (await awaitable).value);
  } catch (error) {
    say(error);
  }
}

async function main() {
  let generator = numbers();
  await gather([attempt(generator.next()), attempt(generator.next())]);
  await attempt(generator.next());
  await generator.return();
  say('closed:', (await generator.next()).value);
  await generator.return();
  generator = refusesToClose();
  await attempt(generator.next());
  await attempt(generator.return());
}

run(main());
