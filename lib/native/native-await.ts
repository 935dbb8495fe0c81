/**
 * NativeAwait: what native code awaits, and how it goes on.
 *
 * `await x`, in native code, has the host call `x.then(resolve, reject)`, in a job. There it stays
 * until the library calls one of the two; the code after the `await` is then a job in the queue.
 *
 * It is waited for as any coroutine waits, by `yield*`; or, along with others, as a future. From
 * the first one can change to the second: this is itself the iterator that `yield*` runs, and may
 * end before the one inside it does.
 *
 * Counterpart: none.
 */

import { type Awaitable, getAwaitable, type Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { resolveAsItIs } from '../coroutine/native-code';
import { GeneratorExit, toError } from '../errors';
import { unseenCalls } from '../future/await-chain';
import type { Future } from '../future/future';
import { getRunningLoop } from '../future/running-loop';
import type { DoneCallback } from '../future/waiter-list';
import type { Frame } from '../stack';
import { ensureFuture } from '../task/ensure-future';

/** The two functions by which native code goes on. */
export type Resolve = (value: unknown) => void;
export type Reject = (error: unknown) => void;

/** The call whose code awaits. */
interface Awaiter {
  /** Tells whether it awaits one thing, as in Python. */
  isAlone(): boolean;
  /** Gives the calls by which it waits, outermost first. */
  readonly calls: () => readonly Frame[];
}

export class NativeAwait implements Iterator<Yielded, unknown, unknown> {
  /** The future of what is awaited, where it is waited for along with others. */
  private future: Future | undefined = undefined;
  /** The iterator of what is awaited, where it is waited for by `yield*`. */
  private iterator: Iterator<Yielded, unknown, unknown> | undefined = undefined;
  /** What it threw, be it in being closed. */
  private failure: unknown = undefined;
  /** Whether that was broken off. */
  private isBrokenOff = false;

  constructor(
    private readonly awaiter: Awaiter,
    private readonly awaitable: Awaitable<unknown>,
    /** The promise that the host made of that, and which the code awaits. */
    readonly promise: object | undefined,
    private readonly resolve: Resolve,
    private readonly reject: Reject,
  ) {}

  // ----- Alone

  /** Wait for it by `yield*`. Gives how to go on; undefined where it was broken off, for not being alone any more. */
  *wait(): Generator<Yielded, (() => void) | undefined, unknown> {
    try {
      const value = yield* this;
      return this.isBrokenOff ? undefined : this.fulfilled(value);
    } catch (error) {
      this.failure = error;
      return this.failed(error);
    }
  }

  [Symbol.iterator](): this {
    this.iterator = getAwaitable(this.future ?? this.awaitable)[Symbol.iterator]();
    return this;
  }

  next(sent?: unknown): IteratorResult<Yielded, unknown> {
    unseenCalls(this.awaiter.calls);
    if (this.iterator !== undefined && this.awaiter.isAlone()) return this.iterator.next(sent);
    this.isBrokenOff = true;
    return { done: true, value: undefined };
  }

  throw(error: unknown): IteratorResult<Yielded, unknown> {
    if (this.iterator?.throw === undefined) throw error;
    return this.iterator.throw(error);
  }

  return(value: unknown): IteratorResult<Yielded, unknown> {
    return this.iterator?.return?.(value) ?? { done: true, value };
  }

  // ----- Along with others

  /** Have `wake` called once it is done: at once, where it is done. */
  begin(wake: DoneCallback): void {
    this.future ??= this.isBrokenOff ? ensureFuture(new Coroutine(this.rest())) : futureOf(this.awaitable);
    if (this.future.done()) wake(this.future);
    else this.future.addDoneCallback(wake);
  }

  /** The rest of what was broken off. */
  private *rest(): Generator<Yielded, unknown, unknown> {
    return yield* { [Symbol.iterator]: () => this.iterator as Iterator<Yielded, unknown, unknown> };
  }

  /** Ask what is awaited to end. */
  cancel(message: unknown): void {
    this.future?.cancel(message);
  }

  /** Give how to go on with what came of it. */
  outcome(): () => void {
    try {
      return this.fulfilled(this.future?.result());
    } catch (error) {
      return this.failed(error);
    }
  }

  // ----- Going on

  /** Give how to go on by throwing `error` at the `await`. */
  failed(error: unknown): () => void {
    const { awaitable } = this;
    // The code did await it: that it never came to run is no fault of the code's.
    if (awaitable instanceof Coroutine && awaitable.state === 'created') awaitable.close();
    return () => this.reject(error);
  }

  /** Give how to go on once this was closed. */
  closed(): () => void {
    return this.failed(this.failure ?? new GeneratorExit());
  }

  private fulfilled(value: unknown): () => void {
    return () => resolveAsItIs(this.resolve, value);
  }
}

/** Give the future of `awaitable`; one that fails, where it cannot be awaited. */
function futureOf(awaitable: Awaitable<unknown>): Future {
  try {
    return ensureFuture(awaitable);
  } catch (error) {
    const future = getRunningLoop().createFuture() as Future;
    future.setException(toError(error));
    return future;
  }
}
