/**
 * FutureIterator: how one waits for a future, by `yield*`.
 *
 * It yields the future with its blocking flag set, and does so until the future is done;
 * then it returns the result, or throws. As a generator that would be
 *
 *     while (!future.done()) { future.asyncioFutureBlocking = true; yield future; }
 *     return future.result();
 *
 * It is written out because every parked task has one: it takes a third of the memory.
 *
 * Counterpart: Future.__await__, in futures.py; FutureIter, in the C version.
 */

import type { Yielded } from '../coroutine/awaitable';
import { RuntimeError } from '../errors';

/** What there is to know of a future here. */
export interface Awaited<T> {
  asyncioFutureBlocking: boolean;
  done(): boolean;
  result(): T;
}

export class FutureIterator<T> implements Iterator<Yielded, T, unknown> {
  /** The iterator that was the last to yield: so a task can tell it from one of a user's class. */
  static lastYielded: FutureIterator<unknown> | undefined = undefined;
  /** Called when an iterator is resumed while its future is pending; `awaitChain` looks at the stack then. */
  static onSpuriousResume: (() => void) | undefined = undefined;

  private begun = false;

  constructor(readonly future: Awaited<T>) {}

  next(): IteratorResult<Yielded, T> {
    const { future } = this;
    if (future.done()) return { done: true, value: future.result() };
    // Still set: whoever was given the future did not wait for it, and is no task.
    if (future.asyncioFutureBlocking) throw new RuntimeError("await wasn't used with future");
    if (this.begun) FutureIterator.onSpuriousResume?.();
    this.begun = true;
    future.asyncioFutureBlocking = true;
    FutureIterator.lastYielded = this;
    return { done: false, value: future };
  }

  throw(error: unknown): IteratorResult<Yielded, T> {
    throw error;
  }

  return(value: T): IteratorResult<Yielded, T> {
    return { done: true, value };
  }
}
