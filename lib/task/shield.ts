/**
 * shield: keep what is awaited from being cancelled with whoever awaits it.
 *
 * Counterpart: asyncio.shield, in tasks.py.
 */

import type { AwaitableLike } from '../coroutine/awaitable';
import { Future } from '../future/future';
import { ensureFuture } from './ensure-future';

/**
 * Give a future that ends as `awaitable` does, but whose cancellation does not reach it.
 * What is done already is given as it is.
 *
 * @throws TypeError for what cannot be awaited.
 * @example
 * const saved = yield* shield(save(file)); // cancelled here, `save` still ends its work
 */
export function shield<T>(awaitable: AwaitableLike<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const outer = new Future<T>(inner.getLoop());
  const innerDone = (): void => copyState(inner, outer);
  inner.addDoneCallback(innerDone);
  outer.addDoneCallback(() => {
    if (!inner.done()) inner.removeDoneCallback(innerDone);
  });
  return outer;
}

function copyState<T>(inner: Future<T>, outer: Future<T>): void {
  if (outer.cancelled()) {
    // Nobody waits any more: the exception counts as retrieved.
    if (!inner.cancelled()) inner.exception();
    return;
  }
  if (inner.cancelled()) {
    outer.cancel();
    return;
  }
  const exception = inner.exception();
  if (exception !== undefined) outer.setException(exception);
  else outer.setResult(inner.result());
}
