/*
 * Asynchronous generators: they await between the values that they yield.
 *
 * A `for await` runs one of them step by step, and others run while it waits. Left early,
 * the generator is closed: its `finally` runs.
 */

import { currentTask, gather, getRunningLoop, run, sleep } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

async function* ticker(seconds: number) {
  try {
    for (let n = 1; ; n++) {
      await sleep(seconds);
      yield n;
    }
  } finally {
    say('ticker closed');
  }
}

async function* squares(numbers: AsyncIterable<number>) {
  for await (const n of numbers) yield n * n;
}

async function listen(seconds: number, limit: number) {
  for await (const value of squares(ticker(seconds))) {
    say(`heard ${value}`);
    if (value >= limit) break;
  }
}

async function main() {
  await gather([listen(2, 9), listen(3, 4)]);
}

run(main());
