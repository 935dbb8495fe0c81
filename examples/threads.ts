/*
 * A blocking call stops the world; a thread does not.
 *
 * `blocking` says how long a function takes. Called as it is, it takes the time of the
 * loop, and nobody else can run. Handed to a thread, it takes the thread's, and only who
 * awaits it waits.
 */

import { blocking, currentTask, gather, getRunningLoop, run, sleep, ThreadPoolExecutor, toThread } from 'yieldstar';

function say(text: string): void {
  console.log(`${getRunningLoop().time()}s  ${currentTask()?.getName()}  ${text}`);
}

// It gives its text at the end of so many seconds.
const greet = blocking(
  (n: number) => n,
  (n: number) => `world ${n}`,
);

async function hello(n: number) {
  say(`hello ${n}`);
  say(greet(n));
}

async function helloThread(n: number) {
  say(`hello ${n}`);
  say(await toThread(greet, n));
}

async function helloPool(pool: ThreadPoolExecutor, n: number) {
  say(`hello ${n}`);
  say(await getRunningLoop().runInExecutor(pool, greet, n));
}

async function heartbeat() {
  for (let n = 1; n <= 3; n++) {
    await sleep(1);
    say('  (heartbeat)');
  }
}

async function main() {
  console.log('Blocking calls, one after another: 1 + 2 + 3 seconds, and no heartbeat meanwhile.');
  await gather([heartbeat(), hello(1), hello(2), hello(3)]);

  console.log('\nThe same in threads: 3 seconds in all.');
  await gather([heartbeat(), helloThread(1), helloThread(2), helloThread(3)]);

  console.log('\nTwo threads for the three of them: the last has to wait until one is free.');
  const pool = new ThreadPoolExecutor(2);
  await gather([helloPool(pool, 3), helloPool(pool, 2), helloPool(pool, 1)]);
}

run(main());
