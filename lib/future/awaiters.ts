/**
 * Who awaits a future.
 *
 * A task that awaits it is a link in the list of its waiters. Where a combinator stands
 * between the two (gather, shield, wait, a task group), the link is a done-callback; and
 * that may say for which other future it was left there, which somebody awaits in turn.
 * So the question can be answered, and nothing has to be kept for it.
 *
 * Counterpart: `_asyncio_awaited_by` of a future, in Python 3.14, which is kept.
 */

import { Future } from './future';
import type { DoneCallback } from './waiter-list';

// biome-ignore lint/suspicious/noExplicitAny: a future of anything
type Awaiter = () => Future<any> | undefined;

/** For which future each done-callback was left, of those that say so. */
const awaiterOf = new WeakMap<DoneCallback, Awaiter>();

/** Say that `callback`, a done-callback, was left for the future that `awaiter` gives when it is asked; give `callback`. */
export function setAwaiter<C extends DoneCallback>(callback: C, awaiter: Awaiter): C {
  awaiterOf.set(callback, awaiter);
  return callback;
}

/** Give the tasks that await `future`, and the futures whose end waits for it, in the order in which they came. */
export function awaitersOf(future: Future): Future[] {
  const awaiters: Future[] = [];
  for (const waiter of future.getWaiters()) {
    const awaiter = waiter instanceof Future ? waiter : awaiterOf.get(waiter.callback)?.();
    if (awaiter !== undefined) awaiters.push(awaiter);
  }
  return awaiters;
}
