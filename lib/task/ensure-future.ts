/**
 * ensureFuture: whatever can be awaited, as a future.
 *
 * It is how `gather`, `wait`, `shield` and `runUntilComplete` come by futures of what they
 * are given: they add done-callbacks to those, and need not know what a coroutine is.
 *
 * Counterpart: asyncio.ensure_future, in tasks.py. As there, a coroutine that no task can
 * be made of is closed before the error is thrown.
 */

import { type AwaitableLike, getAwaitable, isawaitable, notAwaitable } from '../coroutine/awaitable';
import type { Coroutine, CoroutineLike } from '../coroutine/coroutine';
import { closeCoroutine, coroutine, isCoroutineLike } from '../coroutine/coroutine-function';
import { RuntimeError, ValueError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import type { Future } from '../future/future';
import { isfuture } from '../future/isfuture';
import { getEventLoop } from '../future/running-loop';

/**
 * Give a future as it is; make a task of a coroutine; make a task that awaits any other awaitable.
 *
 * @param options.loop the loop to make the task on; otherwise the one `getEventLoop` gives.
 * @throws TypeError for what cannot be awaited; ValueError for a future of another loop;
 *   RuntimeError when the loop is closed.
 * @example
 * const task = ensureFuture(hello(1)); // scheduled from now on
 * ensureFuture(task) === task; // true
 * yield* task; // 1
 */
export function ensureFuture<T>(
  awaitable: AwaitableLike<T>,
  { loop }: { loop?: AbstractEventLoop | null } = {},
): Future<T> {
  if (isfuture(awaitable)) {
    if ((loop ?? awaitable.getLoop()) !== awaitable.getLoop()) {
      throw new ValueError('The future belongs to a different loop than the one specified as the loop argument');
    }
    return awaitable;
  }
  if (isCoroutineLike(awaitable)) return makeTask(awaitable, loop);
  if (isawaitable(awaitable)) return makeTask(wrapAwaitable(awaitable) as Coroutine<T>, loop);
  throw notAwaitable(awaitable, 'An asyncio.Future, a coroutine or an awaitable is required');
}

function makeTask<T>(coro: CoroutineLike<T>, loop: AbstractEventLoop | null | undefined): Future<T> {
  const owner = loop ?? getEventLoop();
  try {
    return owner.createTask(coro) as Future<T>;
  } catch (error) {
    if (error instanceof RuntimeError) closeCoroutine(coro);
    throw error;
  }
}

const wrapAwaitable = coroutine(function* _wrap_awaitable(awaitable: AwaitableLike<unknown>) {
  return yield* getAwaitable(awaitable);
});
