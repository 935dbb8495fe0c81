/**
 * waitFor: one result, or a TimeoutError.
 *
 * Counterpart: asyncio.wait_for, in tasks.py, as it is since Python 3.12: no task is made,
 * a coroutine runs in the caller's.
 */

import { asyncWith } from '../coroutine/async-with';
import { type AwaitableLike, getAwaitable, type Yielded } from '../coroutine/awaitable';
import type { Coroutine } from '../coroutine/coroutine';
import { coroutine, markCoroutineFunction, takeOver } from '../coroutine/coroutine-function';
import { CancelledError } from '../errors';
import { setAwaiter } from '../future/awaiters';
import type { Future } from '../future/future';
import { getRunningLoop } from '../future/running-loop';
import { createWaiter, releaseWaiter } from '../future/waiter';
import { ensureFuture } from './ensure-future';
import { timeout as timeoutAfter, timeoutErrorFrom } from './timeout';

/**
 * Await `awaitable`, for `timeout` seconds at most (null: without end). At the timeout it
 * is cancelled, and its end awaited; should it give a result all the same, that is the
 * result. With a timeout of 0 or less a coroutine is never begun. To cancel the waiting
 * is to cancel `awaitable`.
 *
 * @throws when awaited: TimeoutError; RuntimeError outside a task.
 * @example
 * const page = yield* waitFor(fetchPage(), 10);
 */
export const waitFor = markCoroutineFunction(function waitFor<T>(
  awaitable: AwaitableLike<T>,
  timeout: number | null | undefined,
): Coroutine<T> {
  return waiting(takeOver(awaitable), timeout);
});

const waiting = coroutine(function* waitFor<T>(
  awaitable: AwaitableLike<T>,
  timeout: number | null | undefined,
): Generator<Yielded, T, unknown> {
  if (typeof timeout === 'number' && timeout <= 0) return yield* withoutWaiting(awaitable);
  return yield* asyncWith(timeoutAfter(timeout ?? null), function* () {
    return yield* getAwaitable(awaitable);
  });
});

function* withoutWaiting<T>(awaitable: AwaitableLike<T>): Generator<unknown, T, unknown> {
  const future = ensureFuture(awaitable);
  if (future.done()) return future.result();
  yield* cancelAndWait(future);
  try {
    return future.result();
  } catch (error) {
    if (!(error instanceof CancelledError)) throw error;
    throw timeoutErrorFrom(error);
  }
}

/** Cancel `future` and wait for its end, by way of a future of our own: so that the waiting can be cancelled by itself. */
function* cancelAndWait(future: Future): Generator<unknown, void, unknown> {
  const waiter = createWaiter(getRunningLoop());
  const release = setAwaiter(
    () => releaseWaiter(waiter),
    () => waiter,
  );
  future.addDoneCallback(release);
  try {
    future.cancel();
    yield* waiter;
  } finally {
    future.removeDoneCallback(release);
  }
}
