/**
 * Clauses: what happened to a task, a timer or a future, in the words that need some looking up.
 *
 * Each gives what stands before the time in a sentence, and what stands after it:
 * `Task-3 went on`, at 2s, `, in hello (hello.ts:12)`.
 *
 * Counterpart: none.
 */

import type { ScheduleEvent } from '../event/loop-events';
import type { CancelEvent, DoneEvent, ResumeEvent, SuspendEvent } from '../event/task-events';
import type { Place } from '../host';
import { awaitedAt, awaitedName } from './awaited';
import { callbackWithin, doerOf, isOfLibrary, purposeOf, taskWithin, timerEnded, timerWithin } from './doer';
import { lateness } from './lateness';
import type { TraceIndex } from './trace-index';
import { turnCame } from './turn';
import { inPlace, shownDeadline, shownText } from './wording';

/** What stands before the time in a sentence, and what stands after it. */
export type Clauses = readonly [what: string, more?: string];

/** Tell that a handle was scheduled. */
export function scheduled(index: TraceIndex, event: ScheduleEvent): Clauses {
  const { label, task, when, n, cause } = event;
  const doer = doerOf(index, event);
  if (task !== undefined) return [`a step of ${index.nameOf(task, n)} was put in the ready queue`];
  if (index.event(cause)?.type === 'done') return [`the callback ${label} was put in the ready queue`];
  const packet = index.packetBroughtBy(event);
  if (packet !== undefined)
    return [`the packet from ${packet.from} to ${packet.to} was on its way`, `, ${shownDeadline(when ?? null)}`];
  if (when === undefined) return [`${doer} put the callback ${label} in the ready queue`];
  const until = `, ${shownDeadline(when)}`;
  switch (purposeOf(event)) {
    case 'sleep':
      return [`${doer} went to sleep`, until + inPlace(placeOfSleep(index, n))];
    case 'timeout':
      return [`${doer} set a timeout`, until];
    case 'timer':
      return [`${doer} set the timer ${label}`, until];
  }
}

/** Who sets the timer of a sleep waits for it at once. */
function placeOfSleep(index: TraceIndex, n: number): Place | undefined {
  return index.next(taskWithin(index, n) ?? 0, n, 'suspend')?.chain?.at(-1);
}

/** Tell that a task took a step: that it went on, or that an error was thrown into it. */
export function resumed(index: TraceIndex, event: ResumeEvent): Clauses {
  const { n, task, error } = event;
  const name = index.nameOf(task, n);
  const isFirst = index.last(task, n - 1, 'resume') === undefined;
  const where = placeBefore(index, task, n) + lateness(index, event);
  if (error === undefined) return [`${name} ${isFirst ? 'began' : 'went on'}`, where];
  return [`${shownText(error)} was thrown into ${name}`, isFirst ? ', before it had begun' : where];
}

/** Where a task waited last, before event `n`. */
export function placeBefore(index: TraceIndex, task: number, n: number): string {
  return inPlace(index.last(task, n, 'suspend')?.chain?.at(-1));
}

/** Tell that a step of a task was over. */
export function suspended(index: TraceIndex, event: SuspendEvent): Clauses {
  const { n, task, chain, future } = event;
  const name = index.nameOf(task, n);
  const where = inPlace(chain?.at(-1));
  if (future === undefined && !index.isGreenlet(task)) return [`${name} gave way to others`, where];
  return [`${name} began to wait`, `, for ${awaitedAt(index, event, n)}${where}`];
}

/** Tell who asked a task to end. */
export function askedToEnd(index: TraceIndex, event: CancelEvent): Clauses {
  const { n, cause, task, message, place } = event;
  const name = index.nameOf(task, n);
  const above = index.event(cause);
  if (above?.type === 'cancel')
    return [`this was passed on to ${name}`, `, for which ${index.nameOf(above.task, n)} waited`];
  const callback = callbackWithin(index, n);
  const where = callback !== undefined && isOfLibrary(callback) ? '' : inPlace(place);
  const more = (message === undefined ? '' : `, with the message '${shownText(message)}'`) + where;
  const timer = timerWithin(index, n);
  if (timer !== undefined) return [`${timerEnded(index, timer)}, and asked ${name} to end`, more];
  return [`${doerOf(index, event)} asked ${taskWithin(index, n) === task ? 'itself' : name} to end`, more];
}

/** Tell how a future ended, and by whom, or how a task did; `waiter` is a task that waited for it. */
export function futureEnded(index: TraceIndex, event: DoneEvent, waiter = wokenBy(index, event)): Clauses {
  const { n, future } = event;
  const suspend = waiter === undefined ? undefined : index.last(waiter, n, 'suspend');
  const forWhom = waiter === undefined ? '' : `for which ${index.nameOf(waiter, n)} waited`;
  if (index.isGreenlet(future) && event.outcome === 'cancelled')
    return [`${index.nameOf(future, n)} ended`, ', by GreenletExit'];
  if (index.makingOf(future) !== undefined) return taskEnded(index.nameOf(future, n), forWhom, event);
  const timer = timerWithin(index, n);
  if (timer !== undefined) return [timerEnded(index, timer)];
  if (suspend?.primitive !== undefined) return [turnCame(index, event, suspend)];
  const name = `${suspend === undefined ? 'the future' : awaitedName(index, suspend)} ${forWhom}`.trimEnd();
  if (index.within(n)?.type === 'run') return [`${name} was done`];
  return [`${doerOf(index, event)} ${SETTING[event.outcome]} ${name}`, withText(event)];
}

/** The first task that is woken by the end of a future: that is told right after. */
function wokenBy(index: TraceIndex, { n }: DoneEvent): number | undefined {
  const next = index.event(n + 1);
  return next?.type === 'wake' && next.cause === n ? next.task : undefined;
}

function taskEnded(name: string, forWhom: string, { outcome, text }: DoneEvent): Clauses {
  const who = forWhom === '' ? name : `${name}, ${forWhom},`;
  if (outcome === 'cancelled') return [`${who} ended`, ', as cancelled'];
  if (outcome === 'exception') return [`${who} failed`, `, with ${shownText(text ?? 'an error')}`];
  return [`${who} ended`, text === undefined ? '' : `, with the result ${shownText(text)}`];
}

const SETTING = { result: 'set', exception: 'failed', cancelled: 'cancelled' };

function withText({ outcome, text }: DoneEvent): string {
  if (text === undefined) return '';
  return `, ${outcome === 'result' ? 'to' : 'with'} ${shownText(text)}`;
}
