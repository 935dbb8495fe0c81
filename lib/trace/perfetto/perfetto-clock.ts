/**
 * PerfettoClock: at which microsecond an event is shown.
 *
 * A loop's second is a million of them; but steps take no virtual time, and would not be seen;
 * nor would more than one of the marks of a step. So each takes a microsecond, at least, and what
 * follows comes after it: the steps of one instant stand side by side, in their order, and if they
 * are more than have room before the next instant, that is late. Where another loop begins, its
 * time is laid after that of the one before.
 *
 * Invariant: the time never goes back.
 */

import type { TraceEvent } from '../trace-event';

export class PerfettoClock {
  private now = 0;
  /** What is added to the time of each loop. */
  private readonly offsets = new Map<number, number>();
  private loop = 1;

  /** Go on to `event`, and give its microsecond. */
  goTo(event: TraceEvent): number {
    // What is written, and the end, belong to no loop: they come when they come.
    if (event.type !== 'output' && event.type !== 'end') this.loop = event.loop ?? 1;
    const time = event.time * 1e6;
    const offset = this.offsets.get(this.loop) ?? Math.max(0, this.now - time);
    this.offsets.set(this.loop, offset);
    this.now = Math.max(this.now, toNanoseconds(time + offset));
    return this.now;
  }

  /** Let a microsecond pass, for a step or a mark to be seen; give the one that it is then. */
  tick(): number {
    this.now += 1;
    return this.now;
  }
}

/** Drop what rounding has added: a nanosecond is as much as can be shown. */
function toNanoseconds(microseconds: number): number {
  return Math.round(microseconds * 1e3) / 1e3;
}
