/**
 * How a future ended: looked at from outside, and passed on.
 *
 * `exception()` throws where the future was cancelled; who looks at the end of another's
 * future wants to hear of no exception, then. To look is also to answer for it: an exception
 * that was retrieved is not reported when the loop is closed.
 *
 * Counterpart: `if not fut.cancelled(): fut.exception()`, all over asyncio, and
 * futures._copy_future_state.
 */

import { toError } from '../errors';
import type { ConcurrentFuture } from './concurrent-future';
import type { Future } from './future';

/** Give the exception of `future`, which is done; undefined where it was cancelled. It counts as retrieved. */
export function retrieveException(future: Future | ConcurrentFuture): Error | undefined {
  return future.cancelled() ? undefined : future.exception();
}

/** Give what `future`, which is done, throws: a CancelledError where it was cancelled; undefined where it has a result. */
export function failureOf(future: Future): Error | undefined {
  try {
    future.result();
    return undefined;
  } catch (error) {
    return toError(error);
  }
}

/** Have `target` end as `source` did. */
export function copyState<T>(source: Future<T> | ConcurrentFuture<T>, target: Future<T> | ConcurrentFuture<T>): void {
  if (source.cancelled()) {
    target.cancel();
    return;
  }
  const exception = source.exception();
  if (exception !== undefined) target.setException(exception);
  else target.setResult(source.result());
}
