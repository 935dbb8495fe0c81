/**
 * time: what Python's module of that name has, as far as a simulator needs it.
 *
 * The time is that of the loop, running or current, in which it is simulated: seconds since the
 * loop's clock began, and not since 1970.
 *
 * Counterpart: time.time, time.monotonic and time.sleep.
 */

import { getMainLoop } from '../future/running-loop';
import { workerTime } from '../thread/blocking';
import { waitingBy } from './stop-the-world';
import { type Blocking, patchedWaiting } from './waiting';

/**
 * Wait for `seconds`, and stop the world: nothing else in this program happens meanwhile (time.sleep). After
 * `gevent.monkey.patchAll()` it is gevent's `sleep`. Main and callbacks call it plainly; greenlets and
 * tasks `yield*` it, or `await`. In a worker thread it takes that thread's time alone.
 *
 * @throws ValueError when `seconds` is negative or not a number, OverflowError when it is infinite, TypeError when it is
 *   of another type; once patched, BlockingSwitchOutError in a callback.
 * @example
 * time.sleep(2);
 * time.monotonic(); // two seconds later
 */
export function sleep(seconds: number): Blocking<void> {
  const waiting = waitingBy(patchedWaiting());
  return waiting.call('time.sleep', () => waiting.sleep(seconds));
}

/** Give the time of the loop's clock, in seconds (time.monotonic). In a worker thread, what that has slept is over. */
export function monotonic(): number {
  return workerTime() ?? getMainLoop().time();
}

/** Give the time of the loop's clock, in seconds: it is not known how long after 1970 it began (time.time). */
export function time(): number {
  return monotonic();
}
