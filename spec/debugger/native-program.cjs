/*
 * The same in native async functions: stopped three calls deep, once each of them awaits, while another task comes and goes.
 */

const { coroutine, createTask, run, sleep } = require('yieldstar');

async function cook(order, minutes) {
  await sleep(minutes);
  const dish = order.dish;
  // biome-ignore lint/suspicious/noDebugger: it is what a debugger is to stop at
  debugger;
  await sleep(minutes);
  return `${dish}, after ${minutes}`;
}

async function serve(order) {
  const plate = await cook(order, 2);
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
  console.log(await serve({ dish: 'soup' }));
  await clock;
});

run(main());
