/**
 * The deadlines for which a program sets timers, in the order in which it sets them.
 */

import type { EventLoop, TimerHandle } from '../../lib';

/** Note from now on for when `loop.callLater` sets each of its timers. */
export function recordDeadlines(loop: EventLoop): number[] {
  const deadlines: number[] = [];
  const { callLater } = loop;
  loop.callLater = (...args: never) => {
    const timer: TimerHandle = Reflect.apply(callLater, loop, args);
    deadlines.push(timer.when());
    return timer;
  };
  return deadlines;
}
