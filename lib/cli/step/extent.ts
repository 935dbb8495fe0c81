/**
 * Extent: how much there is of anything, at the most, in a whole run.
 *
 * The room of panels and columns is measured by it (layout.ts), and not by what there is at
 * some step: so nothing moves while one steps.
 */

import { LoopState } from '../../trace/state/loop-state';
import type { Trace, TraceEvent } from '../../trace/trace-event';
import { deadlineText } from './deadline-text';
import { widthOf } from './text-width';
import { visible } from './visible-text';

export interface Extent {
  /** The most handles that were ready at a time, */
  readonly ready: number;
  /** and timers that were in the heap. */
  readonly timers: number;
  readonly tasks: number;
  /** Locks, queues and their kin. */
  readonly primitives: number;
  /** Whether there is anything wrong to be told. */
  readonly hasAlarms: boolean;
  /** Lines of output. */
  readonly lines: number;
  /** How many columns the longest name of a task takes, */
  readonly nameWidth: number;
  /** and the longest time or deadline. */
  readonly timeWidth: number;
}

/** Find out how much there is in a run that writes so many lines. Takes as long as to replay it. */
export function measure({ events }: Trace, lines: number): Extent {
  const state = new LoopState();
  let [ready, timers, nameWidth, timeWidth] = [0, 0, 0, 0];
  for (const event of events) {
    const { time } = state;
    state.apply(event);
    ready = Math.max(ready, state.ready.size);
    timers = Math.max(timers, state.timers.size);
    if (event.type === 'task' || event.type === 'rename') nameWidth = Math.max(nameWidth, widthOf(visible(event.name)));
    if (event.type === 'schedule' && event.when !== undefined)
      timeWidth = Math.max(timeWidth, deadlineText(event.when).length);
    if (event.time !== time) timeWidth = Math.max(timeWidth, deadlineText(event.time).length);
  }
  return {
    ready,
    timers,
    tasks: state.tasks.size,
    primitives: state.primitives.size,
    hasAlarms: events.some(isAlarm),
    lines,
    nameWidth,
    timeWidth,
  };
}

function isAlarm(event: TraceEvent): boolean {
  return (
    event.type === 'deadlock' ||
    event.type === 'leftover' ||
    (event.type === 'end' && (event.outcome === 'error' || event.outcome === 'limit'))
  );
}
