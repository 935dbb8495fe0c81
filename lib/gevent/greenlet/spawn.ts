/**
 * spawn, spawnLater, spawnRaw: how greenlets are begun.
 *
 * Counterpart: gevent.spawn, gevent.spawn_later, gevent.spawn_raw.
 */

import { Move } from '../../greenlet/move';
import { RawGreenlet, type Run } from '../../greenlet/raw-greenlet';
import type { Given } from '../hub/blocking-call';
import { getHub } from '../hub/hub';
import { Greenlet } from './greenlet';

/**
 * Have `run(...args)` run by a greenlet, after all that is scheduled already (gevent.spawn).
 *
 * @param run a generator function, an async function, or one that need not wait, or gives what can be awaited.
 * @example
 * const greenlet = gevent.spawn(function* (n: number) {
 *   yield* gevent.sleep(n);
 *   return n;
 * }, 2);
 * greenlet.get(); // 2, after 2 seconds
 */
export function spawn<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Greenlet<Given<R>> {
  return Greenlet.spawn(run, ...args);
}

/**
 * Do as `spawn` does, after `seconds` (gevent.spawn_later).
 *
 * @example
 * gevent.spawnLater(10, () => console.log('10 seconds later'));
 */
export function spawnLater<A extends unknown[], R>(
  seconds: number,
  run: (...args: A) => R,
  ...args: A
): Greenlet<Given<R>> {
  return Greenlet.spawnLater(seconds, run, ...args);
}

/** Do as `spawn` does, but by a mere greenlet: it cannot be waited for, and its errors are the hub's (gevent.spawn_raw). */
export function spawnRaw<A extends unknown[]>(run: (...args: A) => unknown, ...args: A): RawGreenlet {
  const hub = getHub();
  const greenlet = new RawGreenlet(run as Run, hub);
  hub.runCallback('spawnRaw', () => new Move(greenlet, args));
  return greenlet;
}
