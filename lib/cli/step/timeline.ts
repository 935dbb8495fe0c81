/**
 * Timeline: a trace, as one moves along it.
 *
 * Besides the steps of a Replay it has what a screen needs to know of the whole run before
 * any of it is shown: what was written, who is dead, and how much there will ever
 * be of anything. As the room for each panel is measured by that, no panel moves or grows
 * while one steps.
 */

import { Deadlocks } from '../../trace/state/deadlocks';
import { LoopState } from '../../trace/state/loop-state';
import { Replay } from '../../trace/state/replay';
import type { Trace } from '../../trace/trace-event';
import { TraceIndex } from '../../trace/why/trace-index';
import { type Extent, measure } from './extent';
import { Moment } from './moment';
import { Transcript } from './transcript';

export class Timeline {
  readonly index: TraceIndex;
  readonly transcript: Transcript;
  readonly extent: Extent;
  private readonly replay: Replay;
  private readonly deadlocks: Deadlocks;
  private latest: Moment | undefined = undefined;

  constructor(readonly trace: Trace) {
    this.index = new TraceIndex(trace);
    this.transcript = new Transcript(trace.events);
    this.extent = measure(trace, this.transcript.countAt(trace.events.length));
    this.deadlocks = new Deadlocks(trace);
    this.replay = new Replay(trace);
  }

  get lastStep(): number {
    return this.replay.lastStep;
  }

  /** What it is like at `step`, which is one of those there are. */
  at(step: number): Moment {
    if (this.latest?.step !== step) this.latest = this.lookAt(step);
    return this.latest;
  }

  /** The number of the step to which event `n` belongs. */
  stepOf(n: number): number {
    return this.replay.stepOf(n);
  }

  /** The number of the last step at or before `time`, in seconds. */
  stepAt(time: number): number {
    return this.replay.stepAt(time);
  }

  /** The last step of the iteration that `step` is in, or of the next where it is that already. */
  iterationAfter(step: number): number {
    return this.replay.iterationAfter(step);
  }

  /** The last step of the iteration before. */
  iterationBefore(step: number): number {
    return this.replay.iterationBefore(step);
  }

  private lookAt(step: number): Moment {
    const before = step === 0 ? new LoopState() : this.replay.seek(step - 1);
    const state = this.replay.seek(step);
    return new Moment(this.index, state, before, this.replay.eventsOf(step), this.deadlocks);
  }
}
