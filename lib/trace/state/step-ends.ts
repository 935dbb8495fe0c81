/**
 * Where the steps of a run begin and end among its events.
 *
 * A step is a handle that is run, and all that follows, until the loop turns to the next: it
 * lets time pass, or moves a timer, or begins an iteration, or takes the next handle. What
 * comes before the first is step 0.
 */

import type { TraceEvent } from '../trace-event';

/** Give for each step, from step 0 on, the number of its last event. */
export function endsOfSteps(events: readonly TraceEvent[]): number[] {
  const ends: number[] = [];
  let isTurning = false;
  for (const { n, type } of events) {
    if (!TURNING.has(type)) continue;
    if (!isTurning) ends.push(n - 1);
    isTurning = type !== 'run';
  }
  // A turn that led to no run belongs to the step before it.
  if (isTurning) ends.pop();
  return [...ends, events.length];
}

const TURNING = new Set<TraceEvent['type']>(['iteration', 'advance', 'due', 'run']);
