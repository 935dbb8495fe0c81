/**
 * Future: a result that is not there yet.
 *
 *     PENDING --setResult, setException--> FINISHED
 *        |
 *        +--cancel--> CANCELLED
 *
 * There is no way back. Whoever waits leaves a callback; when the future is done, each
 * callback is handed to the loop, in the order of registration. None is ever called from
 * here: nobody's code runs inside `setResult`, and a waiter wakes one iteration later.
 *
 * To await a future is to yield it with its blocking flag set: the task at the other end
 * sees the flag, clears it, and resumes the coroutine when the future is done.
 *
 * Counterpart: asyncio.Future, in futures.py; the error texts are those of the C version.
 */

import { contextOrCopy } from '../context/context';
import { Awaitable, type Yielded } from '../coroutine/awaitable';
import { CancelledError, InvalidStateError, isErrorClass, ValueError } from '../errors';
import { recursiveRepr, repr } from '../repr';
import { nextSerial } from '../serial';
import { captureStack, type Frame, locationOf } from '../stack';
import type { AbstractEventLoop, ContextOption, ExceptionContext } from './abstract-event-loop';
import { FutureIterator } from './future-iterator';
import { getEventLoop } from './running-loop';
import { type DoneCallback, type Waiter, WaiterList } from './waiter-list';

/** Where a future is in its life: pending, then for ever one of the others. */
export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED';

/**
 * A result, or an exception, that someone will set (asyncio.Future).
 *
 * @example
 * const future = loop.createFuture<number>();
 * loop.callLater(1, () => future.setResult(42));
 * loop.runUntilComplete(future); // 42
 */
export class Future<T = unknown> extends Awaitable<T> {
  /** Its place in the order of creation. @internal */
  readonly serial = nextSerial();
  /** Set by awaiting, cleared by the task: tells `yield* future` from a mere `yield future`. */
  asyncioFutureBlocking = false;
  /** The message of the CancelledErrors to come. @internal */
  cancelMessage: unknown = undefined;
  protected readonly loop: AbstractEventLoop;
  /** Where this was created, oldest call first; in debug mode only. */
  protected readonly sourceTraceback: readonly Frame[] | undefined;
  /** The CancelledError that ended a task: the first to ask gets this very one. */
  protected cancelledError: CancelledError | undefined = undefined;
  private state: FutureState = 'PENDING';
  private value: T | undefined = undefined;
  private error: Error | undefined = undefined;
  /** The done-callbacks not handed to the loop yet; undefined while there are none. */
  private waiters: WaiterList | undefined = undefined;

  /** @param loop otherwise the one that `getEventLoop` gives. */
  constructor(loop?: AbstractEventLoop) {
    super();
    this.loop = loop ?? getEventLoop();
    this.sourceTraceback = this.loop.getDebug() ? captureStack() : undefined;
  }

  /** Give the loop this future belongs to. */
  getLoop(): AbstractEventLoop {
    return this.loop;
  }

  /** Tell whether this has a result or an exception, or was cancelled. */
  done(): boolean {
    return this.state !== 'PENDING';
  }

  /** Tell whether this was cancelled. */
  cancelled(): boolean {
    return this.state === 'CANCELLED';
  }

  /**
   * Give the result.
   *
   * @throws the exception that was set; CancelledError when cancelled; InvalidStateError when not done.
   */
  result(): T {
    const error = this.outcome('Result is not set.');
    if (error !== undefined) throw error;
    return this.value as T;
  }

  /**
   * Give the exception that was set, undefined where there is none.
   *
   * @throws CancelledError when cancelled; InvalidStateError when not done.
   */
  exception(): Error | undefined {
    return this.outcome('Exception is not set.');
  }

  /** Give the exception that was set, if any, without counting it as retrieved. @internal */
  peekException(): Error | undefined {
    return this.error;
  }

  private outcome(whenPending: string): Error | undefined {
    if (this.state === 'CANCELLED') throw this.makeCancelledError();
    if (this.state === 'PENDING') throw new InvalidStateError(whenPending);
    if (this.error !== undefined) this.logTraceback = false;
    return this.error;
  }

  /**
   * End with a result: whoever waits gets it in the next iteration.
   *
   * @throws InvalidStateError when done already.
   */
  setResult(result: T): void {
    if (this.state !== 'PENDING') throw new InvalidStateError('invalid state');
    this.value = result;
    this.state = 'FINISHED';
    this.scheduleCallbacks();
  }

