/**
 * Replay: a trace, and where in it one is.
 *
 * One moves by steps: step `k` is the state once the loop has run `k` handles, and whatever
 * followed from them, before it turned to the next; step 0 is the state before the first.
 *
 * Counterpart: none.
 */

import type { Trace, TraceEvent } from '../trace-event';
import { LoopState } from './loop-state';
import { StateHistory } from './state-history';
import { endsOfSteps } from './step-ends';

export class Replay {
  /** For each step, the number of its last event. */
  private readonly ends: readonly number[];
  /** The steps after which an iteration is over: where one stops who goes by iterations. The first and the last step are among them. */
  readonly iterationEnds: readonly number[];
  private readonly history = new StateHistory();
  private current = new LoopState();

  constructor(readonly trace: Trace) {
    this.ends = endsOfSteps(trace.events);
    this.iterationEnds = this.findIterationEnds();
    this.seek(0);
  }

  /** The number of the last step. */
  get lastStep(): number {
    return this.ends.length - 1;
  }

  /** The number of the step where one is. */
  get step(): number {
    return this.state.step;
  }

  /** What it is like there. Not to be changed; a later `seek` leaves it as it is. */
  get state(): LoopState {
    return this.current;
  }

  /** Go to step `step`; to the first or the last, where there is no such step. Gives the state there. */
  seek(step: number): LoopState {
    this.current = this.history.after(this.endOf(step), this.trace.events).copy();
    return this.current;
  }

  /** The events of step `step`: those since the step before it. */
  eventsOf(step: number): readonly TraceEvent[] {
    return this.trace.events.slice(step <= 0 ? 0 : this.endOf(step - 1), this.endOf(step));
  }

  /** The number of the step to which the event of number `n` belongs. */
  stepOf(n: number): number {
    let [low, high] = [0, this.lastStep];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] as number) >= n) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The number of the last step at or before `time`, in seconds. (On a second loop the time begins anew: the last such step of all.) */
  stepAt(time: number): number {
    return this.findLast((step) => this.timeOf(step) <= time) ?? 0;
  }

  /** The time of step `step`, in seconds. */
  timeOf(step: number): number {
    return this.trace.events[this.endOf(step) - 1]?.time ?? 0;
  }

  /** The last step of the iteration that `step` is in, or of the next where it is that already. */
  iterationAfter(step: number): number {
    return this.iterationEnds.find((end) => end > step) ?? this.lastStep;
  }

  /** The last step of the iteration before. */
  iterationBefore(step: number): number {
    return this.iterationEnds.filter((end) => end < step).at(-1) ?? 0;
  }

  private findIterationEnds(): number[] {
    const iterations = this.trace.events.filter(({ type }) => type === 'iteration');
    const ends = iterations.map(({ n }) => this.stepOf(n) - 1);
    return [...new Set([0, ...ends, this.lastStep])].filter((step) => step >= 0);
  }

  private findLast(isMeant: (step: number) => boolean): number | undefined {
    for (let step = this.lastStep; step >= 0; step--) if (isMeant(step)) return step;
    return undefined;
  }

  private endOf(step: number): number {
    return this.ends[Math.min(Math.max(step, 0), this.lastStep)] as number;
  }
}
