/*
 * The same in async functions that are compiled: stopped three calls deep, while another task comes and goes.
 */

import { coroutine, createTask, run, sleep } from 'yieldstar';

async function cook(dish: string, minutes: number) {
  await sleep(minutes);
  const started = 0;
  // biome-ignore lint/suspicious/noDebugger: it is what a debugger is to stop at
  debugger;
  await sleep(minutes);
  return `${dish}, after ${minutes - started}`;
}

async function serve(dish: string) {
  const plate = await cook(dish, 2);
  return plate;
}

const ticks = coroutine(async function ticks() {
  for (let minute = 1; minute <= 5; minute++) {
    await sleep(1);
    console.log(`minute ${minute}`);
  }
});

const main = coroutine(async function main() {
  const clock = createTask(ticks());
  console.log(await serve('soup'));
  await clock;
});

run(main());
