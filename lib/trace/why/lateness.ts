/**
 * lateness: why a step that was ready was not taken at once, in virtual time.
 *
 * The loop does not let time pass while anything is ready. But a step may, by a blocking call:
 * then all that is ready waits for it.
 *
 * Counterpart: the warning of asyncio's debug mode, `Executing <Handle ...> took 1.000 seconds`.
 */

import type { ResumeEvent } from '../event/task-events';
import type { TraceEvent } from '../trace-event';
import { doerOf } from './doer';
import type { TraceIndex } from './trace-index';
import { shownTime } from './wording';

/** Tell since when a step had been ready, and who kept the loop until then; nothing where it was taken at once. */
export function lateness(index: TraceIndex, { time, cause }: ResumeEvent): string {
  const run = index.event(cause);
  const ready = run?.type === 'run' ? index.event(run.cause) : undefined;
  if (run === undefined || ready === undefined || !(ready.time < time)) return '';
  return `: it had been ready since ${shownTime(ready.time)}, but ${doerOf(index, blockerOf(index, run))} kept the loop`;
}

/** The first event at the time of `run`: what took time until then was what this is part of. */
function blockerOf(index: TraceIndex, run: TraceEvent): TraceEvent {
  let first = run;
  for (let before = index.event(run.n - 1); before?.time === run.time; before = index.event(before.n - 1))
    first = before;
  return first;
}
