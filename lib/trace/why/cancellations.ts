/**
 * cancellations: each request to end in a trace, as a story.
 *
 * Who asked, and with what message; to which tasks it was passed on, as a task passes it to
 * what it waits for; where it landed, innermost first; and what became of it in each.
 *
 * Counterpart: none.
 */

import type { CancelEvent } from '../event/task-events';
import { callbackWithin } from './doer';
import { type Fate, type FateStory, fateOf, type Scope } from './fate';
import { sentenceOf } from './sentence';
import type { TraceIndex } from './trace-index';
import type { Cause } from './why';

/** A request to end. */
export interface Cancellation {
  /** The number of the event: somebody asked. */
  readonly event: number;
  /** The task that was asked. */
  readonly task: number;
  /** What became of it there. */
  readonly fate: Fate;
  /** What happened, in order: the first is the request itself. */
  readonly story: readonly Cause[];
}

/** Give each request to end, in their order. One that is passed on is part of the first. */
export function cancellations(index: TraceIndex): readonly Cancellation[] {
  const requests = new Map<number, CancelEvent[]>();
  for (const event of index.trace.events) {
    if (event.type !== 'cancel') continue;
    const above = requests.get(event.cause) ?? [];
    requests.set(event.n, above);
    above.push(event);
  }
  return [...new Set(requests.values())].map((passedOn) => cancellation(index, passedOn));
}

/** The first request, and those to which it was passed on. */
function cancellation(index: TraceIndex, requests: readonly CancelEvent[]): Cancellation {
  const [first] = requests as [CancelEvent];
  const asked = requests.map((event) => ({ event: event.n, sentence: sentenceOf(index, event) }));
  const fates = requests.map((request) => fateOf(index, request, scopeOf(index, request)));
  const told = fates.flatMap((fate) => fate.told).sort((a, b) => a.event - b.event);
  const { fate } = fates[0] as FateStory;
  return { event: first.n, task: first.task, fate, story: [...asked, ...told] };
}

/** A timeout, and a task group, ask the task that is inside them, and make another exception of what lands. */
function scopeOf(index: TraceIndex, { n, task, cause }: CancelEvent): Scope | undefined {
  const callback = callbackWithin(index, n);
  if (callback === undefined || index.event(cause)?.type === 'cancel') return undefined;
  if (callback.label === 'onTimeout()') return 'timeout';
  const end = index.event(callback.cause);
  const isParent = end?.type === 'done' && index.makingOf(end.future)?.parent === task;
  return callback.label === 'onTaskDone()' && isParent ? 'task group' : undefined;
}
