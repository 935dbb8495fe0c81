/**
 * The list of awaitables that `gather`, `wait` and `asCompleted` are given.
 *
 * Any iterable will do; but a coroutine is iterable as well, and to take one for a list
 * would be to run it. A plain generator may be either: it is a coroutine if it yields a
 * future that it waits for, or nothing.
 */

import type { AwaitableLike } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import type { Future } from '../future/future';
import { isfuture } from '../future/isfuture';
import { typeName } from '../repr';
import { ensureFuture } from './ensure-future';

/**
 * Give the awaitables of an iterable, in order.
 *
 * @param expected how the error's text begins.
 * @throws TypeError when given one awaitable, or anything else that is no list of them.
 */
export function listOf<A extends AwaitableLike<unknown>>(
  awaitables: Iterable<A>,
  expected = 'expect a list of futures',
): readonly A[] {
  if (Array.isArray(awaitables)) return awaitables;
  if (isfuture(awaitables) || awaitables instanceof Coroutine || !isIterable(awaitables))
    throw notAList(awaitables, expected);
  const list: A[] = [];
  for (const awaitable of awaitables) {
    if (awaitable === undefined || (isfuture(awaitable) && awaitable.asyncioFutureBlocking))
      throw notAList(awaitables, expected);
    list.push(awaitable);
  }
  return list;
}

/** Give the future of each, once, in order: tasks in place of coroutines. */
export function futuresOf<T>(awaitables: readonly AwaitableLike<T>[], loop?: AbstractEventLoop): Set<Future<T>> {
  return new Set([...new Set(awaitables)].map((awaitable) => ensureFuture(awaitable, { loop })));
}

/** Tell whether `object` can be gone through by `for`. */
export function isIterable(object: unknown): boolean {
  return typeof (object as Iterable<unknown> | null | undefined)?.[Symbol.iterator] === 'function';
}

function notAList(object: unknown, expected: string): Error {
  return new TypeError(`${expected}, not ${typeName(object)}`);
}
