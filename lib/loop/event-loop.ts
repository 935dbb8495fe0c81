/**
 * EventLoop: calls callbacks, one after another, and lets time pass in between.
 *
 * The atom is `runNext`: it runs one handle. `step` is one of it; an iteration is as many
 * as handles were ready when it began, less those cancelled meanwhile; `runForever` is
 * iterations until `stop`; `runUntilComplete` is `runForever` with a future that stops it.
 *
 * Invariant: the loop is the running loop exactly from `enter` to `leave`, and both are
 * called only in pairs, whatever is thrown between them.
 *
 * Counterpart: asyncio.BaseEventLoop, which would wait for ever where this raises DeadlockError.
 */

import type { AwaitableLike } from '../coroutine/awaitable';
import type { Coroutine } from '../coroutine/coroutine';
import { drainNativeCode } from '../coroutine/native-code';
import { leavesTheLoop, RuntimeError } from '../errors';
import type { Future } from '../future/future';
import { isfuture } from '../future/isfuture';
import type { Observer } from '../future/observer';
import { retrieveException } from '../future/outcome';
import { takeLastEntered } from '../future/registry';
import { peekRunningLoop, setEventLoopFactory, setRunningLoop } from '../future/running-loop';
import { showAsString } from '../repr';
import { allTasks } from '../task/current-task';
import { ensureFuture } from '../task/ensure-future';
import type { Task } from '../task/task';
import { BaseEventLoop } from './base-event-loop';
import { deadlock } from './deadlock';
import type { Handle } from './handle';
import { Leftovers } from './leftovers';
import { shutdownAsyncgens } from './shutdown-asyncgens';
import { runTimed } from './slow-callback';

/**
 * Run callbacks, timers and tasks (asyncio.EventLoop).
 *
 * @example
 * const loop = new EventLoop();
 * loop.runUntilComplete(hello(1));
 * loop.close();
 */
export class EventLoop extends BaseEventLoop {
  /** In debug mode, a callback that takes this many seconds or more is logged. */
  slowCallbackDuration = 0.1;
  private running = false;
  /** @internal */ stopping = false;
  /** Whether `step` has begun an iteration: the one that `stop` still allows. */
  private stepping = false;
  private readonly leftovers = new Leftovers(this);

  /**
   * Run until `stop` is called; at least one iteration.
   *
   * @throws RuntimeError when closed, or when a loop is running; DeadlockError when nothing
   *   is left that could ever run; SystemExit and KeyboardInterrupt from a callback.
   */
  runForever(): void {
    this.enter();
    try {
      do this.iterate();
      while (!this.stopping);
    } finally {
      this.stopping = false;
      this.leave();
    }
  }

  /**
   * Run until `awaitable` is done, and give its result. A coroutine is made a task.
   *
   * @throws what it failed with; RuntimeError when `stop` comes first; as runForever.
   */
  runUntilComplete<T>(awaitable: AwaitableLike<T>): T {
    this.checkClosed();
    this.checkRunning();
    const isNewTask = !isfuture(awaitable);
    const future = ensureFuture(awaitable, { loop: this });
    if (isNewTask) (future as Task<T>).logDestroyPending = false;
    future.addDoneCallback(runUntilCompleteCallback);
    try {
      this.runForever();
    } catch (error) {
      // The caller has no other way to the task's exception than this error.
      if (isNewTask && future.done()) retrieveException(future);
      throw error;
    } finally {
      future.removeDoneCallback(runUntilCompleteCallback);
    }
    if (!future.done()) throw new RuntimeError('Event loop stopped before Future completed.');
    return future.result();
  }

  /** Run one iteration. Throws as runForever does. */
  runOnce(): void {
    this.enter();
    try {
      this.iterate();
    } finally {
      this.leave();
    }
  }

