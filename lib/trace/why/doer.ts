/**
 * Who did something: a task, a timer, another callback, or the program outside any loop.
 *
 * A task sleeps, and limits its time, by timers: these go by what they are for, not by the
 * function that the loop calls.
 *
 * Counterpart: none.
 */

import type { ScheduleEvent } from '../event/loop-events';
import type { TraceEvent } from '../trace-event';
import type { TraceIndex } from './trace-index';

/** What a timer is for. */
export type TimerPurpose = 'sleep' | 'timeout' | 'timer';

/** What timers are for whose callbacks are of this library. */
const PURPOSES: Readonly<Record<string, TimerPurpose>> = {
  'setResultUnlessCancelled()': 'sleep',
  'sleep()': 'sleep', // gevent's
  'onTimeout()': 'timeout',
};

/** Who calls the other callbacks of this library that do something to a task. */
const CALLERS: Readonly<Record<string, string>> = {
  'onTaskDone()': 'the task group',
  'onTimeout()': 'the timeout',
};

/** Give the task in whose step event `n` happened. */
export function taskWithin(index: TraceIndex, n: number): number | undefined {
  const within = index.within(n);
  return within?.type === 'resume' ? within.task : undefined;
}

/** Give the scheduling of the callback in whose call event `n` happened, unless that was in a task's step. */
export function callbackWithin(index: TraceIndex, n: number): ScheduleEvent | undefined {
  const within = index.within(n);
  return within?.type === 'run' ? index.schedulingOf(within.handle) : undefined;
}

/** Do as `callbackWithin` does, where the callback was a timer's. */
export function timerWithin(index: TraceIndex, n: number): ScheduleEvent | undefined {
  const callback = callbackWithin(index, n);
  return callback?.when === undefined ? undefined : callback;
}

/** Name who did what event `n` tells of: `Task-2`, `the callback beat()`, `the program`. */
export function doerOf(index: TraceIndex, { n }: TraceEvent): string {
  const within = index.within(n);
  if (within === undefined) return 'the program';
  return within.type === 'resume' ? index.nameOf(within.task, n) : handleName(index, within.handle);
}

/** Name a handle: `a step of Task-3`, `the sleep of Task-3`, `the callback beat()`. */
export function handleName(index: TraceIndex, handle: number): string {
  const scheduling = index.schedulingOf(handle);
  if (scheduling === undefined) return 'a callback';
  const { label, task, when, n } = scheduling;
  if (task !== undefined) return `a step of ${index.nameOf(task, n)}`;
  return when === undefined ? (CALLERS[label] ?? `the callback ${label}`) : timerName(index, scheduling);
}

/** Name a timer: `the sleep of Task-3`, `the timer beat() of Task-3`; what brings a packet, by that. */
function timerName(index: TraceIndex, timer: ScheduleEvent): string {
  const packet = index.packetBroughtBy(timer);
  if (packet !== undefined) return `the packet from ${packet.from} to ${packet.to}`;
  const purpose = purposeOf(timer);
  const name = purpose === 'timer' ? `the timer ${timer.label}` : `the ${purpose}`;
  const task = taskWithin(index, timer.n);
  return task === undefined ? name : `${name} of ${index.nameOf(task, timer.n)}`;
}

/** Tell that the time of a timer has come: `the sleep of Task-3 was over`. */
export function timerEnded(index: TraceIndex, timer: ScheduleEvent): string {
  return `${timerName(index, timer)} was ${purposeOf(timer) === 'timer' ? 'due' : 'over'}`;
}

/** Tell whether a handle calls a callback of this library, and not of the program. */
export function isOfLibrary({ label }: ScheduleEvent): boolean {
  return label in PURPOSES || label in CALLERS;
}

/** Tell what a timer is for. */
export function purposeOf({ label }: ScheduleEvent): TimerPurpose {
  return PURPOSES[label] ?? 'timer';
}
