/**
 * triggerOf: what made a task take a step.
 *
 *     the end of what it waited for   which may be a task, a timer's future, its turn at a lock
 *     a request to cancel             for which it waits no longer
 *     its own giving way              after which it goes on by itself
 *     its making                      for the first step
 *     a switch                        for a greenlet
 *
 * A trace tells of each link between: the end wakes the task, by which a handle is scheduled,
 * which is run, which is the step. Here that is one leap.
 *
 * Counterpart: none.
 */

import type { ScheduleEvent } from '../event/loop-events';
import type { DoneEvent, ResumeEvent } from '../event/task-events';
import type { TraceEvent } from '../trace-event';
import type { TraceIndex } from './trace-index';

/** Give the event that made a task take the step `resume`; undefined where the trace does not say. */
export function triggerOf(index: TraceIndex, resume: ResumeEvent): TraceEvent | undefined {
  const cause = index.event(resume.cause);
  if (cause?.type === 'switch') return cause;
  const end = wakingEnd(index, resume);
  return requestBehind(index, resume, end) ?? end ?? ownTrigger(index, resume);
}

/** Give the end of the future that woke the task for this step; undefined where none did. */
export function wakingEnd(index: TraceIndex, resume: ResumeEvent): DoneEvent | undefined {
  const wake = index.event(schedulingOfStep(index, resume)?.cause ?? 0);
  return wake?.type === 'wake' ? index.endOf(wake.future) : undefined;
}

/** A request may have cancelled what was waited for; or have come while a step was scheduled already, to which it adds the error. */
function requestBehind(index: TraceIndex, resume: ResumeEvent, end: DoneEvent | undefined): TraceEvent | undefined {
  if (!resume.cancelled) return undefined;
  if (end === undefined || !endedCancelled(end)) return index.last(resume.task, resume.n, 'cancel');
  const cause = index.event(end.cause);
  return cause?.type === 'cancel' && cause.task === resume.task ? cause : undefined;
}

/** Whether whoever waited for it is told a CancelledError: gather's future has that as an exception. */
export function endedCancelled({ outcome, text = '' }: DoneEvent): boolean {
  return outcome === 'cancelled' || (outcome === 'exception' && text.startsWith('CancelledError'));
}

function ownTrigger(index: TraceIndex, resume: ResumeEvent): TraceEvent | undefined {
  const before = index.last(resume.task, resume.n - 1, 'task', 'resume', 'suspend');
  if (before?.type !== 'suspend' || before.future === undefined) return before;
  return index.event(schedulingOfStep(index, resume)?.cause ?? 0);
}

/** Give the scheduling of the handle that was run for this step; an eager task takes its first step without one. */
function schedulingOfStep(index: TraceIndex, resume: ResumeEvent): ScheduleEvent | undefined {
  const run = index.event(resume.cause);
  const scheduling = run?.type === 'run' ? index.schedulingOf(run.handle) : undefined;
  return scheduling?.task === resume.task ? scheduling : undefined;
}
