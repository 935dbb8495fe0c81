/**
 * why: the chain of causes that led to an event, told as a story.
 *
 * Each link is an event, and what happened there in a sentence. The chain begins with the
 * event that is asked about, and goes back, by telling-cause.ts, to where the program began.
 * Of a task that waits it is told, by waiting.ts, what for, who has that, and what they wait
 * for in turn: these events may be later.
 *
 * Counterpart: none.
 */

import type { SuspendEvent } from '../event/task-events';
import type { TraceEvent } from '../trace-event';
import { sentenceOf } from './sentence';
import { tellingCause } from './telling-cause';
import type { TraceIndex } from './trace-index';
import { waitingChain } from './waiting';

/** A link in a chain of causes. */
export interface Cause {
  /** The number of the event: to go there, or to ask on. */
  readonly event: number;
  /** What happened, in plain words: `Task-3 went on at 2s, in hello (hello.ts:12)`. */
  readonly sentence: string;
}

/** What `why` is to tell. */
export interface WhyOptions {
  /** Of a task that waits on: the event up to which things are looked at, that of the moment shown; by default that at which it began to. */
  readonly at?: number;
  /** How many links to give; by default 20. */
  readonly limit?: number;
}

/**
 * Give the chain of causes of event `n`, nearest first; the first link is the event itself. Empty
 * where there is no such event.
 *
 * @example
 * const recorder = new Recorder();
 * loop.observer = recorder.watch(loop);
 * loop.runUntilComplete(hello(1));
 * const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: 'hello.ts', sources: {} };
 * const index = new TraceIndex({ header, events: recorder.events });
 * for (const { event, sentence } of why(index, recorder.events.length)) console.log(event, sentence);
 */
export function why(index: TraceIndex, n: number, { at = n, limit = 20 }: WhyOptions = {}): readonly Cause[] {
  const event = index.event(n);
  if (event === undefined) return [];
  const suspend = suspensionToTell(index, event);
  if (suspend === undefined) return backFrom(index, event, limit);
  const own = event === suspend ? [] : [{ event: n, sentence: sentenceOf(index, event) }];
  return [...own, ...waitingChain(index, suspend, at)].slice(0, limit);
}

/** Give the suspension that an event is about, which is explained by what is waited for. */
function suspensionToTell(index: TraceIndex, event: TraceEvent): SuspendEvent | undefined {
  switch (event.type) {
    case 'suspend':
      return event.future === undefined && !index.isGreenlet(event.task) ? undefined : event;
    case 'wait':
      return index.next(event.task ?? 0, event.n, 'suspend');
    case 'deadlock':
      return index.last(event.tasks[0] ?? 0, event.n, 'suspend');
  }
  return undefined;
}

function backFrom(index: TraceIndex, event: TraceEvent, limit: number): Cause[] {
  const chain = [{ event: event.n, sentence: sentenceOf(index, event) }];
  let cause = tellingCause(index, event);
  for (; cause !== undefined && chain.length < limit; cause = tellingCause(index, cause.event)) {
    chain.push({ event: cause.event.n, sentence: sentenceOf(index, cause.event, cause.waiter) });
  }
  return chain;
}
