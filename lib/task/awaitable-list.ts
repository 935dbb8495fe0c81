/**
 * The list of awaitables that `gather` and `wait` are given.
 *
 * Any iterable will do; but a coroutine is iterable as well, and to take one for a list
 * would be to run it. A plain generator may be either: it is a coroutine if it yields a
 * future that it waits for, or nothing.
 */

import type { AwaitableLike } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { isfuture } from '../future/future';
import { typeName } from '../repr';

/**
 * Give the awaitables of an iterable, in order.
 *
 * @throws TypeError when given one awaitable, or anything else that is no list of them.
 */
export function listOf<A extends AwaitableLike<unknown>>(awaitables: Iterable<A>): readonly A[] {
  if (Array.isArray(awaitables)) return awaitables;
  if (isfuture(awaitables) || awaitables instanceof Coroutine || !isIterable(awaitables)) throw notAList(awaitables);
  const list: A[] = [];
  for (const awaitable of awaitables) {
    if (awaitable === undefined || (isfuture(awaitable) && awaitable.asyncioFutureBlocking)) throw notAList(awaitables);
    list.push(awaitable);
  }
  return list;
}

function isIterable(object: unknown): boolean {
  return typeof (object as Iterable<unknown> | null | undefined)?.[Symbol.iterator] === 'function';
}

function notAList(object: unknown): TypeError {
  return new TypeError(`expect a list of futures, not ${typeName(object)}`);
}
