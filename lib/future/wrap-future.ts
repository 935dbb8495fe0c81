/**
 * Futures of threads and futures of a loop, tied together.
 *
 * When the one is done, so is the other, and in the same way; and when the other is
 * cancelled, so is the one. A thread ends a future when it likes: the loop hears of it in
 * the next iteration, by `callSoonThreadsafe`.
 *
 * Counterpart: asyncio.wrap_future and _chain_future, in futures.py.
 */

import { AssertionError } from '../errors';
import { repr } from '../repr';
import type { AbstractEventLoop } from './abstract-event-loop';
import { ConcurrentFuture } from './concurrent-future';
import type { Future } from './future';
import { isfuture } from './isfuture';
import { copyState } from './outcome';
import { getEventLoop } from './running-loop';

/**
 * Give a future of `loop`, otherwise the one that `getEventLoop` gives, that ends as the thread's
 * `future` does; to cancel it is to cancel that, if the thread has not begun. A Future is given as it is.
 *
 * @throws AssertionError when `future` is neither.
 * @example
 * const pool = new ThreadPoolExecutor();
 * const read = blocking(2, () => 'data');
 * yield* wrapFuture(pool.submit(read)); // 'data'
 */
export function wrapFuture<T>(
  future: ConcurrentFuture<T> | Future<T>,
  { loop: given }: { readonly loop?: AbstractEventLoop | null } = {},
): Future<T> {
  if (isfuture(future)) return future;
  if (!(future instanceof ConcurrentFuture)) {
    throw new AssertionError(`concurrent.futures.Future is expected, got ${repr(future)}`);
  }
  const loop = given ?? getEventLoop();
  const wrapper = loop.createFuture() as Future<T>;
  const checkCancel = (): void => {
    if (wrapper.cancelled()) future.cancel();
  };
  wrapper.addDoneCallback(checkCancel);
  future.addDoneCallback(() => {
    if (!loop.isClosed()) loop.callSoonThreadsafe(copyToLoop, future, wrapper);
  });
  return wrapper;
}

/** Have the thread's `future` end as `task`, of a loop, does; to cancel it is to cancel that. */
export function chainToThread<T>(task: Future<T>, future: ConcurrentFuture<T>): void {
  const loop = task.getLoop();
  future.addDoneCallback(() => {
    if (future.cancelled() && !loop.isClosed()) loop.callSoonThreadsafe(cancelTask, task);
  });
  const setState = (): void => copyToThread(task, future);
  task.addDoneCallback(setState);
}

function cancelTask(task: Future<never> | Future): void {
  task.cancel();
}

function copyToLoop<T>(source: ConcurrentFuture<T>, target: Future<T>): void {
  if (!target.cancelled()) copyState(source, target);
}

function copyToThread<T>(source: Future<T>, target: ConcurrentFuture<T>): void {
  if (source.cancelled()) target.cancel();
  if (target.setRunningOrNotifyCancel()) copyState(source, target);
}
