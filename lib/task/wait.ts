/**
 * wait: until some, or all, are done.
 *
 * Counterpart: asyncio.wait, in tasks.py. It also takes coroutines, and makes tasks of
 * them in their order, as asyncio did until Python 3.10. The two sets keep the order of
 * the arguments, where Python's have none.
 */

import type { AwaitableLike, ResultOf } from '../coroutine/awaitable';
import type { Coroutine } from '../coroutine/coroutine';
import { coroutine, markCoroutineFunction, takeOver } from '../coroutine/coroutine-function';
import { AssertionError, ValueError } from '../errors';
import { setAwaiter } from '../future/awaiters';
import type { Future } from '../future/future';
import { retrieveException } from '../future/outcome';
import { getRunningLoop } from '../future/running-loop';
import { createWaiter, releaseWaiter } from '../future/waiter';
import { repr, typeName } from '../repr';
import { futuresOf, listOf } from './awaitable-list';
import type { Task } from './task';

/** Have `wait` end as soon as one is done. */
export const FIRST_COMPLETED = 'FIRST_COMPLETED';
/** Have `wait` end as soon as one fails; a cancelled one has not failed. Otherwise, when all are done. */
export const FIRST_EXCEPTION = 'FIRST_EXCEPTION';
/** Have `wait` end when all are done. */
export const ALL_COMPLETED = 'ALL_COMPLETED';

/** When `wait` is over: when one is done, when one failed (or all are done), when all are done. */
export type ReturnWhen = typeof FIRST_COMPLETED | typeof FIRST_EXCEPTION | typeof ALL_COMPLETED;

/** Keyword arguments of `wait`. */
export interface WaitOptions {
  /** Seconds to wait at most; otherwise without end. */
  readonly timeout?: number | null;
  /** What to wait for; otherwise `ALL_COMPLETED`. */
  readonly returnWhen?: ReturnWhen;
}

interface Wait {
  <T>(awaitables: Iterable<Task<T>>, options?: WaitOptions): Coroutine<[done: Set<Task<T>>, pending: Set<Task<T>>]>;
  <A extends AwaitableLike<unknown>>(
    awaitables: Iterable<A>,
    options?: WaitOptions,
  ): Coroutine<[done: Set<Future<ResultOf<A>>>, pending: Set<Future<ResultOf<A>>>]>;
}

/**
 * Wait until `awaitables` are done, and give the set of those that are, and of those that
 * are not. Raises none of their exceptions, and cancels none: not at the timeout, and not
 * when the waiting is cancelled.
 *
 * @throws when awaited: TypeError when given a single awaitable; ValueError when given none, or a
 *   `returnWhen` that is none of the three; AssertionError when given a generator that yields none.
 * @example
 * const [done, pending] = yield* wait([hello(1), hello(2)], { timeout: 1.5 });
 */
export const wait = markCoroutineFunction(function wait(
  awaitables: Iterable<AwaitableLike<unknown>>,
  options?: WaitOptions,
) {
  return waiting(isCollection(awaitables) ? Array.from(awaitables, takeOver) : awaitables, options);
}) as Wait;

/** What holds its items already: they may be native calls that have begun. */
function isCollection(iterable: unknown): boolean {
  return Array.isArray(iterable) || iterable instanceof Set;
}

const waiting = coroutine(function* wait<T>(
  awaitables: Iterable<AwaitableLike<T>>,
  { timeout = null, returnWhen = ALL_COMPLETED }: WaitOptions = {},
): Generator<unknown, [Set<Future<T>>, Set<Future<T>>], unknown> {
  const list = listOf(awaitables);
  checkArguments(awaitables, list, returnWhen);
  const futures = futuresOf(list);
  yield* waitUntil(returnWhen, futures, timeout);
  const done = new Set<Future<T>>();
  const pending = new Set<Future<T>>();
  for (const future of futures) (future.done() ? done : pending).add(future);
  return [done, pending];
});

/** Wait for the futures, or the timeout, by way of a future of our own: so that to cancel the waiting cancels none of them. */
function* waitUntil(
  returnWhen: ReturnWhen,
  futures: ReadonlySet<Future>,
  timeout: number | null,
): Generator<unknown, void, unknown> {
  const loop = getRunningLoop();
  const waiter = createWaiter(loop);
  const timeoutHandle = timeout === null ? undefined : loop.callLater(timeout, releaseWaiter, waiter);
  let counter = futures.size;
  const onCompletion = (future: Future): void => {
    counter -= 1;
    if (counter > 0 && !isEnough(returnWhen, future)) return;
    timeoutHandle?.cancel();
    releaseWaiter(waiter);
  };
  setAwaiter(onCompletion, () => waiter);
  for (const future of futures) future.addDoneCallback(onCompletion);
  try {
    yield* waiter;
  } finally {
    timeoutHandle?.cancel();
    for (const future of futures) future.removeDoneCallback(onCompletion);
  }
}

function isEnough(returnWhen: ReturnWhen, future: Future): boolean {
  if (returnWhen === FIRST_COMPLETED) return true;
  return returnWhen === FIRST_EXCEPTION && retrieveException(future) !== undefined;
}

function checkArguments(awaitables: unknown, list: readonly unknown[], returnWhen: unknown): void {
  if (list.length === 0) {
    // In Python a generator is true, however little it yields: it passes the check for an empty
    // list, and that there are no futures comes out only later, at an assertion.
    if (typeName(awaitables) === 'generator') throw new AssertionError('Set of Futures is empty.');
    throw new ValueError('Set of Tasks/Futures is empty.');
  }
  if (returnWhen !== FIRST_COMPLETED && returnWhen !== FIRST_EXCEPTION && returnWhen !== ALL_COMPLETED) {
    throw new ValueError(
      `Invalid return_when value: ${typeof returnWhen === 'string' ? returnWhen : repr(returnWhen)}`,
    );
  }
}
