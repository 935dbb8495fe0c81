/*
 * A program to be stopped in: three calls deep, while another task comes and goes; and again.
 */

import { createTask, run, sleep } from 'yieldstar';

interface Order {
  readonly dish: string;
}

function* cook(order: Order, minutes: number) {
  const started = 0;
  // biome-ignore lint/suspicious/noDebugger: it is what a debugger is to stop at
  debugger;
  yield* sleep(minutes);
  return `${order.dish}, after ${minutes - started}`;
}

function* serve(order: Order) {
  const minutes = 3;
  const plate = yield* cook(order, minutes);
  return plate;
}

function* ticks() {
  for (let minute = 1; minute <= 5; minute++) {
    yield* sleep(1);
    console.log(`minute ${minute}`);
  }
}

function* main() {
  const order = { dish: 'soup' };
  const clock = createTask(ticks());
  yield* sleep(0);
  console.log(yield* serve(order));
  yield* clock;
  yield* serve(order);
}

run(main());
