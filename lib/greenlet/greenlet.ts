/**
 * greenlet: how a greenlet is made.
 *
 * Counterpart: the class greenlet.greenlet, which is called to make one; a class of JavaScript
 * cannot be called.
 */

import { RawGreenlet, type Run } from './raw-greenlet';

/**
 * Make a greenlet that runs `run` when it is first switched to (greenlet.greenlet).
 *
 * @param run a generator function, or an async function: `yield*` or `await` is where it switches.
 * @param parent who goes on when it has ended; otherwise whoever makes it.
 * @throws TypeError when `parent` is no greenlet.
 * @example
 * const adder = greenlet(function* (n: number) {
 *   for (;;) n += yield* getcurrent().parent.switch(n);
 * });
 * adder.switch(1); // 1
 * adder.switch(10); // 11
 */
export function greenlet(run: Run, parent?: RawGreenlet): RawGreenlet {
  return new RawGreenlet(run, parent);
}
