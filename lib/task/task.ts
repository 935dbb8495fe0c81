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
 *     running      inside `resume`: this is the current task, and futWaiter is undefined
 *
 * futWaiter and other fields that others look at are declared in base-task.ts.
 * Counterpart: asyncio.Task, in tasks.py. One difference: tasks that wait for each other
 * in a cycle can be cancelled (see `leaveCycle`); CPython recurses without end.
 */

import type { Yielded } from '../coroutine/awaitable';
import type { CoroutineLike } from '../coroutine/coroutine';
import { CancelledError, InvalidStateError, leavesTheLoop, toError } from '../errors';
import type { AbstractEventLoop, TaskOptions } from '../future/abstract-event-loop';
import { setAwaiter } from '../future/awaiters';
import { Future } from '../future/future';
import { FutureIterator } from '../future/future-iterator';
import { failureOf, retrieveException } from '../future/outcome';
import { enterTask, leaveTask, registerTask, swapCurrentTask, unregisterTask } from '../future/registry';
import type { DoneCallback, Waiter } from '../future/waiter-list';
import { repr } from '../repr';
import { badYield } from './bad-yield';
import { BaseTask } from './base-task';

/**
 * A coroutine that runs on a loop, and the future of its result (asyncio.Task).
 *
 * @example
 * const task = loop.createTask(hello(1), { name: 'first' });
 * loop.runUntilComplete(task);
 */
export class Task<T = unknown> extends BaseTask<T> implements Waiter {
  /** Whether a request to cancel is on its way through here, to what is waited for. */
  private cancelUnderWay = false;
  /** What futWaiter was given to call, where it is of a user's class; otherwise this task is a link in its list. */
  private ownCallback: DoneCallback | undefined = undefined;
  /** The link after this one among those who wait for futWaiter. @internal */
  nextWaiter: Waiter | undefined = undefined;

  /**
   * Schedule the first step; or take it now (`eagerStart`), where the loop is running.
   *
   * @throws TypeError when `coro` is no coroutine; RuntimeError for a plain generator that another task was made of.
   */
  constructor(coro: CoroutineLike<T>, options: TaskOptions & { readonly loop?: AbstractEventLoop } = {}) {
    super(coro, options);
    this.loop.observer?.taskCreated(this);
    if (options.eagerStart && this.loop.isRunning()) {
      this.startEagerly();
    } else {
      this.scheduleStep();
      registerTask(this); // not where the loop is closed
    }
  }

  // ----- Stepping

  private scheduleStep(error?: Error): void {
    this.loop.scheduleSoon(Task.step, [this, error], this.context);
  }

  /** `step` as a callback: one for all tasks, where a closure each would cost a task a fifth of its memory. */
  private static step(task: Task, error: Error | undefined): void {
    task.step(error);
  }

  /** Take the first step now, inside whatever task is being executed. */
  private startEagerly(): void {
    registerTask(this);
    const previous = swapCurrentTask(this);
    this.loop.observer?.stepBegun(this, undefined);
    try {
      this.context.run(() => this.resume(undefined));
    } catch (error) {
      unregisterTask(this);
      throw error;
    } finally {
      this.loop.observer?.stepEnded(this);
      swapCurrentTask(previous);
      this.ranEagerly = this.done();
    }
  }

  /** Resume the coroutine, throwing `error` into it where there is one. */
  private step(error?: Error): void {
    if (this.done()) throw new InvalidStateError(`_step(): already done: ${this} ${repr(error)}`);
    if (this.mustCancel) {
      if (!(error instanceof CancelledError)) error = this.makeCancelledError();
      this.mustCancel = false;
    }
    this.futWaiter = undefined;
    enterTask(this, error);
    try {
      this.resume(error);
    } finally {
      leaveTask(this);
    }
  }

  private resume(error: Error | undefined): void {
    this.handling = error;
    let yielded: IteratorResult<Yielded, T>;
    try {
      yielded = error === undefined ? this.coro.next() : this.coro.throw(error);
    } catch (thrown) {
      this.raised(toError(thrown));
      return;
    }
    if (yielded.done) this.returned(yielded.value);
    else this.suspended(yielded.value);
  }