  /**
   * Run exactly one handle, beginning an iteration where none is under way.
   *
   * @returns false when there was none to run: all are done; or once, when `stop` was called.
   * @throws as runForever; DeadlockError only while tasks are waiting.
   * @example
   * const task = loop.createTask(hello(1));
   * while (loop.step()) console.log(loop.time(), String(task));
   */
  step(): boolean {
    this.enter();
    try {
      while (!this.scheduler.isIdle() || allTasks(this).size > 0) {
        if (!this.scheduler.isMidIteration()) {
          if (this.stopping && this.stepping) break;
          this.beginIteration();
          this.stepping = true;
        }
        if (this.runNext()) return true;
      }
      this.stopping = false;
      this.stepping = false;
    } finally {
      this.leave();
    }
    return false;
  }

  private iterate(): void {
    if (!this.scheduler.isMidIteration()) this.beginIteration();
    while (this.runNext());
  }

  /** The atom: run the next handle of the iteration under way. Gives false when the iteration is over. */
  private runNext(): boolean {
    const handle = this.scheduler.next();
    if (handle === undefined) return false;
    this.runHandle(handle);
    return true;
  }

  private beginIteration(): void {
    drainNativeCode(); // somebody may have let it go on between two runs
    if (!this.stopping && this.scheduler.isIdle()) throw deadlock([...allTasks(this)], this.observer);
    this.scheduler.beginIteration(!this.stopping);
  }

  /** The only place where callbacks are called. An error that leaves the loop ends the iteration. */
  private runHandle(handle: Handle): void {
    try {
      if (this.observer !== undefined) this.runWatched(this.observer, handle);
      else if (this.debug) this.runInDebugMode(handle);
      else handle.run();
    } catch (error) {
      this.scheduler.breakOff();
      throw error;
    }
  }

  private runWatched(observer: Observer, handle: Handle): void {
    observer.handleBegun(handle);
    try {
      if (this.debug) this.runInDebugMode(handle);
      else handle.run();
    } finally {
      observer.handleEnded(handle);
    }
  }

  private runInDebugMode(handle: Handle): void {
    this.reporter.currentHandle = handle;
    try {
      runTimed(handle, this.clock, this.slowCallbackDuration);
    } finally {
      this.reporter.currentHandle = undefined;
    }
  }

  /** Let the iteration under way be the last of this run. Called before a run, it allows it one. */
  stop(): void {
    this.stopping = true;
  }

  /** Tell whether the loop is running: true in every callback, false between runs. */
  isRunning(): boolean {
    return this.running;
  }

  private enter(): void {
    this.checkClosed();
    this.checkRunning();
    this.running = true;
    setRunningLoop(this);
    this.leftovers.watch();
  }

  private leave(): void {
    takeLastEntered();
    this.running = false;
    setRunningLoop(undefined);
    this.leftovers.unwatch();
  }

  // ----- Closing

  /**
   * Close: nothing can be scheduled or run any more; what is scheduled is dropped, not run.
   * What was left behind is reported to the exception handler (see leftovers.ts).
   *
   * @throws RuntimeError while running.
   */
  close(): void {
    if (this.running) throw new RuntimeError('Cannot close a running event loop');
    if (this.closed) return;
    this.closed = true;
    this.scheduler.clear();
    this.observer?.closed();
    this.defaultExecutor.close();
    this.leftovers.report();
  }

  /** Close the asynchronous generators that were begun and not finished, all at once (a coroutine). */
  shutdownAsyncgens(): Coroutine<void> {
    this.leftovers.asyncgensShutdownCalled = true;
    return shutdownAsyncgens(this, this.leftovers.asyncgens);
  }

  override toString(): string {
    return `<${this.constructor.name} running=${this.running} closed=${this.closed} debug=${this.debug}>`;
  }

  private checkRunning(): void {
    if (this.running) throw new RuntimeError('This event loop is already running');
    if (peekRunningLoop() !== undefined) {
      throw new RuntimeError('Cannot run the event loop while another loop is running');
    }
  }
}
showAsString(EventLoop);

setEventLoopFactory(() => new EventLoop());

/** Stop the loop of a future that is done; not for one that has made the loop stop already, by an error that leaves it. */
export function runUntilCompleteCallback(future: Future): void {
  if (leavesTheLoop(retrieveException(future))) return;
  (future.getLoop() as EventLoop).stop();
}
