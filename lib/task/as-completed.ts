/**
 * asCompleted: each result as soon as it is there.
 *
 * Whatever ends goes into a queue, and whoever asks for the next takes it from there: so
 * the results come in the order in which the awaitables ended, however late one asks. A
 * timeout puts in a `'timeout'` for each that has not ended, and they are waited for no more.
 *
 * Counterpart: asyncio.as_completed and _AsCompletedIterator, in tasks.py. What is one
 * object there, an iterator of both kinds, here gives an iterator of each kind.
 */

import type { AwaitableLike, ResultOf, Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { TimeoutError } from '../errors';
import type { AbstractEventLoop, Cancellable } from '../future/abstract-event-loop';
import type { Future } from '../future/future';
import { getEventLoop } from '../future/running-loop';
import { Queue } from '../queue/queue';
import { showAsString } from '../repr';
import { futuresOf, listOf } from './awaitable-list';

/** Keyword arguments of `asCompleted`. */
export interface AsCompletedOptions {
  /** Seconds to wait at most, for all together; otherwise without end. */
  readonly timeout?: number | null;
}

/**
 * Go through `awaitables` in the order in which they end. They are begun at once, all of them.
 *
 * `for (const next of …)` gives a coroutine for each, which gives the next result there is, or
 * throws the next exception. `for await (const future of …)` gives the futures themselves,
 * done: ask their `result()`; in place of a coroutine, the task made of it. Either may be left and taken up again.
 *
 * @throws TypeError when given a single awaitable; when awaited, TimeoutError for what has not
 *   ended at the timeout. It is not cancelled.
 * @example
 * for (const next of asCompleted([hello(2), hello(1)])) {
 *   console.log(yield* next); // 1, then 2
 * }
 */
export function asCompleted<A extends AwaitableLike<unknown>>(
  awaitables: Iterable<A>,
  { timeout = null }: AsCompletedOptions = {},
): AsCompleted<ResultOf<A>> {
  const list = listOf(awaitables as Iterable<AwaitableLike<ResultOf<A>>>, 'expects an iterable of awaitables');
  const loop = getEventLoop();
  return new AsCompleted(loop, futuresOf(list, loop), timeout);
}

/** A future that is done. (TypeScript would take one with a `then`, in a `for await`, for its result.) */
export type DoneFuture<T> = Omit<Future<T>, 'then'>;

/** What `asCompleted` gives: to be gone through once, in either way. */
export class AsCompleted<T> implements Iterable<Coroutine<T>> {
  private readonly ended = new Queue<Future<T> | 'timeout'>();
  private readonly todo: Set<Future<T>>;
  /** How many are still to be asked for. */
  private todoLeft: number;
  private timeoutHandle: Cancellable | undefined = undefined;
  /** `handleCompletion`, as the futures are given it. */
  private readonly doneCallback = this.handleCompletion.bind(this);

  constructor(loop: AbstractEventLoop, futures: Set<Future<T>>, timeout: number | null) {
    this.todo = futures;
    this.todoLeft = futures.size;
    for (const future of futures) future.addDoneCallback(this.doneCallback);
    if (futures.size > 0 && timeout !== null) {
      this.timeoutHandle = loop.callLater(timeout, this.handleTimeout.bind(this));
    }
  }

  private handleCompletion(future: Future<T>): void {
    if (!this.todo.delete(future)) return; // the timeout was first
    this.ended.putNowait(future);
    if (this.todo.size === 0) this.timeoutHandle?.cancel();
  }

  private handleTimeout(): void {
    for (const future of this.todo) {
      future.removeDoneCallback(this.doneCallback);
      this.ended.putNowait('timeout');
    }
    this.todo.clear();
  }

  /** Give coroutines of the results: what `for` asks for. */
  *[Symbol.iterator](): Generator<Coroutine<T>, void, undefined> {
    while (this.claim()) yield new Coroutine(this.waitForResult(), 'AsCompleted.next');
  }

  private *waitForResult(): Generator<Yielded, T, unknown> {
    return (yield* this.waitForOne()).result();
  }

  /** Give the futures, done: what `for await` asks for. In a generator, `yield*` what `next` gives. */
  [Symbol.asyncIterator](): { next(): Coroutine<IteratorResult<DoneFuture<T>, undefined>> } {
    return { next: () => new Coroutine(this.nextFuture(), 'AsCompleted.next') };
  }

  private *nextFuture(): Generator<Yielded, IteratorResult<DoneFuture<T>, undefined>, unknown> {
    if (!this.claim()) return { done: true, value: undefined };
    return { done: false, value: yield* this.waitForOne() };
  }

  /** Take one of those that are still to be asked for; false when there are none. */
  private claim(): boolean {
    if (this.todoLeft === 0) return false;
    this.todoLeft -= 1;
    return true;
  }

  private *waitForOne(): Generator<Yielded, Future<T>, unknown> {
    const future = yield* this.ended.get();
    if (future === 'timeout') throw new TimeoutError();
    return future;
  }

  toString(): string {
    return `<AsCompleted todo=${this.todoLeft}>`;
  }
}
showAsString(AsCompleted);
