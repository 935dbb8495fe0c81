/**
 * runCoroutineThreadsafe: a coroutine, handed to a loop from another thread.
 *
 * Counterpart: asyncio.run_coroutine_threadsafe, in tasks.py.
 */

import { type CoroutineLike, iscoroutine } from '../coroutine/coroutine';
import { leavesTheLoop, toError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import { ConcurrentFuture } from '../future/concurrent-future';
import { chainToThread } from '../future/wrap-future';
import { ensureFuture } from './ensure-future';

/**
 * Make a task of `coro` on `loop`, in its next iteration, and give a future that a thread can
 * ask. To cancel that is to cancel the task.
 *
 * @throws TypeError when `coro` is no coroutine; RuntimeError when the loop is closed.
 * @example
 * const future = runCoroutineThreadsafe(hello(1), loop);
 * future.addDoneCallback(() => console.log(future.result())); // 1, after one second
 */
export function runCoroutineThreadsafe<T>(coro: CoroutineLike<T>, loop: AbstractEventLoop): ConcurrentFuture<T> {
  if (!iscoroutine(coro)) throw new TypeError('A coroutine object is required');
  const future = new ConcurrentFuture<T>();
  const begin = (): void => {
    try {
      chainToThread(ensureFuture(coro, { loop }), future);
    } catch (error) {
      if (!leavesTheLoop(error) && future.setRunningOrNotifyCancel()) future.setException(toError(error));
      throw error;
    }
  };
  loop.callSoonThreadsafe(begin);
  return future;
}
