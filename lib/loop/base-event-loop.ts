/**
 * BaseEventLoop: a loop to schedule on. How it runs is EventLoop's, above it.
 *
 * Callbacks go to the ready queue (`callSoon`) or to the timer heap (`callLater`,
 * `callAt`), each as a Handle that carries its context. Exceptions that nobody catches
 * go to the exception handler.
 *
 * Counterpart: the corresponding half of asyncio.BaseEventLoop, in base_events.py.
 */

import type { Context } from '../context/context';
import { Coroutine, type CoroutineLike, iscoroutine, iscoroutinefunction } from '../coroutine/coroutine';
import { RuntimeError } from '../errors';
import {
  AbstractEventLoop,
  type Callback,
  type ContextOption,
  type ExceptionContext,
  type TaskOptions,
} from '../future/abstract-event-loop';
import { Future } from '../future/future';
import { type Listed, PendingList } from '../future/pending-list';
import { repr } from '../repr';
import { checkSeconds } from '../seconds';
import { Task } from '../task/task';
import { type Clock, checkClock, VirtualClock } from './clock';
import { splitContext } from './context-option';
import { type ExceptionHandler, ExceptionReporter } from './exception-reporter';
import { Handle, TimerHandle } from './handle';
import { Scheduler } from './scheduler';

/** Keyword arguments of `new EventLoop`. */
export interface EventLoopOptions {
  /** What the time is; otherwise what `EventLoop.defaultClock` makes. */
  readonly clock?: Clock;
  /** Whether to check more, and to note where things are created. */
  readonly debug?: boolean;
}

/** What makes a loop's tasks, in place of `new Task`. It is given only the options that were. */
// biome-ignore lint/suspicious/noExplicitAny: the loop, of whatever class the factory knows it to be
export type TaskFactory = <T>(loop: any, coro: CoroutineLike<T>, options: TaskOptions) => Task<T>;

/** The half of a loop that takes callbacks and coroutines, and keeps them until they are due. */
export abstract class BaseEventLoop extends AbstractEventLoop {
  /** Makes the clock of a loop that was given none. */
  static defaultClock: () => Clock = () => new VirtualClock();

  /** What the loop asks for the time, and lets time pass. */
  readonly clock: Clock;
  /** @internal */
  readonly unretrieved = new Set<Future>();
  /** @internal */
  readonly tasks = new PendingList<Listed>();
  protected readonly scheduler: Scheduler;
  protected readonly reporter = new ExceptionReporter(this);
  protected closed = false;
  protected debug: boolean;
  private taskFactory: TaskFactory | undefined = undefined;
  private timersMade = 0;

  constructor({ clock = new.target.defaultClock(), debug = false }: EventLoopOptions = {}) {
    super();
    checkClock(clock);
    this.clock = clock;
    this.debug = debug;
    this.scheduler = new Scheduler(clock);
  }

  /** Give the time of the loop's clock, in seconds. */
  time(): number {
    return this.clock.time();
  }

  /**
   * Call `callback(...args)` in the next iteration, after what is scheduled already. A last
   * argument `{ context }` gives the context to run it in, otherwise a copy of the current one.
   *
   * @throws RuntimeError when the loop is closed.
   */
  callSoon<A extends unknown[]>(callback: Callback<A>, ...args: A): Handle;
  callSoon<A extends unknown[]>(callback: Callback<A>, ...args: [...A, ContextOption]): Handle;
  callSoon(callback: Callback, ...args: unknown[]): Handle {
    return this.checkAndSchedule('call_soon', callback, args);
  }

  /** Do as `callSoon` does: there are no other threads here to be safe from. */
  callSoonThreadsafe<A extends unknown[]>(callback: Callback<A>, ...args: A): Handle;
  callSoonThreadsafe<A extends unknown[]>(callback: Callback<A>, ...args: [...A, ContextOption]): Handle;
  callSoonThreadsafe(callback: Callback, ...args: unknown[]): Handle {
    return this.checkAndSchedule('call_soon_threadsafe', callback, args);
  }

  private checkAndSchedule(method: string, callback: Callback, args: unknown[]): Handle {
    this.checkClosed();
    if (this.debug) checkCallback(callback, method);
    const [rest, context] = splitContext(args);
    return this.scheduleSoon(callback, rest, context);
  }

  /**
   * Call `callback(...args)` once `delay` seconds have passed; in the next iteration if it is not above 0.
   *
   * @throws TypeError when `delay` is no number, ValueError when it is NaN; RuntimeError when the loop is closed.
   */
  callLater<A extends unknown[]>(delay: number, callback: Callback<A>, ...args: A): TimerHandle;
  callLater<A extends unknown[]>(delay: number, callback: Callback<A>, ...args: [...A, ContextOption]): TimerHandle;
  callLater(delay: number, callback: Callback, ...args: unknown[]): TimerHandle {
    if (delay === undefined || delay === null) throw new TypeError('delay must not be None');
    checkSeconds('delay', delay);
    return this.callAt(this.time() + delay, callback, ...args);
  }

