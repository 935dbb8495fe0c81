/*
 * The classic program: three coroutines say hello, sleep a while, and say goodbye.
 *
 * Each line shows the loop's time and the task that runs. Nothing really waits: when all
 * tasks sleep, the clock jumps to the moment when the first of them wakes up.
 */

import { currentTask, EventLoop, sleep, wait } from 'yieldstar';

const loop = new EventLoop();

function say(text: string): void {
  console.log(`${loop.time()}s  ${currentTask(loop)?.getName()}  ${text}`);
}

// A generator is a coroutine. At `yield*` it waits, and the loop runs others meanwhile.
function* hello(n: number) {
  say(`hello ${n}`);
  yield* sleep(n);
  say(`goodbye ${n}`);
}

// An async function is one, too: the same, with `await` in place of `yield*`.
async function helloAsync(n: number) {
  say(`hello ${n}`);
  await sleep(n);
  say(`goodbye ${n}`);
}

// This one does not wait, it blocks: the time passes, and nobody else can run.
function* helloBlocking(n: number) {
  say(`hello ${n}`);
  loop.clock.advance(n);
  say(`goodbye ${n}`);
}

console.log('Generators wait together: 3 seconds in all.');
loop.runUntilComplete(wait([hello(1), hello(2), hello(3)]));

console.log('\nAsync functions do the same.');
loop.runUntilComplete(wait([helloAsync(1), helloAsync(2), helloAsync(3)]));

console.log('\nThose that block come one after another: 1 + 2 + 3 seconds.');
loop.runUntilComplete(wait([helloBlocking(1), helloBlocking(2), helloBlocking(3)]));

loop.close();
