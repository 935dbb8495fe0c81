/**
 * RecordedRun: a trace, with all that the page looks up in it, found out once.
 *
 * It knows nothing of where one is: only its replay goes from step to step.
 */

import { Deadlocks } from '../trace/state/deadlocks';
import { Replay } from '../trace/state/replay';
import { taskOf } from '../trace/state/task-state';
import type { Trace } from '../trace/trace-event';
import { TraceIndex } from '../trace/why/trace-index';
import { why } from '../trace/why/why';
import { Arrows } from './arrows';
import { type Finding, findingsOf } from './findings';
import { inOrder, type PlacedLane } from './lane-order';
import { lanesOf } from './lanes';
import { type Step, stepsOf } from './steps';

export class RecordedRun {
  readonly replay: Replay;
  readonly index: TraceIndex;
  readonly steps: readonly Step[];
  readonly lanes: readonly PlacedLane[];
  /** On which lane each task is. */
  readonly laneOf: ReadonlyMap<number, number>;
  readonly arrows: Arrows;
  readonly deadlocks: Deadlocks;
  readonly findings: readonly Finding[];

  constructor(readonly trace: Trace) {
    this.replay = new Replay(trace);
    this.index = new TraceIndex(trace);
    this.steps = stepsOf(this.replay);
    this.lanes = inOrder(lanesOf(this.replay, this.index));
    this.laneOf = new Map(this.lanes.map(({ task }, i) => [task, i]));
    this.arrows = new Arrows(this.replay, this.index);
    this.deadlocks = new Deadlocks(trace);
    this.findings = findingsOf(this.replay);
  }

  get lastStep(): number {
    return this.replay.lastStep;
  }

  /** The step after which the next iteration, or the rest of this one, is over. */
  nextIteration(step: number): number {
    return this.replay.iterationAfter(step);
  }

  /** The step after which the iteration before this one is over. */
  previousIteration(step: number): number {
    return this.replay.iterationBefore(step);
  }

  /** What happened at event `n`, in a sentence. */
  sentence(n: number): string {
    return why(this.index, n, { limit: 1 })[0]?.sentence ?? '';
  }

  /** The task that a step is about: that took it, or was woken by it; or else the one that took a step last. */
  taskOfStep(step: number): number | undefined {
    const events = this.replay.eventsOf(step);
    const own = events.find(({ type }) => type === 'resume') ?? events.find(({ type }) => type === 'wake');
    if (own !== undefined) return taskOf(own);
    for (let n = events[0]?.n ?? 0; n > 0; n--) {
      const event = this.index.event(n);
      if (event?.type === 'resume') return event.task;
    }
    return undefined;
  }

  /** The event by which a step is best asked about: a task's step, or else the run of a handle; 0 where there is none. */
  eventOfStep(step: number): number {
    const events = this.replay.eventsOf(step);
    const telling = events.find(({ type }) => type === 'resume') ?? events.find(({ type }) => type === 'run');
    return (telling ?? events[0])?.n ?? 0;
  }
}
