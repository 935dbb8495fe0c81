/**
 * Task: a coroutine, driven by the futures it waits for.
 *
 * `step` resumes the coroutine, once, and looks at what comes back:
 *
 *     a future     wait: `wakeup` is left with it as a done-callback
 *     undefined    the coroutine gives way: `step` again, in the next iteration
 *     junk         `step` in the next iteration, throwing a RuntimeError into the coroutine
 *     the end      the task is done: with a result, an exception, or cancelled
 *
 * A task that is not done is in one of three states:
 *
 *     waiting      futWaiter is pending, and has `wakeup` among its callbacks
 *     scheduled    `step` or `wakeup` is in the loop's ready queue; futWaiter is undefined or done
 *     running      inside `step`: this is the current task, and futWaiter is undefined
 *
 * Counterpart: asyncio.Task, in tasks.py. One difference: tasks that wait for each other
 * in a cycle can be cancelled (see `leaveCycle`); CPython recurses without end.
 */

import { type Context, copyContext } from '../context/context';
import { isgenerator, notAwaitable, type Yielded } from '../coroutine/awaitable';
import { Coroutine, type CoroutineLike, iscoroutine } from '../coroutine/coroutine';
import { CancelledError, getContext, InvalidStateError, leavesTheLoop, RuntimeError, setContext, toError } from '../errors';
import type { AbstractEventLoop, ExceptionContext, TaskOptions } from '../future/abstract-event-loop';
import { Future, isfuture } from '../future/future';
import { repr } from '../repr';
import type { Frame } from '../stack';
import { enterTask, leaveTask, registerTask, swapCurrentTask, unregisterTask } from './registry';
import { nextTaskName } from './task-name';
import { reprCoroutine } from './task-repr';
import { type StackOptions, stackOf, writeStack } from './task-stack';

const NO_ARGS: readonly unknown[] = [];

/** Plain generators that a task drives or drove: one that has ended does not tell. */
const driven = new WeakSet<object>();

/**
 * Run a coroutine on a loop, and be the future of its result (asyncio.Task).
 *
 * @example
 * const task = loop.createTask(hello(1), { name: 'first' });
 * loop.runUntilComplete(task);
 */
export class Task<T = unknown> extends Future<T> {
  /** Whether to complain when the loop is closed before this task is done. */
  logDestroyPending = true;
  private readonly coro: Coroutine<T> | Generator<Yielded, T, unknown>;
  private readonly context: Context;
  private name: string;
  /** What the coroutine waits for. */
  private futWaiter: Future | undefined = undefined;
  /** Whether the next step is to throw a CancelledError. */
  private mustCancel = false;
  private numCancelsRequested = 0;
  /** Whether `cancel` is on its way from here to futWaiter. */
  private cancelUnderWay = false;
  private ranEagerly = false;
  private readonly stepCallback = this.step.bind(this);
  private readonly wakeupCallback = this.wakeup.bind(this);

  /**
   * Schedule the first step, or take it at once (`eagerStart`) where the loop is running.
   *
   * @throws TypeError when `coro` is no coroutine; RuntimeError when a task drives it already.
   */
  constructor(coro: CoroutineLike<T>, options: TaskOptions & { readonly loop?: AbstractEventLoop } = {}) {
    super(options.loop);
    if (!iscoroutine(coro)) throw notAwaitable(coro, `a coroutine was expected, got ${repr(coro)}`);
    this.coro = coro as Coroutine<T> | Generator<Yielded, T, unknown>;
    if (!(coro instanceof Coroutine)) claim(coro);
    this.name = options.name === undefined || options.name === null ? nextTaskName() : String(options.name);
    this.context = options.context ?? copyContext();
    registerTask(this);
    if (options.eagerStart && this.loop.isRunning()) this.startEagerly();
    else this.scheduleStep();
  }

  getCoro(): Coroutine<T> | Generator<Yielded, T, unknown> | undefined {
    return this.ranEagerly && this.done() ? undefined : this.coro;
  }

  getContext(): Context {
    return this.context;
  }

  getName(): string {
    return this.name;
  }

  setName(name: unknown): void {
    this.name = String(name);
  }

  override setResult(_result: T): never {
    throw new RuntimeError('Task does not support set_result operation');
  }

  override setException(_exception: Error | (new () => Error)): never {
    throw new RuntimeError('Task does not support set_exception operation');
  }

  // ----- Stepping

  private scheduleStep(error?: Error): void {
    this.loop.scheduleSoon(this.stepCallback, error === undefined ? NO_ARGS : [error], this.context);
  }

  /** Take the first step now, inside whatever task is being executed. */
  private startEagerly(): void {
    const previous = swapCurrentTask(this);
    try {
      this.context.run(() => this.resume(undefined));
    } finally {
      swapCurrentTask(previous);
      this.ranEagerly = this.done();
    }
  }

  /** Resume the coroutine, throwing `error` into it where there is one. */
  private step(error?: Error): void {
    if (this.done()) throw new InvalidStateError(`__step(): already done: ${this}, ${repr(error)}`);
    if (this.mustCancel) {
      if (!(error instanceof CancelledError)) error = this.makeCancelledError();
      this.mustCancel = false;
    }
    this.futWaiter = undefined;
    enterTask(this);
    try {
      this.resume(error);
    } finally {
      leaveTask(this);
    }
  }

  private resume(error: Error | undefined): void {
    let yielded: IteratorResult<Yielded, T>;
    try {
      yielded = error === undefined ? this.coro.next() : this.coro.throw(error);
    } catch (thrown) {
      this.raised(toError(thrown), error);
      return;
    }
    if (yielded.done) this.returned(yielded.value);
    else this.suspended(yielded.value);
  }

