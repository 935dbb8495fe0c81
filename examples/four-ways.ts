/*
 * Hello world, four ways: as generators, as async functions, as greenlets of gevent's, in threads.
 *
 * Each time three greet, wait, and say goodbye; each time it takes as long as the slowest waits. The
 * first two are the same to asyncio. The greenlets have a loop of their own beneath them, and
 * what blocks is left to threads.
 */

import { type AwaitableLike, blocking, gather, getRunningLoop, gevent, run, sleep, toThread } from 'yieldstar';

const WAITS = [1, 2, 3];

function* byGenerator(n: number) {
  say(`hello ${n}`);
  yield* sleep(n);
  say(`goodbye ${n}`);
}

async function byAsync(n: number) {
  say(`hello ${n}`);
  await sleep(n);
  say(`goodbye ${n}`);
}

function* byGreenlet(n: number) {
  say(`hello ${n}`);
  yield* gevent.sleep(n);
  say(`goodbye ${n}`);
}

/** It takes so many seconds, and blocks meanwhile. */
const wait = blocking(
  (n: number) => n,
  (n: number) => n,
);

function* byThread(n: number) {
  say(`hello ${n}`);
  say(`goodbye ${yield* toThread(wait, n)}`);
}

let now = (): number => getRunningLoop().time();

function say(text: string): void {
  console.log(`${now()}s  ${text}`);
}

function* all(hello: (n: number) => AwaitableLike<void>) {
  yield* gather(WAITS.map(hello));
}

for (const hello of [byGenerator, byAsync, byThread]) {
  console.log(`${hello.name}:`);
  run(all(hello));
}

now = () => gevent.getHub().loop.time();
console.log(`${byGreenlet.name}:`);
gevent.joinall(WAITS.map((n) => gevent.spawn(byGreenlet, n)));
