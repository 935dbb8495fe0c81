/*
 * gather: run several coroutines at once, and have their results as one list.
 *
 * The results come in the order of the arguments, whatever finishes first. An error ends
 * the waiting at once, but not the other coroutines; unless errors count as results.
 */

import { currentTask, gather, getRunningLoop, run, sleep, ValueError } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

async function square(n: number, seconds: number) {
  await sleep(seconds);
  say(`the square of ${n} is ${n * n}`);
  return n * n;
}

async function fail(seconds: number) {
  await sleep(seconds);
  say('giving up');
  throw new ValueError('no square of that');
}

async function main() {
  say(`results: ${await gather([square(2, 3), square(3, 1), square(4, 2)])}`);

  try {
    await gather([square(5, 2), fail(1)]);
  } catch (error) {
    say(`caught ${error}`);
  }
  await sleep(1); // meanwhile, the square of 5 is done all the same

  const results = await gather([square(6, 1), fail(1)], { returnExceptions: true });
  say(`results: ${results.join(', ')}`);
}

run(main());
