/**
 * AbstractEventLoop: what a future and a task need of the loop they belong to.
 *
 * It stands below them so that they can be read, and tested, without the loop that
 * implements it (lib/loop/event-loop.ts). The rest of a loop's life, running and
 * closing, is of no concern to a future.
 *
 * Counterpart: asyncio.AbstractEventLoop, in events.py.
 */

import type { Context } from '../context/context';
import type { Awaitable } from '../coroutine/awaitable';
import type { CoroutineLike } from '../coroutine/coroutine';
import type { Observer } from './observer';
import type { Listed, PendingList } from './pending-list';

/** Any function; the loop ignores what it returns. */
// biome-ignore lint/suspicious/noExplicitAny: the loop passes on whatever arguments were given
export type Callback<A extends any[] = any[]> = (...args: A) => unknown;

/** Keyword arguments of the methods that schedule, given as a last argument. */
export interface ContextOption {
  /** The context to run the callback in; otherwise a copy of the current one. */
  readonly context: Context;
}

/** What scheduling gives back: the way to call it off. */
export interface Cancellable {
  /** Never call the callback. Does nothing once it was called. */
  cancel(): void;
  /** Tell whether `cancel` was called. */
  cancelled(): boolean;
}

/** Keyword arguments of `createTask`. */
export interface TaskOptions {
  /** The task's name; otherwise `Task-N`. */
  readonly name?: unknown;
  /** The context to run the task in; otherwise a copy of the current one. */
  readonly context?: Context;
  /** Whether to run the first step at once, before `createTask` returns, where the loop is running. */
  readonly eagerStart?: boolean;
}

/** What the exception handler is told: `message`, and whatever else is known (asyncio's `context` dict). */
export interface ExceptionContext {
  /** What happened, in a sentence. */
  message?: string;
  /** What was thrown, or set on a future. */
  exception?: Error;
  [detail: string]: unknown;
}

/** An event loop, as far as futures and tasks need to know it. */
export abstract class AbstractEventLoop {
  /** Who is told of what happens on this loop. */
  observer: Observer | undefined = undefined;

  /** What tells the time, and lets it pass. */
  abstract readonly clock: { advance(seconds: number): void };

  /** Give the time of the loop's clock, in seconds. */
  abstract time(): number;

  /** Call `callback(...args)` in the next iteration, after what is scheduled already. */
  abstract callSoon<A extends unknown[]>(callback: Callback<A>, ...args: A): Cancellable;
  abstract callSoon<A extends unknown[]>(callback: Callback<A>, ...args: [...A, ContextOption]): Cancellable;

  /** Do as `callSoon` does, from whatever thread. */
  abstract callSoonThreadsafe<A extends unknown[]>(callback: Callback<A>, ...args: A): Cancellable;

  /** Call `callback(...args)` once `delay` seconds have passed. */
  abstract callLater<A extends unknown[]>(delay: number, callback: Callback<A>, ...args: A): Cancellable;

  /** Call `callback(...args)` when the clock shows `when` seconds. */
  abstract callAt<A extends unknown[]>(when: number, callback: Callback<A>, ...args: A): Cancellable;

  /** Make a future of this loop; typed as one in lib/loop. */
  abstract createFuture(): object;

  /** Make a task of `coro`, which takes its first step in the next iteration, and give it. */
  abstract createTask<T>(coro: CoroutineLike<T>, options?: TaskOptions): Awaitable<T>;

  /** Call `func(...args)` in a thread of `executor`, or of the default one, and give a future of what it gives. */
  abstract runInExecutor<A extends unknown[], T>(
    executor: object | null | undefined,
    func: (...args: A) => T,
    ...args: A
  ): Awaitable<T>;

  /** Tell the exception handler of `context`. Throws nothing but SystemExit and KeyboardInterrupt. */
  abstract callExceptionHandler(context: ExceptionContext): void;

  /** Tell whether the loop is in debug mode. */
  abstract getDebug(): boolean;

  /** Tell whether the loop is running: true in every callback, false between runs. */
  abstract isRunning(): boolean;

  /** Tell whether the loop was closed, and can schedule and run no more. */
  abstract isClosed(): boolean;

  /**
   * Schedule `callback(...args)` in `context`: `callSoon` without its checks, for
   * callers who know the context (BaseEventLoop._call_soon).
   *
   * @internal
   */
  abstract scheduleSoon(callback: Callback, args: readonly unknown[], context: Context): Cancellable;

  /** The futures whose exception nobody has retrieved yet. They are reported when the loop is closed. @internal */
  abstract readonly unretrieved: Set<object>;

  /** The tasks that are not done, in the order of their creation. @internal */
  abstract readonly tasks: PendingList<Listed>;
}