  private returned(result: T): void {
    if (this.mustCancel) {
      this.mustCancel = false; // cancelled from within, right before the end
      super.cancel(this.cancelMessage);
    } else {
      this.succeed(result);
    }
  }

  private raised(error: Error): void {
    this.linkContext(error);
    if (error instanceof CancelledError) {
      this.cancelledError = error;
      super.cancel();
      return;
    }
    this.fail(error);
    if (leavesTheLoop(error)) throw error;
  }

  private suspended(yielded: Yielded): void {
    if (yielded === undefined || yielded === null) {
      this.giveWay();
      return;
    }
    const error = badYield(this, yielded);
    if (error === undefined) this.waitFor(yielded as Future);
    else this.giveWay(error);
  }

  private giveWay(error?: Error): void {
    this.loop.observer?.taskSuspended(this, undefined);
    this.scheduleStep(error);
  }

  private waitFor(future: Future): void {
    this.loop.observer?.taskSuspended(this, future);
    this.waitsVisibly = FutureIterator.lastYielded?.future === future;
    FutureIterator.lastYielded = undefined;
    future.asyncioFutureBlocking = false;
    // A class of the user's may have an addDoneCallback of its own.
    const isOurs = future.addDoneCallback === Future.prototype.addDoneCallback;
    this.ownCallback = isOurs ? undefined : setAwaiter(this.callback, () => this);
    if (this.ownCallback === undefined) future.addWaiter(this);
    else future.addDoneCallback(this.ownCallback, { context: this.context });
    this.futWaiter = future;
    if (this.mustCancel && future.cancel(this.cancelMessage)) this.mustCancel = false;
  }

  /** `wakeup` as a callback, under the name by which CPython shows it. @internal */
  get callback(): DoneCallback {
    return { 'Task.task_wakeup': (future: Future) => this.wakeup(future) }['Task.task_wakeup'];
  }

  /** Called when futWaiter is done: step, throwing what it failed with. What it gives, `yield*` reads itself. */
  private wakeup(future: Future): void {
    this.step(failureOf(future));
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
    const asked: Task[] = [];
    try {
      for (let task = this as Task; ; task = task.futWaiter as Task) {
        if (task.cancelUnderWay) return task.leaveCycle(message);
        asked.push(task);
        task.cancelUnderWay = true;
        task.numCancelsRequested += 1;
        task.loop.observer?.cancelBegun(task, message);
        if (!waitsForTask(task.futWaiter)) return task.cancelHere(message);
      }
    } finally {
      for (const task of asked.reverse()) {
        task.cancelUnderWay = false;
        task.loop.observer?.cancelEnded(task);
      }
    }
  }

  /** futWaiter stays: it may decline, and have to be cancelled again. */
  private cancelHere(message: unknown): boolean {
    if (this.futWaiter?.cancel(message)) return true;
    // Nothing to wait for: a step is scheduled, or running.
    this.mustCancel = true;
    this.cancelMessage = message;
    return true;
  }

  /**
   * The request has come round: this task waits, in the end, for itself, and there is no
   * innermost future. So this task, which was asked first, stops waiting.
   */
  private leaveCycle(message: unknown): boolean {
    if (this.futWaiter === undefined) return true;
    this.stopWaitingFor(this.futWaiter);
    return this.cancelHere(message);
  }

  /** Let the coroutine look again what it waits for, unless it must not be resumed too early. @internal */
  interrupt(): void {
    const { futWaiter } = this;
    if (futWaiter !== undefined && !futWaiter.done() && this.waitsVisibly) this.stopWaitingFor(futWaiter);
  }

  private stopWaitingFor(future: Future): void {
    if (this.ownCallback !== undefined) future.removeDoneCallback(this.ownCallback);
    else future.removeWaiters((waiter) => waiter === this);
    future.addDoneCallback(retrieveException); // nobody waits for it any more
    this.futWaiter = undefined;
    this.giveWay();
  }
}

/** Whether the request goes on to another task; not by its method, as a chain of tasks may be longer than the stack. */
function waitsForTask(futWaiter: Future | undefined): boolean {
  return futWaiter instanceof Task && !futWaiter.done() && futWaiter.cancel === Task.prototype.cancel;
}
