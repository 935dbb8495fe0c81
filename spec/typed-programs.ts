/**
 * The programs whose types the specs of types look at.
 *
 * One coroutine of each kind, with a result of its own type; and a way to run what is
 * checked by its types alone.
 */

import { coroutine, EventLoop, sleep } from '../lib';

export const hello = coroutine(function* (n: number) {
  yield* sleep(n);
  return n;
});

export const greet = async (n: number): Promise<string> => `hello ${await hello(n)}`;

export function* plain(n: number): Generator<unknown, boolean, unknown> {
  yield* sleep(n);
  return true;
}

/** What is checked by its types alone, and run all the same. */
export function runIn(main: (loop: EventLoop) => Generator<unknown, unknown, unknown>): void {
  const loop = new EventLoop();
  loop.runUntilComplete(main(loop));
}
