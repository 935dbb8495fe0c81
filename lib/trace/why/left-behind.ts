/**
 * leftBehind: what a program had left when its loop was closed, each as a story.
 *
 * Exceptions that nobody retrieved, coroutines never awaited, tasks destroyed while pending: the
 * loop complains of them, in the words of asyncio. Here is added what happened to each last, who
 * made it, and where.
 *
 * Counterpart: none; leftovers.ts is where the loop looks for them.
 */

import type { LeftoverEvent } from '../event/program-events';
import type { TraceEvent } from '../trace-event';
import { sentenceOf } from './sentence';
import type { TraceIndex } from './trace-index';
import type { Cause } from './why';

/** Something that was left behind. */
export interface LeftBehind {
  /** The number of the event: the loop complained. */
  readonly event: number;
  /** The future or task that it is about, if it is one. */
  readonly future: number | undefined;
  /** What happened, latest first: the complaint, then what led to it. */
  readonly story: readonly Cause[];
}

/** Give all that was left behind, in the order of the complaints. */
export function leftBehind(index: TraceIndex): readonly LeftBehind[] {
  const complaints = index.trace.events.filter((event): event is LeftoverEvent => event.type === 'leftover');
  return complaints.map((event) => ({ event: event.n, future: event.future, story: storyOf(index, event) }));
}

function storyOf(index: TraceIndex, event: LeftoverEvent): Cause[] {
  const { n, future = 0 } = event;
  const last = index.endOf(future) ?? index.last(future, n, 'suspend');
  const told: readonly (TraceEvent | undefined)[] = [event, last, index.makingOf(future)];
  return told.flatMap((each) => (each === undefined ? [] : [{ event: each.n, sentence: sentenceOf(index, each) }]));
}
