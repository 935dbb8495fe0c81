/**
 * fateOf: what became of a request to end, in one of the tasks that it reached.
 *
 * The CancelledError lands in the next step of the task, where that waited. What the task does
 * then tells what became of it:
 *
 *     cancelled   the task ended as cancelled, at once or after it had waited once more, to clean up
 *     turned      the task failed with another exception; or a timeout or a task group, whose
 *                 request it was, put another in the place of the CancelledError
 *     swallowed   the task gave a result, or went on as if nothing had happened
 *     deflected   it never landed: what the task waited for went on, or the request was taken back
 *     late        it never landed: the task ended in the very step in which it was asked
 *     pending     it has not landed where the trace ends, or has only just
 *
 * Counterpart: none.
 */

import type { CancelEvent, DoneEvent, ResumeEvent, SuspendEvent } from '../event/task-events';
import type { TraceEvent } from '../trace-event';
import { sentenceOf } from './sentence';
import type { TraceIndex } from './trace-index';

/** What became of a request to end. */
export type Fate = 'cancelled' | 'turned' | 'swallowed' | 'deflected' | 'late' | 'pending';

/** What asks the very task that is inside it. */
export type Scope = 'timeout' | 'task group';

/** What became of a request, and the events that tell it, in their order. */
export interface FateStory {
  readonly fate: Fate;
  readonly told: readonly Told[];
}

interface Told {
  readonly event: number;
  readonly sentence: string;
}

/** Tell what became of `request` in the task that it asks; `scope` is what asked it, if that is something that it is inside. */
export function fateOf(index: TraceIndex, request: CancelEvent, scope: Scope | undefined): FateStory {
  const next = index.next(request.task, request.n, 'resume', 'done');
  if (next === undefined) return pending(index, request);
  if (next.type === 'done') return endedBefore(index, next);
  if (!next.cancelled) return { fate: 'deflected', told: [tell(index, next, 'the request did not reach it')] };
  const reaction = index.next(request.task, next.n, 'suspend', 'done');
  if (reaction === undefined) return { fate: 'pending', told: [tell(index, next)] };
  const after = reaction.type === 'done' ? ended(index, reaction, next, scope) : wentOn(index, reaction, next, scope);
  return { fate: after.fate, told: [tell(index, next), ...after.told] };
}

function pending(index: TraceIndex, { task, n }: CancelEvent): FateStory {
  const sentence = `That has not landed in ${index.nameOf(task, n)} where the trace ends`;
  return { fate: 'pending', told: [{ event: index.trace.events.length, sentence }] };
}

/** A task that is asked in its own step, and ends in it without an exception, ends as cancelled. */
function endedBefore(index: TraceIndex, end: DoneEvent): FateStory {
  if (end.outcome === 'cancelled') return { fate: 'cancelled', told: [tell(index, end)] };
  return { fate: 'late', told: [tell(index, end, 'the request came too late')] };
}

function tell(index: TraceIndex, event: TraceEvent, verdict?: string): Told {
  const sentence = sentenceOf(index, event);
  return { event: event.n, sentence: verdict === undefined ? sentence : `${sentence}: ${verdict}` };
}

function ended(index: TraceIndex, end: DoneEvent, landing: ResumeEvent, scope: Scope | undefined): FateStory {
  switch (end.outcome) {
    case 'cancelled':
      return { fate: 'cancelled', told: [tell(index, end)] };
    case 'exception':
      return { fate: 'turned', told: [tell(index, end)] };
    case 'result':
      return swallowed(index, end, landing, scope);
  }
}

function swallowed(index: TraceIndex, event: TraceEvent, landing: ResumeEvent, scope: Scope | undefined): FateStory {
  if (scope !== undefined) return { fate: 'turned', told: [tell(index, event, TAKEN_BACK[scope])] };
  return { fate: 'swallowed', told: [tell(index, event, `it swallowed the ${nameOfError(landing)}`)] };
}

/** What landed: a CancelledError; in a greenlet, a GreenletExit or what it was to be killed with. */
function nameOfError({ error = 'CancelledError' }: ResumeEvent): string {
  return error.replace(/:[\s\S]*/, '');
}

/** Who waits again may only clean up: how it ends tells, unless it was asked once more. */
function wentOn(index: TraceIndex, suspend: SuspendEvent, landing: ResumeEvent, scope: Scope | undefined): FateStory {
  const { task, n } = suspend;
  const end = index.next(task, n, 'cancel', 'done');
  if (end?.type === 'done' && end.outcome === 'cancelled') {
    return { fate: 'cancelled', told: [tell(index, suspend, 'it cleaned up'), tell(index, end)] };
  }
  const isOver = end !== undefined || scope !== undefined || index.next(task, n, 'resume') !== undefined;
  return isOver ? swallowed(index, suspend, landing, scope) : { fate: 'pending', told: [tell(index, suspend)] };
}

const TAKEN_BACK: { readonly [scope in Scope]: string } = {
  timeout: 'the timeout has put a TimeoutError in place of the CancelledError',
  'task group': 'the task group puts the errors of its tasks in place of the CancelledError',
};
