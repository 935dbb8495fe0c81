/**
 * ConcurrentFuture: what a thread will give.
 *
 *     PENDING --setRunningOrNotifyCancel--> RUNNING --setResult, setException--> FINISHED
 *        |                                                                          ^
 *        +--setResult, setException-------------------------------------------------+
 *        +--cancel--> CANCELLED
 *
 * It belongs to no loop, and cannot be awaited: its callbacks are called at once, by whoever
 * ends it. `wrapFuture` makes a Future of it. Once it is running, it cannot be cancelled.
 *
 * Counterpart: concurrent.futures.Future, without its waiting: `result()` does not block.
 */

import { BaseException, CancelledError, InvalidStateError, RuntimeError, toError } from '../errors';
import { logger } from '../log';
import { showAsString, typeName } from '../repr';

type ConcurrentState = 'PENDING' | 'RUNNING' | 'CANCELLED' | 'FINISHED';

/**
 * A result, or an exception, that comes from another thread (concurrent.futures.Future).
 *
 * @example
 * const future = new ConcurrentFuture<number>();
 * loop.callLater(1, () => future.setResult(42));
 * yield* wrapFuture(future); // 42
 * future.result(); // 42
 */
export class ConcurrentFuture<T = unknown> {
  private state: ConcurrentState = 'PENDING';
  private value: T | undefined = undefined;
  private error: Error | undefined = undefined;
  private callbacks: ((future: ConcurrentFuture<T>) => unknown)[] = [];

  /** Tell whether this has a result or an exception, or was cancelled. */
  done(): boolean {
    return this.state === 'CANCELLED' || this.state === 'FINISHED';
  }

  /** Tell whether this was cancelled. */
  cancelled(): boolean {
    return this.state === 'CANCELLED';
  }

  /** Tell whether the thread is at work on this. */
  running(): boolean {
    return this.state === 'RUNNING';
  }

  /**
   * Give the result.
   *
   * @throws the exception that was set; CancelledError when cancelled; InvalidStateError when not done: nobody can block here.
   */
  result(): T {
    const error = this.exception();
    if (error !== undefined) throw error;
    return this.value as T;
  }

  /** Give the exception that was set, undefined where there is none. @throws as `result` does. */
  exception(): Error | undefined {
    if (this.state === 'CANCELLED') throw new CancelledError();
    if (!this.done()) throw new InvalidStateError(`${this} is not done, and to wait for it here would block the loop`);
    return this.error;
  }

  /** End as cancelled, unless it is running or done. Returns whether it is cancelled. */
  cancel(): boolean {
    if (this.state === 'RUNNING' || this.state === 'FINISHED') return false;
    if (this.state === 'PENDING') this.end('CANCELLED');
    return true;
  }

  /** Begin: for the thread to ask, before it does. Returns false when cancelled. @throws RuntimeError when running or done. */
  setRunningOrNotifyCancel(): boolean {
    if (this.state === 'CANCELLED') return false;
    if (this.state !== 'PENDING') throw new RuntimeError('Future in unexpected state');
    this.state = 'RUNNING';
    return true;
  }

  /** End with a result. @throws InvalidStateError when done. */
  setResult(result: T): void {
    this.checkNotDone();
    this.value = result;
    this.end('FINISHED');
  }

  /** End with an exception. @throws InvalidStateError when done. */
  setException(exception: Error): void {
    this.checkNotDone();
    this.error = exception;
    this.end('FINISHED');
  }

  /** Have `callback(this)` called when done; at once, if that is so already. What it throws is logged, but for a BaseException. */
  addDoneCallback(callback: (future: ConcurrentFuture<T>) => unknown): void {
    if (this.done()) this.call(callback);
    else this.callbacks.push(callback);
  }

  private checkNotDone(): void {
    if (this.done()) throw new InvalidStateError(`${this.state}: ${this}`);
  }

  private end(state: ConcurrentState): void {
    this.state = state;
    for (const callback of this.callbacks.splice(0)) this.call(callback);
  }

  private call(callback: (future: ConcurrentFuture<T>) => unknown): void {
    try {
      callback(this);
    } catch (error) {
      if (error instanceof BaseException) throw error;
      logger.error(`exception calling callback for ${this}`, toError(error));
    }
  }

  toString(): string {
    const info = [`state=${this.state.toLowerCase()}`];
    if (this.error !== undefined) info.push(`raised ${typeName(this.error)}`);
    else if (this.state === 'FINISHED') info.push(`returned ${typeName(this.value)}`);
    return `<Future ${info.join(' ')}>`;
  }
}
showAsString(ConcurrentFuture);