  /**
   * End with an exception: an error, or a class of errors to make one of.
   *
   * @throws InvalidStateError when done already; TypeError when `exception` is neither.
   */
  setException(exception: Error | (new () => Error)): void {
    if (this.state !== 'PENDING') throw new InvalidStateError('invalid state');
    const error = isErrorClass(exception) ? new exception() : exception;
    if (!(error instanceof Error)) throw new TypeError('invalid exception object');
    this.error = error;
    this.state = 'FINISHED';
    this.loop.unretrieved.add(this);
    this.scheduleCallbacks();
  }

  /**
   * End as cancelled: whoever waits gets a CancelledError with `message`.
   *
   * @returns false when done already. (An exception then counts as retrieved, as in CPython.)
   */
  cancel(message?: unknown): boolean {
    if (this.error !== undefined) this.logTraceback = false;
    if (this.state !== 'PENDING') return false;
    this.cancelMessage = message;
    this.state = 'CANCELLED';
    this.scheduleCallbacks();
    return true;
  }

  /** Make the error to raise for a cancelled future. The one that ended a task is given only once. @internal */
  makeCancelledError(): CancelledError {
    const { cancelledError, cancelMessage } = this;
    this.cancelledError = undefined;
    if (cancelledError !== undefined) return cancelledError;
    const args = cancelMessage === undefined || cancelMessage === null ? [] : [cancelMessage];
    return new CancelledError(...args);
  }

  /** Have the loop call `callback(this)` when done; in the next iteration, if that is so already. */
  addDoneCallback(callback: DoneCallback, options?: ContextOption): void {
    this.addWaiter({ callback, context: contextOrCopy(options?.context), nextWaiter: undefined });
  }

  /** Do as `addDoneCallback` does, for one that is its own link: a task. @internal */
  addWaiter(waiter: Waiter): void {
    if (this.state !== 'PENDING') this.scheduleCallback(waiter);
    else if (this.waiters === undefined) this.waiters = new WaiterList(waiter);
    else this.waiters.add(waiter);
  }

  /**
   * Forget `callback`, as often as it was added. What was handed to the loop stays there.
   *
   * @returns how many were removed.
   */
  removeDoneCallback(callback: DoneCallback): number {
    return this.removeWaiters((waiter) => waiter.callback === callback);
  }

  /** Forget those that are meant; give how many they were. @internal */
  removeWaiters(isMeant: (waiter: Waiter) => boolean): number {
    const removed = this.waiters?.remove(isMeant) ?? 0;
    if (this.waiters?.isEmpty()) this.waiters = undefined;
    return removed;
  }

  /** Give those who wait, in order. @internal */
  getWaiters(): Iterable<Waiter> {
    return this.waiters ?? [];
  }

  private scheduleCallbacks(): void {
    const waiters = this.waiters?.takeAll() ?? [];
    this.waiters = undefined;
    this.loop.observer?.futureDone(this);
    try {
      for (const waiter of waiters) this.scheduleCallback(waiter);
    } finally {
      this.loop.observer?.waitersTold(this);
    }
  }

  private scheduleCallback(waiter: Waiter): void {
    if (waiter instanceof Future) this.loop.observer?.taskWoken(waiter, this);
    this.loop.scheduleSoon(waiter.callback, [this], waiter.context);
  }

  /** Wait: what `yield*` and `await` do. */
  [Symbol.iterator](): Iterator<Yielded, T, unknown> {
    return new FutureIterator(this);
  }

  /** Whether the exception is still to be retrieved. Can only be set to false, which forgives it. */
  get logTraceback(): boolean {
    return this.loop.unretrieved.has(this);
  }

  set logTraceback(value: boolean) {
    if (value) throw new ValueError('_log_traceback can only be set to False');
    this.loop.unretrieved.delete(this);
  }

  /** Complain of an exception that nobody retrieved: the loop asks when it is closed (Future.__del__). @internal */
  complaint(): ExceptionContext | undefined {
    if (!this.logTraceback) return undefined;
    const message = `${this.constructor.name} exception was never retrieved`;
    return this.withTraceback({ message, exception: this.error as Error, future: this });
  }

  protected withTraceback(context: ExceptionContext): ExceptionContext {
    return this.sourceTraceback === undefined ? context : { ...context, sourceTraceback: this.sourceTraceback };
  }

  override toString(): string {
    return recursiveRepr(this, () => `<${this.constructor.name} ${this.reprInfo().join(' ')}>`);
  }

  protected reprInfo(): string[] {
    const info: string[] = [this.state.toLowerCase()];
    if (this.error !== undefined) info.push(`exception=${repr(this.error)}`);
    else if (this.state === 'FINISHED') info.push(`result=${repr(this.value)}`);
    if (this.waiters !== undefined) info.push(String(this.waiters));
    const created = this.sourceTraceback?.at(-1);
    if (created !== undefined) info.push(`created at ${locationOf(created)}`);
    return info;
  }
}