  /**
   * Call `callback(...args)` when the clock shows `when` seconds. Callbacks of one deadline
   * run in the order in which they were scheduled; one at Infinity never runs.
   *
   * @throws as callLater
   */
  callAt<A extends unknown[]>(when: number, callback: Callback<A>, ...args: A): TimerHandle;
  callAt<A extends unknown[]>(when: number, callback: Callback<A>, ...args: [...A, ContextOption]): TimerHandle;
  callAt(when: number, callback: Callback, ...args: unknown[]): TimerHandle {
    if (when === undefined || when === null) throw new TypeError('when cannot be None');
    checkSeconds('when', when);
    this.checkClosed();
    if (this.debug) checkCallback(callback, 'call_at');
    const [rest, context] = splitContext(args);
    const timer = new TimerHandle(when, this.timersMade++, callback, rest, this, context);
    this.scheduler.scheduled.push(timer);
    return timer;
  }

  /** @internal */
  scheduleSoon(callback: Callback, args: readonly unknown[], context: Context): Handle {
    this.checkClosed();
    const handle = new Handle(callback, args, this, context);
    this.scheduler.ready.push(handle);
    return handle;
  }

  /** Take note that a timer was cancelled before its time. For handles only. @internal */
  timerHandleCancelled(): void {
    this.scheduler.scheduled.noteCancelled();
  }

  /** Make a future of this loop. */
  createFuture<T = unknown>(): Future<T> {
    return new Future<T>(this);
  }

  /**
   * Make a task of `coro`: its first step is scheduled, not run (unless the task is eager).
   *
   * @throws RuntimeError when the loop is closed; TypeError when `coro` is no coroutine.
   */
  createTask<T>(coro: CoroutineLike<T>, options: TaskOptions = {}): Task<T> {
    this.checkClosed();
    const { name, context, eagerStart } = options;
    if (this.taskFactory === undefined) return new Task(coro, { loop: this, name, context, eagerStart });
    const task = this.taskFactory(this, coro, given({ context, eagerStart }));
    if (name !== undefined && name !== null) task.setName(name);
    return task;
  }

  /**
   * Have `factory(loop, coro, options)` make the loop's tasks; undefined or null for `new Task`.
   *
   * @throws TypeError when it is neither.
   */
  setTaskFactory(factory: TaskFactory | null | undefined): void {
    if (typeof factory !== 'function' && factory !== undefined && factory !== null) {
      throw new TypeError('task factory must be a callable or None');
    }
    this.taskFactory = factory ?? undefined;
  }

  /** Give the function set by `setTaskFactory`; undefined where tasks are made by `new Task`. */
  getTaskFactory(): TaskFactory | undefined {
    return this.taskFactory;
  }

  /**
   * Have `handler(loop, context)` told of exceptions that nobody catches; null for the default.
   *
   * @throws TypeError when it is neither.
   */
  setExceptionHandler(handler: ExceptionHandler | null | undefined): void {
    if (typeof handler !== 'function' && handler !== undefined && handler !== null) {
      throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`);
    }
    this.reporter.handler = handler ?? undefined;
  }

  /** Give the function set by `setExceptionHandler`; undefined for the default. */
  getExceptionHandler(): ExceptionHandler | undefined {
    return this.reporter.handler;
  }

  /** Tell the exception handler, or the default one, of `context`. Nothing but SystemExit and KeyboardInterrupt comes out. */
  callExceptionHandler(context: ExceptionContext): void {
    this.reporter.report(context);
  }

  /** Log `context`: its message, what else it holds, and the exception's trace. */
  defaultExceptionHandler(context: ExceptionContext): void {
    this.reporter.log(context);
  }

  /** Tell whether the loop is in debug mode. */
  getDebug(): boolean {
    return this.debug;
  }

  /**
   * Set debug mode: arguments are checked, places of creation noted, slow callbacks logged.
   * While the loop runs, coroutines note theirs from the next iteration on.
   */
  setDebug(enabled: boolean): void {
    this.debug = enabled;
    if (this.isRunning()) this.callSoonThreadsafe(() => (Coroutine.originTracking = enabled));
  }

  /** Tell whether the loop was closed, and can schedule and run no more. */
  isClosed(): boolean {
    return this.closed;
  }

  protected checkClosed(): void {
    if (this.closed) throw new RuntimeError('Event loop is closed');
  }
}

/** In debug mode: catch at once what would fail when called, or never run. */
function checkCallback(callback: unknown, method: string): void {
  if (iscoroutine(callback) || iscoroutinefunction(callback)) {
    throw new TypeError(`coroutines cannot be used with ${method}()`);
  }
  if (typeof callback !== 'function') {
    throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`);
  }
}

/** Leave out the options that were not given. */
function given(options: TaskOptions): TaskOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
