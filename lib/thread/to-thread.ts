/**
 * toThread: a function that blocks, and yet does not stop the loop.
 *
 * Counterpart: asyncio.to_thread, in threads.py. As there, the function sees the context
 * variables of whoever called.
 */

import { copyContext } from '../context/context';
import type { Yielded } from '../coroutine/awaitable';
import { coroutine } from '../coroutine/coroutine-function';
import { getRunningLoop } from '../future/running-loop';
import { blocking, jobOf } from './blocking';

/**
 * Call `func(...args)` in a worker thread, and give what it gives. Cancelled, it waits no
 * more; a function that a worker has begun runs to its end, unseen.
 *
 * @param func how long it takes is for `blocking` to say.
 * @throws when awaited: what `func` throws; RuntimeError when the default executor was shut down.
 * @example
 * const read = blocking(2, (name: string) => `text of ${name}`);
 * const text = yield* toThread(read, 'a.txt');
 */
export const toThread = coroutine(function* toThread<A extends unknown[], T>(
  func: (...args: A) => T,
  ...args: A
): Generator<Yielded, T, unknown> {
  const loop = getRunningLoop();
  const context = copyContext();
  const job = jobOf(func);
  const inContext = blocking(job.seconds, (...values: A) => context.run(job.func, ...values));
  return yield* loop.runInExecutor(null, inContext, ...args);
});
