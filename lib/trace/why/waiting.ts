/**
 * waitingChain: what a task waits for, and what that waits for in turn, as it was at some event.
 *
 *     a task            and what that was doing
 *     a lock            who had it, since when, and what they were doing
 *     a sleep           until when: there the chain ends
 *     a switch          who made it, for a greenlet: there it ends, too
 *     another future    who ended it, by what the rest of the trace tells: there it ends, too
 *
 * A chain that comes back to a task that it has told of is a circle, and ends there.
 *
 * Counterpart: none; deadlock.ts finds such circles in the loop itself.
 */

import type { SuspendEvent } from '../event/task-events';
import type { EventType } from '../event-type';
import type { TraceEvent } from '../trace-event';
import { heldBy, timerAwaited } from './awaited';
import { sentenceOf } from './sentence';
import { tellingCause } from './telling-cause';
import type { TraceIndex } from './trace-index';

/** An event of the chain, and what happened there. */
interface Link {
  readonly event: number;
  readonly sentence: string;
}

/** What a task waits for: what is to be told of that, and the task that it depends on. */
interface Obstacle {
  readonly links: readonly Link[];
  readonly task?: number;
}

/** Give what the task of `suspend` waits for, at event `at` or, where its wait was over by then, just before that. */
export function waitingChain(index: TraceIndex, suspend: SuspendEvent, at: number): Link[] {
  const over = index.next(suspend.task, suspend.n, 'wake', 'resume')?.n ?? Infinity;
  const moment = Math.max(suspend.n, Math.min(at, over - 1));
  const chain: Link[] = [];
  const told = new Set<number>();
  for (let task: number | undefined = suspend.task; task !== undefined; ) {
    const last: TraceEvent | undefined = index.last(task, moment, 'task', 'resume', 'suspend', 'wake', 'done');
    if (last === undefined) break;
    if (told.has(task)) return [...chain, circle(index, task, last)];
    told.add(task);
    chain.push({ event: last.n, sentence: STATES[last.type]?.(index.nameOf(task, last.n)) ?? sentenceOf(index, last) });
    const obstacle: Obstacle | undefined = last.type === 'suspend' ? obstacleOf(index, last, moment) : undefined;
    chain.push(...(obstacle?.links ?? []));
    task = obstacle?.task;
  }
  return chain;
}

/** What a task was doing that did not wait, by the last event that was about it. */
const STATES: { readonly [type in EventType]?: (name: string) => string } = {
  task: (name) => `${name} had not begun yet`,
  wake: (name) => `${name} had been woken, and was about to go on`,
  resume: (name) => `${name} was taking a step`,
};

function linkOf(index: TraceIndex, event: TraceEvent, waiter?: number): Link {
  return { event: event.n, sentence: sentenceOf(index, event, waiter) };
}

function circle(index: TraceIndex, task: number, { n }: TraceEvent): Link {
  return { event: n, sentence: `So ${index.nameOf(task, n)} waits, in the end, for itself` };
}

function obstacleOf(index: TraceIndex, suspend: SuspendEvent, at: number): Obstacle {
  const { future, primitive = 0 } = suspend;
  if (index.isGreenlet(suspend.task)) return { links: [switchBack(index, suspend)] };
  if (future === undefined || timerAwaited(index, suspend) !== undefined) return { links: [] };
  if (index.makingOf(future) !== undefined) return { links: [], task: future };
  const [owner] = heldBy(index, suspend, at);
  if (owner === undefined) return enderOf(index, suspend, future);
  const acquisition = index.acquisitionBy(owner, primitive, at);
  return { links: acquisition === undefined ? [] : [linkOf(index, acquisition)], task: owner };
}

/** Who ends a future is known by how it did end. One that ends with a task, as gather's does, waits for that. */
function enderOf(index: TraceIndex, suspend: SuspendEvent, future: number): Obstacle {
  const end = index.endOf(future);
  if (end === undefined) return { links: [{ event: suspend.n, sentence: NOBODY }] };
  const cause = index.within(end.n)?.type === 'run' ? tellingCause(index, end)?.event : undefined;
  if (cause?.type === 'done' && index.makingOf(cause.future) !== undefined) return { links: [], task: cause.future };
  const request = index.event(end.cause);
  return { links: [linkOf(index, request?.type === 'cancel' ? request : end, suspend.task)] };
}

/** A greenlet goes on when somebody switches to it; nobody knows who will, but who did. */
function switchBack(index: TraceIndex, suspend: SuspendEvent): Link {
  const resume = index.next(suspend.task, suspend.n, 'resume');
  const event = index.event(resume?.cause ?? 0);
  return event === undefined ? { event: suspend.n, sentence: NOBODY } : linkOf(index, event);
}

const NOBODY = 'Nobody ended that wait, as far as the trace goes';
