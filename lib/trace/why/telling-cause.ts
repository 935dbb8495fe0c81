/**
 * tellingCause: from an event back to the one that says why.
 *
 * The cause that a trace gives is the innermost: a step was caused by the run of its handle,
 * which was caused by its scheduling. To tell all of these would be to say the same thing
 * three times. So the way goes on to where somebody did something: made a task, set a timer,
 * asked it to end, ended what it waited for.
 *
 * Invariant: a telling cause comes before its effect.
 */

import type { RunEvent, ScheduleEvent } from '../event/loop-events';
import type { DoneEvent } from '../event/task-events';
import type { TraceEvent } from '../trace-event';
import type { TraceIndex } from './trace-index';
import { triggerOf } from './trigger';

/** A cause that is worth telling. */
export interface TellingCause {
  readonly event: TraceEvent;
  /** The task that this made go on, if that is how it matters. */
  readonly waiter?: number;
}

/** Give the event that says why `event` came about; undefined where nothing did: the program began so. */
export function tellingCause(index: TraceIndex, event: TraceEvent): TellingCause | undefined {
  let cause = causeOf(index, event);
  while (cause !== undefined && saysNothingNew(index, cause.event, event.time)) cause = before(index, cause);
  return cause;
}

function before(index: TraceIndex, { event, waiter }: TellingCause): TellingCause | undefined {
  const cause = causeOf(index, event);
  return cause === undefined || cause.waiter !== undefined ? cause : { ...cause, waiter };
}

/** The cause of an event, whether it is worth telling or not. */
function causeOf(index: TraceIndex, event: TraceEvent): TellingCause | undefined {
  if (event.type === 'resume') return told(triggerOf(index, event), event.task);
  if (event.type === 'wake') return told(index.endOf(event.future), event.task);
  const cause = innerCause(index, event);
  return told(cause?.type === 'run' ? broughtBy(index, cause, event) : cause);
}

/** What the run of a handle does that brings a packet comes of the packet's arrival. */
function broughtBy(index: TraceIndex, run: RunEvent, effect: TraceEvent): TraceEvent {
  const scheduling = index.schedulingOf(run.handle);
  const arrival = scheduling && index.arrivalBy(scheduling);
  return arrival !== undefined && arrival.n < effect.n ? arrival : run;
}

function told(event: TraceEvent | undefined, waiter?: number): TellingCause | undefined {
  return event === undefined ? undefined : { event, waiter };
}

function innerCause(index: TraceIndex, event: TraceEvent): TraceEvent | undefined {
  switch (event.type) {
    case 'run':
    case 'due':
      return index.schedulingOf(event.handle);
    case 'schedule':
      return neededFor(index, event);
    case 'advance':
      return dueThen(index, event);
    case 'leftover':
      return index.endOf(event.future ?? 0) ?? index.makingOf(event.future ?? 0);
    case 'end':
      return index.event(event.cause) ?? lastEnd(index, event.text);
  }
  return index.event(event.cause);
}

/** A step is scheduled because the task was woken, or was made, or gave way. */
function neededFor(index: TraceIndex, { n, cause, task }: ScheduleEvent): TraceEvent | undefined {
  const event = index.event(cause);
  if (task === undefined || event?.type === 'wake' || event?.type === 'cancel') return event;
  return index.last(task, n, 'task', 'suspend', 'resume');
}

/** The clock went on to the deadline of the timer that is due next. */
function dueThen(index: TraceIndex, { n }: TraceEvent): TraceEvent | undefined {
  const due = index.event(n + 1);
  return due?.type === 'due' ? index.schedulingOf(due.handle) : undefined;
}

/** A program ends when its last task has; where it failed, the one with whose error. */
function lastEnd(index: TraceIndex, error: string | undefined): TraceEvent | undefined {
  const ends = index.trace.events.filter((event): event is DoneEvent => event.type === 'done');
  const ofTasks = ends.filter(({ future }) => index.makingOf(future) !== undefined).reverse();
  const isThat = ({ outcome, text }: DoneEvent): boolean =>
    outcome === 'exception' && text !== undefined && error?.includes(text) === true;
  return ofTasks.find(isThat) ?? ofTasks[0];
}

/** Whether nothing is lost where an event is passed over that led to one at `time`: in a step that blocks, time has passed. */
function saysNothingNew(index: TraceIndex, event: TraceEvent, time: number): boolean {
  switch (event.type) {
    case 'resume':
      return event.error === undefined && event.time === time;
    case 'run':
    case 'due':
    case 'wake':
      return true;
    case 'schedule':
      return event.when === undefined && isEffect(index, event);
    case 'done':
      return event.outcome === 'cancelled' && index.event(event.cause)?.type === 'cancel';
  }
  return false;
}

/** Whether a handle was scheduled because something was done, rather than by somebody's call. */
function isEffect(index: TraceIndex, { cause, task }: ScheduleEvent): boolean {
  return task !== undefined || index.event(cause)?.type === 'done';
}
