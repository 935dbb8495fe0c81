/**
 * StateHistory: the state after any number of the events of a run.
 *
 * To go forwards is to apply events. To go backwards is to go forwards from an earlier copy of
 * the state, of which one is kept every so many events: the more there is to copy, the fewer. So
 * it takes as long, at most, as to apply some thousand events, or as many as there are tasks;
 * and the copies take no more room than the events do.
 */

import type { TraceEvent } from '../trace-event';
import { LoopState } from './loop-state';

/** How many events lie between two copies of the state, at least. */
const EVENTS_PER_COPY = 2_000;

export class StateHistory {
  /** In the order of their events; the first is of the beginning. */
  private copies = [new LoopState()];
  private current = new LoopState();

  /** Give the state after the first `count` of `events`, which are those of earlier calls, or more. It goes on to change with the next call. */
  after(count: number, events: readonly TraceEvent[]): LoopState {
    const start = this.copyBefore(count);
    if (this.current.event > count || this.current.event < start.event) this.current = start.copy();
    const { current } = this;
    while (current.event < count) {
      if (this.isTimeToCopy(current)) this.copies.push(current.copy());
      current.apply(events[current.event] as TraceEvent);
    }
    return current;
  }

  /** Give the last copy that is of no more than `count` events. */
  private copyBefore(count: number): LoopState {
    let i = this.copies.length - 1;
    while (i > 0 && (this.copies[i] as LoopState).event > count) i -= 1;
    return this.copies[i] as LoopState;
  }

  private isTimeToCopy({ event, ready, timers, tasks, primitives }: LoopState): boolean {
    const size = ready.size + timers.size + tasks.size + primitives.size;
    return event - (this.copies.at(-1) as LoopState).event >= Math.max(EVENTS_PER_COPY, size);
  }

  /** Forget all but the first `count` events: those that follow will be others. */
  forgetAfter(count: number): void {
    this.copies = this.copies.filter(({ event }) => event <= count);
    if (this.current.event > count) this.current = (this.copies.at(-1) as LoopState).copy();
  }
}
