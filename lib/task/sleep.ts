/**
 * sleep: let time pass, and others run.
 *
 * A future, and a timer that sets it. A sleep that is cancelled takes its timer back, so
 * that nothing is left in the heap to let time pass for. To sleep for 0 takes neither: a
 * bare yield does.
 *
 * Counterpart: asyncio.sleep, in tasks.py.
 */

import type { Coroutine } from '../coroutine/coroutine';
import { coroutine, markCoroutineFunction } from '../coroutine/coroutine-function';
import { GiveWay } from '../coroutine/give-way';
import type { Future } from '../future/future';
import { getRunningLoop } from '../future/running-loop';
import { repr, typeName } from '../repr';
import { checkSeconds } from '../seconds';

/**
 * Wait `delay` seconds, then give `result`. With a delay of 0 or less, give way for one
 * iteration. Infinity waits until cancelled. Cancelled, it ends with the CancelledError.
 *
 * @throws when awaited: ValueError when `delay` is NaN; TypeError when it is no number.
 * @example
 * yield* sleep(1.5);
 */
export function sleep<T = void>(delay: number, result?: T): Coroutine<T> {
  if (typeof delay === 'number' && delay <= 0) return new GiveWay(result as T, 'sleep');
  return sleepUntilWoken(delay, result);
}
markCoroutineFunction(sleep);

const sleepUntilWoken = coroutine(function* sleep<T>(delay: number, result?: T): Generator<unknown, T, unknown> {
  checkDelay(delay);
  const loop = getRunningLoop();
  const future = loop.createFuture() as Future<T>;
  const handle = loop.callLater(delay, setResultUnlessCancelled, future, result as T);
  try {
    return yield* future;
  } finally {
    handle.cancel();
  }
});

function setResultUnlessCancelled<T>(future: Future<T>, result: T): void {
  if (!future.cancelled()) future.setResult(result);
}

function checkDelay(delay: number): void {
  if (typeof delay !== 'number') {
    throw new TypeError(
      `'<=' not supported between instances of '${typeName(delay)}' and 'number': sleep(${repr(delay)})`,
    );
  }
  checkSeconds('delay', delay);
}
