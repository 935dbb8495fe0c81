/**
 * isfuture: what counts as a future.
 *
 * Whatever carries the blocking flag does: a class of the user's need not extend Future, as
 * long as it behaves as one.
 *
 * Counterpart: asyncio.isfuture, in base_futures.py.
 */

import type { AwaitableLike } from '../coroutine/awaitable';
import type { Future } from './future';

/**
 * Tell whether `object` is a future, or says that it is one (asyncio.isfuture).
 *
 * @example
 * isfuture(loop.createFuture()); // true
 * isfuture(hello(1)); // false
 */
export function isfuture<T>(object: AwaitableLike<T>): object is Future<T>;
export function isfuture(object: unknown): object is Future;
export function isfuture(object: unknown): boolean {
  const mark = (object as Future | null | undefined)?.asyncioFutureBlocking;
  return mark !== undefined && mark !== null;
}
