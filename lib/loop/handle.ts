/**
 * Handle: a callback that the loop is to call; TimerHandle: one with a deadline.
 *
 * A handle is in the ready queue or the timer heap, and leaves it by being run, or
 * skipped where it was cancelled. It carries the context to run in, taken when it was
 * made. What its callback throws goes to the loop's exception handler; only SystemExit
 * and KeyboardInterrupt leave the loop.
 *
 * Counterpart: asyncio.Handle and asyncio.TimerHandle, in events.py.
 */

import type { Context } from '../context/context';
import { drainNativeCode } from '../coroutine/native-code';
import { leavesTheLoop, toError } from '../errors';
import type { Callback, Cancellable, ExceptionContext } from '../future/abstract-event-loop';
import { reprCall, showAsString, typeName } from '../repr';
import { captureStack, type Frame, locationOf } from '../stack';

/** What a handle needs of the loop that runs it. */
export interface HandleLoop {
  getDebug(): boolean;
  callExceptionHandler(context: ExceptionContext): void;
  /** Called when a handle is cancelled; `isScheduled` if it is a timer that is still in the heap. */
  handleCancelled(handle: Handle, isScheduled: boolean): void;
}

/**
 * A callback that the loop is to call when it comes to it. Made by `loop.callSoon` and its kin.
 *
 * @example
 * const handle = loop.callSoon(console.log, 'never');
 * handle.cancel();
 */
export class Handle implements Cancellable {
  private isCancelled = false;
  /** What this was before `cancel` forgot it; in debug mode only. */
  private shownAs: string | undefined = undefined;
  /** Where this was made, oldest call first; in debug mode only. */
  readonly sourceTraceback: readonly Frame[] | undefined;

  /** @internal */
  constructor(
    private callback: Callback | undefined,
    private args: readonly unknown[],
    protected readonly loop: HandleLoop,
    private readonly context: Context,
  ) {
    this.sourceTraceback = loop.getDebug() ? captureStack() : undefined;
  }

  /** Never call the callback. It and its arguments are forgotten at once. */
  cancel(): void {
    if (this.isCancelled) return;
    this.isCancelled = true;
    if (this.loop.getDebug()) this.shownAs = this.toString();
    this.loop.handleCancelled(this, this.isScheduled());
    this.callback = undefined;
    this.args = [];
  }

  /** Whether this is in the timer heap. */
  protected isScheduled(): boolean {
    return false;
  }

  /** Tell whether `cancel` was called. */
  cancelled(): boolean {
    return this.isCancelled;
  }

  /** Give the context that the callback is called in. */
  getContext(): Context {
    return this.context;
  }

  /** Give what is to be called, and with what; nothing once this was cancelled. @internal */
  getCall(): { readonly callback: Callback | undefined; readonly args: readonly unknown[] } {
    return { callback: this.callback, args: this.args };
  }

  /** Call the callback. For the loop only. @internal */
  run(): void {
    const { callback } = this;
    try {
      if (typeof callback !== 'function') throw new TypeError(`'${typeName(callback)}' object is not callable`);
      this.context.apply(callback, this.args as unknown[]);
    } catch (thrown) {
      if (leavesTheLoop(thrown)) throw thrown;
      this.report(toError(thrown));
    }
    drainNativeCode();
  }

  private report(exception: Error): void {
    const message = `Exception in callback ${this.reprCallback()}`;
    const context: ExceptionContext = { message, exception, handle: this };
    if (this.sourceTraceback !== undefined) context.sourceTraceback = this.sourceTraceback;
    this.loop.callExceptionHandler(context);
  }

  toString(): string {
    return this.shownAs ?? `<${[this.constructor.name, ...this.reprInfo()].join(' ')}>`;
  }

  protected reprInfo(): string[] {
    const info: string[] = [];
    if (this.isCancelled) info.push('cancelled');
    if (this.callback !== undefined) info.push(this.reprCallback());
    const created = this.sourceTraceback?.at(-1);
    if (created !== undefined) info.push(`created at ${locationOf(created)}`);
    return info;
  }

  /** Arguments may be secret: they are shown in debug mode only. */
  private reprCallback(): string {
    return reprCall(this.callback, this.loop.getDebug() ? this.args : []);
  }
}
showAsString(Handle);

/** A handle for a time of the loop's clock. Made by `loop.callLater` and `loop.callAt`. */
export class TimerHandle extends Handle {
  /** Whether this is in the timer heap, which sets it. @internal */
  scheduled = false;

  /** @internal */
  constructor(
    private readonly deadline: number,
    /** Breaks ties: timers due at the same time run in the order they were made. */
    readonly order: number,
    callback: Callback,
    args: readonly unknown[],
    loop: HandleLoop,
    context: Context,
  ) {
    super(callback, args, loop, context);
  }

  /** Give the deadline, in seconds of the loop's clock. */
  when(): number {
    return this.deadline;
  }

  protected override isScheduled(): boolean {
    return this.scheduled;
  }

  protected override reprInfo(): string[] {
    const info = super.reprInfo();
    info.splice(this.cancelled() ? 1 : 0, 0, `when=${this.deadline}`);
    return info;
  }
}
