/**
 * BaseEventLoop: a loop to make futures and tasks on. How it runs is EventLoop's, above it.
 *
 * It keeps account of the tasks that are not done, and of the exceptions that nobody has
 * retrieved; those that nobody catches go to the exception handler. Functions that block are
 * handed to threads.
 *
 * Counterpart: create_future, create_task, run_in_executor and call_exception_handler of
 * asyncio.BaseEventLoop, in base_events.py.
 */

import { Coroutine, type CoroutineLike } from '../coroutine/coroutine';
import type { ExceptionContext, TaskOptions } from '../future/abstract-event-loop';
import { Future } from '../future/future';
import type { Observer } from '../future/observer';
import { type Listed, PendingList } from '../future/pending-list';
import { wrapFuture } from '../future/wrap-future';
import { repr } from '../repr';
import { Task } from '../task/task';
import type { ThreadPoolExecutor } from '../thread/thread-pool-executor';
import { checkExecutor, DefaultExecutor } from './default-executor';
import { type ExceptionHandler, ExceptionReporter } from './exception-reporter';
import { checkCallback, type EventLoopOptions, SchedulingLoop } from './scheduling-loop';

/** What makes a loop's tasks, in place of `new Task`. It is given only the options that were. */
// biome-ignore lint/suspicious/noExplicitAny: the loop, of whatever class the factory knows it to be
export type TaskFactory = <T>(loop: any, coro: CoroutineLike<T>, options: TaskOptions) => Task<T>;

/** The part of a loop that makes futures and tasks, and is told of exceptions that nobody catches. */
export abstract class BaseEventLoop extends SchedulingLoop {
  /** Makes the observer of a new loop; none, unless somebody watches all loops of a program. */
  // biome-ignore lint/suspicious/noExplicitAny: the loop, of whatever class the observer knows it to be
  static defaultObserver: (loop: any) => Observer | undefined = () => undefined;

  /** @internal */
  readonly unretrieved = new Set<Future>();
  /** @internal */
  readonly tasks = new PendingList<Listed>((task) => !task.done());
  protected readonly reporter = new ExceptionReporter(this);
  private taskFactory: TaskFactory | undefined = undefined;
  protected readonly defaultExecutor = new DefaultExecutor(this);

  constructor(options?: EventLoopOptions) {
    super(options);
    this.observer = new.target.defaultObserver(this);
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

  /**
   * Have `func(...args)` called by a worker of `executor`, null for the default one, and give a future
   * of what it gives. How long it takes is for `blocking` to say. Cancelled, the future ends
   * at once; a function that was begun goes on, unseen.
   *
   * @throws RuntimeError when the loop is closed, or the executor was shut down; TypeError when
   *   `executor` is none, or `func` is no function.
   * @example
   * const read = blocking(2, (name: string) => `text of ${name}`);
   * const text = yield* loop.runInExecutor(null, read, 'a.txt'); // others go on meanwhile
   */
  runInExecutor<A extends unknown[], T>(
    executor: ThreadPoolExecutor | null | undefined,
    func: (...args: A) => T,
    ...args: A
  ): Future<T> {
    this.checkClosed();
    if (this.debug) checkCallback(func, 'run_in_executor');
    const pool = checkExecutor(executor ?? this.defaultExecutor.get());
    return wrapFuture(pool.submitTo(this, func, args), { loop: this });
  }

  /**
   * Have `executor` used where `runInExecutor` and `toThread` are given none.
   *
   * @throws TypeError when it is no ThreadPoolExecutor.
   */
  setDefaultExecutor(executor: ThreadPoolExecutor): void {
    this.defaultExecutor.set(executor);
  }

  /** Let the default executor take no more jobs, and wait for those that it has, `timeout` seconds at most (a coroutine). */
  shutdownDefaultExecutor(timeout: number | null = null): Coroutine<void> {
    return new Coroutine(this.defaultExecutor.shutdown(timeout), 'shutdownDefaultExecutor');
  }
}

/** Leave out the options that were not given. */
function given(options: TaskOptions): TaskOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