  private returned(result: T): void {
    unregisterTask(this);
    if (this.mustCancel) {
      // Cancelled from within, right before the end.
      this.mustCancel = false;
      super.cancel(this.cancelMessage);
    } else {
      super.setResult(result);
    }
  }

  /** @param handled what the coroutine was handling, as far as can be told: what was thrown into it. */
  private raised(error: Error, handled: Error | undefined): void {
    unregisterTask(this);
    if (error !== handled && getContext(error) === undefined) setContext(error, handled);
    if (error instanceof CancelledError) {
      this.cancelledError = error;
      super.cancel();
      return;
    }
    super.setException(error);
    if (leavesTheLoop(error)) throw error;
  }

  private suspended(yielded: Yielded): void {
    if (isfuture(yielded)) this.waitFor(yielded);
    else if (yielded === undefined || yielded === null) this.scheduleStep();
    else if (isgenerator(yielded) || yielded instanceof Coroutine) {
      const text = `yield was used instead of yield from for generator in task ${this} with ${repr(yielded)}`;
      this.scheduleStep(new RuntimeError(text));
    } else this.scheduleStep(notAwaitable(yielded, `Task got bad yield: ${repr(yielded)}`, RuntimeError));
  }

  private waitFor(future: Future): void {
    if (future.getLoop() !== this.loop) {
      this.scheduleStep(new RuntimeError(`Task ${this} got Future ${future} attached to a different loop`));
    } else if (!future.asyncioFutureBlocking) {
      this.scheduleStep(new RuntimeError(`yield was used instead of yield from in task ${this} with ${future}`));
    } else if ((future as Future) === this) {
      this.scheduleStep(new RuntimeError(`Task cannot await on itself: ${this}`));
    } else {
      future.asyncioFutureBlocking = false;
      future.addDoneCallback(this.wakeupCallback, { context: this.context });
      this.futWaiter = future;
      if (this.mustCancel && future.cancel(this.cancelMessage)) this.mustCancel = false;
    }
  }

  /** Called when futWaiter is done: step, throwing what it failed with. What it gives, `yield*` reads itself. */
  private wakeup(future: Future): void {
    let error: Error | undefined;
    try {
      future.result();
    } catch (thrown) {
      error = toError(thrown);
    }
    this.step(error);
  }

  // ----- Cancellation

  /**
   * Ask the task to end. What it waits for is cancelled at once, and so on down to the
   * innermost future; a task that waits for nothing gets a CancelledError at its next step.
   * The coroutine may clean up, or decline.
   *
   * @returns false when done already.
   */
  override cancel(message?: unknown): boolean {
    if (this.done()) return super.cancel();
    if (this.cancelUnderWay) return this.leaveCycle(message);
    this.numCancelsRequested += 1;
    if (this.futWaiter !== undefined && this.cancelWaiter(this.futWaiter, message)) return true;
    // Nothing to wait for: a step is scheduled, or running.
    this.mustCancel = true;
    this.cancelMessage = message;
    return true;
  }

  /** futWaiter stays: it may be a task that declines, and has to be cancelled again. */
  private cancelWaiter(futWaiter: Future, message: unknown): boolean {
    this.cancelUnderWay = true;
    try {
      return futWaiter.cancel(message);
    } finally {
      this.cancelUnderWay = false;
    }
  }

  /**
   * The request has come round: this task waits, in the end, for itself, and there is no
   * innermost future. So this task, which was asked first, stops waiting.
   */
  private leaveCycle(message: unknown): boolean {
    if (this.futWaiter === undefined) return true;
    this.futWaiter.removeDoneCallback(this.wakeupCallback);
    this.futWaiter = undefined;
    this.mustCancel = true;
    this.cancelMessage = message;
    this.scheduleStep();
    return true;
  }

  /** Count the requests to cancel that `uncancel` has not taken back. */
  cancelling(): number {
    return this.numCancelsRequested;
  }

  /** Take back one request to cancel; with the last of them, also a CancelledError not thrown yet. Returns how many remain. */
  uncancel(): number {
    if (this.numCancelsRequested > 0) {
      this.numCancelsRequested -= 1;
      if (this.numCancelsRequested === 0) this.mustCancel = false;
    }
    return this.numCancelsRequested;
  }

  // ----- Introspection

  /** Give what the coroutine waits for, undefined while it does not. */
  getFutWaiter(): Future | undefined {
    return this.futWaiter;
  }

  /**
   * Give the frames of this task, oldest first: of a suspended one the outermost, of the
   * running one the calls, of a failed one those of its exception. None otherwise.
   */
  getStack(options: StackOptions = {}): Frame[] {
    return stackOf(this, options);
  }

  /** Write what `getStack` gives, as Python prints it; to the log, or where `file.write` says. */
  printStack(options: StackOptions & { readonly file?: { write(text: string): unknown } } = {}): void {
    writeStack(this, options);
  }

  override complaint(): ExceptionContext | undefined {
    if (this.done()) return super.complaint();
    if (!this.logDestroyPending) return undefined;
    return this.withTraceback({ task: this, message: 'Task was destroyed but it is pending!' });
  }

  protected override reprInfo(): string[] {
    const [state = '', ...rest] = super.reprInfo();
    const info = [this.cancelling() > 0 && !this.done() ? 'cancelling' : state, `name=${repr(this.name)}`];
    const coro = this.getCoro();
    if (coro !== undefined) info.push(`coro=<${reprCoroutine(coro, this.done(), this.futWaiter)}>`);
    if (this.futWaiter !== undefined) info.push(`wait_for=${repr(this.futWaiter)}`);
    return [...info, ...rest];
  }
}

/** Take a plain generator for a task. */
function claim(generator: object): void {
  if (driven.has(generator)) throw new RuntimeError('cannot reuse already awaited coroutine');
  driven.add(generator);
}
