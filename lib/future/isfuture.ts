/**
 * isfuture: what counts as a future.
 *
 * Whatever carries the blocking flag does: a class of the user's need not extend Future, as
 * long as it behaves as one.
 *
 * Counterpart: asyncio.isfuture, in base_futures.py.
 */

import type { Future } from './future';

/** Tell whether `object` is a future, or says that it is one (asyncio.isfuture). */
export function isfuture(object: unknown): object is Future<unknown> {
  const mark = (object as Future | null | undefined)?.asyncioFutureBlocking;
  return mark !== undefined && mark !== null;
}
