/**
 * A waiter: a future that is made only to be waited for, and to be released from.
 *
 * Several may release the same one, and whoever waits may have been cancelled: the first
 * that comes is enough.
 *
 * Counterpart: tasks._release_waiter and futures._set_result_unless_cancelled.
 */

import type { Future } from './future';

/** Let whoever awaits `waiter` go on, if that has not happened yet. */
export function releaseWaiter(waiter: Future<void>): void {
  if (!waiter.done()) waiter.setResult();
}
