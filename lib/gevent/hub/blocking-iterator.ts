/**
 * BlockingIterator: an iteration that may have to wait for what comes next.
 *
 * Main goes through it by `for`, an async function by `for await`, and a generator calls `next`,
 * and awaits what that gives.
 *
 * Counterpart: the `__next__` of what can be iterated in gevent.
 */

import { RuntimeError } from '../../errors';
import { type Blocking, blockingCall, isCalledPlainly, type Steps } from './blocking-call';

/** Goes through what `step` gives. */
export class BlockingIterator<T> {
  /**
   * @param name what is shown of it.
   * @param step gives, once awaited, what comes next.
   */
  constructor(
    private readonly name: string,
    private readonly step: () => Steps<IteratorResult<T, undefined>>,
  ) {}

  /** Give what comes next, as iterators do: `{ value }`, or `{ done: true }`. */
  next(): Blocking<IteratorResult<T, undefined>> {
    return blockingCall(`${this.name}.next`, this.step);
  }

  /** Give itself: what `for` asks for, in main. @throws RuntimeError elsewhere. */
  [Symbol.iterator](): Iterator<T, undefined> {
    if (isCalledPlainly()) return this;
    throw new RuntimeError(`only main goes through ${this.name} by for; others do by for await, or await each next()`);
  }

  /** Give itself: what `for await` asks for. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return this as unknown as AsyncIterator<T, undefined>;
  }
}
