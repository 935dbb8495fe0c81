/**
 * The steps of a trace, with what the lanes need to know of each: when, on which loop, in
 * which iteration.
 *
 * Step 0 is what happened before the loop ran its first handle. A step's time is that of its
 * loop; on a second loop it begins anew.
 *
 * Counterpart: none.
 */

import type { Replay } from '../trace/state/replay';
import { beginsStep } from '../trace/state/step-ends';
import type { TraceEvent } from '../trace/trace-event';

/** One step. */
export interface Step {
  /** The number of the event with which it began: a handle was run, or greenlets switched; 0 for step 0. */
  readonly run: number;
  readonly loop: number;
  /** When it began and ended, in seconds: later, where the clock went on meanwhile. */
  readonly begin: number;
  readonly end: number;
  /** How many iterations had begun, on any loop. */
  readonly iteration: number;
}

/** Give the steps of the trace that `replay` has: as many as it has, and step 0. */
export function stepsOf(replay: Replay): Step[] {
  const steps: Step[] = [];
  let iteration = 0;
  for (let k = 0; k <= replay.lastStep; k++) {
    const events = replay.eventsOf(k);
    iteration += events.filter(({ type }) => type === 'iteration').length;
    steps.push(stepOf(events, iteration));
  }
  return steps;
}

function stepOf(events: readonly TraceEvent[], iteration: number): Step {
  const run = events.find(beginsStep);
  const { loop = 1, time = 0 } = run ?? events[0] ?? {};
  const here = events.filter((event) => (event.loop ?? 1) === loop && event.n >= (run?.n ?? 0));
  const end = Math.max(time, here.at(-1)?.time ?? time);
  return { run: run?.n ?? 0, loop, begin: time, end, iteration };
}
