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
const awaiters = new WeakMap<DoneCallback, Awaiter>();

/** Say that `callback` was left for the future that `awaiter` gives when it is asked, with another future or a timer; give `callback`. */
export function setAwaiter<C extends DoneCallback>(callback: C, awaiter: Awaiter): C {
  awaiters.set(callback, awaiter);
  return callback;
}

/** Give the future for which `callback` was left, if that was said and it still holds. */
export function awaiterOf(callback: DoneCallback): Future | undefined {
  return awaiters.get(callback)?.();
}

/** Give the tasks that await `future`, and the futures whose end waits for it, in the order in which they came. */
export function awaitersOf(future: Future): Future[] {
  const found: Future[] = [];
  for (const waiter of future.getWaiters()) {
    const awaiter = waiter instanceof Future ? waiter : awaiterOf(waiter.callback);
    if (awaiter !== undefined) found.push(awaiter);
  }
  return found;
}
