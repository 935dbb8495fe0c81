/**
 * shield: keep what is awaited from being cancelled with whoever awaits it.
 *
 * The outer future takes the cancellation, and the inner one never hears of it. They are
 * tied by a callback each: the end of the inner ends the outer; the end of the outer, if it
 * comes first, unties them.
 *
 * Counterpart: asyncio.shield, in tasks.py. As there in 3.13, an exception of the inner
 * future that comes too late for the outer is reported by the inner one, as unretrieved.
 */

import type { AwaitableLike } from '../coroutine/awaitable';
import { setAwaiter } from '../future/awaiters';
import type { Future } from '../future/future';
import { copyState, retrieveException } from '../future/outcome';
import { ensureFuture } from './ensure-future';

/**
 * Give a future that ends as `awaitable` does, but whose cancellation does not reach it.
 * What is done already is given as it is. When `awaitable` is cancelled, so is the future.
 *
 * @throws TypeError for what cannot be awaited.
 * @example
 * const saved = yield* shield(save(file)); // cancelled here, `save` still ends its work
 */
export function shield<T>(awaitable: AwaitableLike<T>): Future<T> {
  const inner = ensureFuture(awaitable);
  if (inner.done()) return inner;
  const outer = inner.getLoop().createFuture() as Future<T>;
  const innerDone = (): void => {
    if (outer.cancelled())
      retrieveException(inner); // nobody waits any more
    else copyState(inner, outer);
  };
  inner.addDoneCallback(setAwaiter(innerDone, () => outer));
  const outerDone = (): void => {
    if (!inner.done()) inner.removeDoneCallback(innerDone);
  };
  outer.addDoneCallback(outerDone);
  return outer;
}
