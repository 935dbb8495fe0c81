/**
 * MonotonicClock: real time, and real waiting.
 *
 * It waits by blocking the thread, as the `select()` of a Python loop does: nothing else
 * of the process runs meanwhile, which is right, since nothing else could wake the loop.
 *
 * Counterpart: time.monotonic and the selector.
 */

import { type Clock, checkDuration } from './clock';

/** A clock that tells the time since the process began, and waits by blocking the thread. */
export class MonotonicClock implements Clock {
  /** Nobody ever writes here: to wait for it to change is to wait for the timeout. */
  private readonly cell = new Int32Array(new SharedArrayBuffer(4));

  /** Give the time since the process began, in seconds. */
  time(): number {
    return performance.now() / 1000;
  }

  /** @throws ValueError when `seconds` is negative, infinite or not a number. */
  advance(seconds: number): void {
    checkDuration(seconds);
    this.advanceTo(this.time() + seconds);
  }

  /** Block until the time is `when` seconds. */
  advanceTo(when: number): void {
    // The wait may end a little early: its timeout is rounded.
    for (let left = when - this.time(); left > 0; left = when - this.time()) {
      Atomics.wait(this.cell, 0, 0, left * 1000);
    }
  }
}
