/**
 * Future: a result that is not there yet.
 *
 *     PENDING --setResult, setException--> FINISHED
 *        |
 *        +--cancel--> CANCELLED
 *
 * There is no way back. Whoever waits leaves a callback; when the future is done, each
 * callback is handed to the loop, in the order of registration, and none is ever called
 * from here. So nobody's code runs inside `setResult`, and a waiter wakes one iteration
 * later.
 *
 * To await a future is to yield it with its blocking flag set: the task at the other end
 * sees the flag, clears it, and resumes the coroutine when the future is done.
 *
 * Counterpart: asyncio.Future, in futures.py; the error texts are those of the C version.
 */

import { copyContext } from '../context/context';
import { Awaitable, type Yielded } from '../coroutine/awaitable';
import { CancelledError, InvalidStateError, RuntimeError, ValueError } from '../errors';
import { recursiveRepr, repr } from '../repr';
import { captureStack, type Frame, locationOf } from '../stack';
import type { AbstractEventLoop, ContextOption, ExceptionContext } from './abstract-event-loop';
import { type DoneCallback, type RegisteredCallback, reprCallbacks } from './done-callback';
import { getEventLoop } from './running-loop';

export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED';

let serials = 0;

/**
 * Hold a result, or an exception, that someone will set (asyncio.Future).
 *
 * @example
 * const future = loop.createFuture<number>();
 * loop.callLater(1, () => future.setResult(42));
 * loop.runUntilComplete(future); // 42, at 1.0
 */
export class Future<T = unknown> extends Awaitable<T> {
  /** Counts the futures made, tasks included: their order of creation. */
  readonly serial = ++serials;
  /** Set by awaiting, cleared by the task: tells `yield* future` from a mere `yield future`. */
  asyncioFutureBlocking = false;
  /** The message of the CancelledErrors to come. */
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
  private callbacks: RegisteredCallback[] | undefined = undefined;

  /** The future whose own iterator, below, was the last to yield. */
  static lastAwaited: Future | undefined = undefined;
  /** Called when a resumed awaiter finds its future still pending; `awaitChain` looks at the stack then. */
  static onSpuriousResume: (() => void) | undefined = undefined;

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

  done(): boolean {
    return this.state !== 'PENDING';
  }

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

  /** Give the exception that was set, if any, without counting it as retrieved. */
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
   * Be done, with a result.
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
   * Be done, with an exception: an error, or a class of errors to make one of.
   *
   * @throws InvalidStateError when done already; TypeError when `exception` is neither.
   */
  setException(exception: Error | (new () => Error)): void {
    if (this.state !== 'PENDING') throw new InvalidStateError('invalid state');
    const error =
      typeof exception === 'function' && (exception === Error || exception.prototype instanceof Error)
        ? new exception()
        : exception;
    if (!(error instanceof Error)) throw new TypeError('invalid exception object');
    this.error = error;
    this.state = 'FINISHED';
    this.loop.unretrieved.add(this);
    this.scheduleCallbacks();
  }

  /**
   * Be cancelled: whoever waits gets a CancelledError with `message`.
   *
   * @returns false when done already; nothing is changed then.
   */
  cancel(message?: unknown): boolean {
    if (this.error !== undefined) this.logTraceback = false;
    if (this.state !== 'PENDING') return false;
    this.cancelMessage = message;
    this.state = 'CANCELLED';
    this.scheduleCallbacks();
    return true;
  }

  /** Make the error to raise for a cancelled future. The one that ended a task is given only once. */
  makeCancelledError(): CancelledError {
    const { cancelledError, cancelMessage } = this;
    this.cancelledError = undefined;
    if (cancelledError !== undefined) return cancelledError;
    return cancelMessage === undefined || cancelMessage === null
      ? new CancelledError()
      : new CancelledError(cancelMessage);
  }

  /** Have the loop call `callback(this)` when done; in the next iteration, if that is so already. */
  addDoneCallback(callback: DoneCallback, options?: ContextOption): void {
    const context = options?.context ?? copyContext();
    if (this.state !== 'PENDING') this.loop.scheduleSoon(callback, [this], context);
    else if (this.callbacks === undefined) this.callbacks = [{ callback, context }];
    else this.callbacks.push({ callback, context });
  }

  /**
   * Forget `callback`, as often as it was added. What was handed to the loop stays there.
   *
   * @returns how many were removed.
   */
  removeDoneCallback(callback: DoneCallback): number {
    const before = this.callbacks ?? [];
    const kept = before.filter((registered) => registered.callback !== callback);
    this.callbacks = kept.length === 0 ? undefined : kept;
    return before.length - kept.length;
  }

  /** The only place where callbacks leave the list. */
  private scheduleCallbacks(): void {
    const { callbacks } = this;
    if (callbacks === undefined) return;
    this.callbacks = undefined;
    for (const { callback, context } of callbacks) this.loop.scheduleSoon(callback, [this], context);
  }

  /** Wait: yield this future until it is done, then give its result. */
  *[Symbol.iterator](): Generator<Yielded, T, unknown> {
    while (!this.done()) {
      // Still set: whoever was given the future did not wait for it, and is no task.
      if (this.asyncioFutureBlocking) throw new RuntimeError("await wasn't used with future");
      this.asyncioFutureBlocking = true;
      Future.lastAwaited = this;
      yield this;
      if (!this.done()) Future.onSpuriousResume?.();
    }
    return this.result();
  }

  /** Whether the exception is still to be retrieved. Can only be set to false, which forgives it. */
  get logTraceback(): boolean {
    return this.loop.unretrieved.has(this);
  }

  set logTraceback(value: boolean) {
    if (value) throw new ValueError('_log_traceback can only be set to False');
    this.loop.unretrieved.delete(this);
  }

  /** Complain of an exception that nobody retrieved: the loop asks when it is closed (Future.__del__). */
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
    if (this.callbacks !== undefined) info.push(reprCallbacks(this.callbacks));
    const created = this.sourceTraceback?.at(-1);
    if (created !== undefined) info.push(`created at ${locationOf(created)}`);
    return info;
  }
}

/** Tell whether `object` is a future, or says that it is one (asyncio.isfuture). */
export function isfuture(object: unknown): object is Future<unknown> {
  const mark = (object as Future | null | undefined)?.asyncioFutureBlocking;
  return mark !== undefined && mark !== null;
}
