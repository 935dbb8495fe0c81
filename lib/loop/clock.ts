/**
 * Clock: what time it is for a loop, and how it waits.
 *
 * A loop asks nothing else about time. VirtualClock waits by setting its time forward:
 * a program that sleeps for an hour takes no time at all, and takes the same course at
 * every run. MonotonicClock (monotonic-clock.ts) really waits.
 *
 * Counterpart: `BaseEventLoop.time` and the timeout of its `select`.
 */

import { ValueError } from '../errors';
import { repr } from '../repr';

/** What tells the time, in seconds, and waits. */
export interface Clock {
  /** Give the time, in seconds from some beginning. Never less than before. */
  time(): number;
  /** Let `seconds` pass: what a blocking call does. */
  advance(seconds: number): void;
  /** Wait until `time()` is at least `when` seconds. Otherwise the loop calls `advance` with what is left until then. */
  advanceTo?(when: number): void;
}

/**
 * A clock whose time passes only when it is told to.
 *
 * @example
 * const loop = new EventLoop({ clock: new VirtualClock(100) });
 * loop.runUntilComplete(sleep(3600)); // returns at once
 * loop.time(); // 3700
 */
export class VirtualClock implements Clock {
  private now: number;

  /**
   * @param start the time it is at first, in seconds.
   * @throws ValueError when `start` is infinite or not a number.
   */
  constructor(start = 0) {
    if (!Number.isFinite(start))
      throw new ValueError(`a clock begins at a finite number of seconds; got ${String(start)}`);
    this.now = start;
  }

  /** Give the time, in seconds. */
  time(): number {
    return this.now;
  }

  /** @throws ValueError when `seconds` is negative, infinite or not a number: time goes forward, and not to its end. */
  advance(seconds: number): void {
    checkDuration(seconds);
    this.now += seconds;
  }

  /** Sets the time to `when` itself, and not to a sum that rounding may have moved. */
  advanceTo(when: number): void {
    if (when > this.now) this.now = when;
  }
}

/** @throws ValueError unless `seconds` can be waited for. */
export function checkDuration(seconds: number): void {
  if (typeof seconds !== 'number' || !(seconds >= 0) || seconds === Infinity) {
    throw new ValueError(`a clock advances by a finite number of seconds, not below 0; got ${String(seconds)}`);
  }
}

/** @throws TypeError unless `clock` is one. */
export function checkClock(clock: Clock): void {
  if (typeof clock?.time === 'function' && typeof clock.advance === 'function') return;
  throw new TypeError(`a clock has time() and advance(seconds), got ${repr(clock)}`);
}
