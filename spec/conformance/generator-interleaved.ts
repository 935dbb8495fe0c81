// An asynchronous generator awaits between what it yields; others run meanwhile.
// It runs in the task of whoever goes through it.
import { gather, run, sleep } from 'yieldstar';
import { say } from './say';

async function* ticker(seconds: number, count: number) {
  try {
    for (let n = 0; n < count; n++) {
      await sleep(seconds);
      say('ticks', n);
      yield n;
    }
  } finally {
    await sleep(0.25);
    say('the ticker ends');
  }
}

async function* squares(numbers: AsyncIterable<number>) {
  for await (const n of numbers) {
    yield n * n;
  }
}

async function listen(seconds: number, count: number) {
  for await (const value of squares(ticker(seconds, count))) {
    say('heard', value);
  }
  say('no more');
}

async function main() {
  await gather([listen(2, 2), listen(1.5, 3)]);
}

run(main());
