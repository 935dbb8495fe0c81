/**
 * Where the steps of a run begin and end among its events.
 *
 * A step is a handle that is run, and all that follows, until the loop turns to the next: it
 * lets time pass, or moves a timer, or begins an iteration, or takes the next handle. Where no
 * loop is at work, a step is a switch of greenlets, and what the one switched to does. What comes
 * before the first is step 0.
 */

import type { RunEvent } from '../event/loop-events';
import type { SwitchEvent } from '../event/switch-event';
import type { TraceEvent } from '../trace-event';

/** Give for each step, from step 0 on, the number of its last event. */
export function endsOfSteps(events: readonly TraceEvent[]): number[] {
  const ends: number[] = [];
  let isTurning = false;
  for (const event of events) {
    const begins = beginsStep(event);
    if (!begins && !TURNING.has(event.type)) continue;
    if (!isTurning) ends.push(event.n - 1);
    isTurning = !begins;
  }
  // A turn that led to no run belongs to the step before it.
  if (isTurning) ends.pop();
  return [...ends, events.length];
}

/** Tell whether `event` is the beginning of a step. */
export function beginsStep(event: TraceEvent): event is RunEvent | SwitchEvent {
  return event.type === 'run' || (event.type === 'switch' && event.step === true);
}

const TURNING = new Set<TraceEvent['type']>(['iteration', 'advance', 'due']);
