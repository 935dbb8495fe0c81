/**
 * SchedulingLoop: a loop to schedule callbacks on.
 *
 * Callbacks go to the ready queue (`callSoon`) or to the timer heap (`callLater`,
 * `callAt`), each as a Handle that carries its context. What runs them, and when, is not
 * decided here.
 *
 * Counterpart: call_soon, call_later and call_at of asyncio.BaseEventLoop, in base_events.py.
 */

import type { Context } from '../context/context';
import { Coroutine, iscoroutine } from '../coroutine/coroutine';
import { iscoroutinefunction } from '../coroutine/coroutine-function';
import { RuntimeError } from '../errors';
import { AbstractEventLoop, type Callback, type ContextOption } from '../future/abstract-event-loop';
import { peekRunningLoop } from '../future/running-loop';
import { repr } from '../repr';
import { checkSeconds } from '../seconds';
import { type Clock, checkClock, VirtualClock } from './clock';
import { splitContext } from './context-option';
import { Handle, TimerHandle } from './handle';
import { Scheduler } from './scheduler';

/** Keyword arguments of `new EventLoop`. */
export interface EventLoopOptions {
  /** What the time is; otherwise what `EventLoop.defaultClock` makes. */
  readonly clock?: Clock;
  /** Whether to check more, and to note where things are created. */
  readonly debug?: boolean;
}

/** The order of those timers of a deadline that come last: more than there will ever be of others. */
const LAST = 2 ** 50;

/** The part of a loop that takes callbacks, and keeps them until they are due. */
export abstract class SchedulingLoop extends AbstractEventLoop {
  /** Makes the clock of a loop that was given none. */
  static defaultClock: () => Clock = () => new VirtualClock();

  /** What the loop asks for the time, and lets time pass. */
  readonly clock: Clock;
  protected readonly scheduler: Scheduler;
  protected closed = false;
  protected debug: boolean;
  private timersMade = 0;

  constructor({ clock = new.target.defaultClock(), debug = false }: EventLoopOptions = {}) {
    super();
    checkClock(clock);
    this.clock = clock;
    this.debug = debug;
    this.scheduler = new Scheduler(this);
  }

  /** Give the time of the loop's clock, in seconds. */
  time(): number {
    return this.clock.time();
  }

  /**
   * Call `callback(...args)` in the next iteration, after what is scheduled already. A last
   * argument `{ context }` gives the context to run it in, otherwise a copy of the current one.
   *
   * @throws RuntimeError when the loop is closed; in debug mode, also in a worker thread while the loop runs.
   */
  callSoon<A extends unknown[]>(callback: Callback<A>, ...args: A): Handle;
  callSoon<A extends unknown[]>(callback: Callback<A>, ...args: [...A, ContextOption]): Handle;
  callSoon(callback: Callback, ...args: unknown[]): Handle {
    const handle = this.handleOf('call_soon', callback, args);
    if (this.debug) this.checkThread();
    return this.enqueue(handle);
  }

  /** Do as `callSoon` does, from whatever thread: what a worker of a ThreadPoolExecutor calls. */
  callSoonThreadsafe<A extends unknown[]>(callback: Callback<A>, ...args: A): Handle;
  callSoonThreadsafe<A extends unknown[]>(callback: Callback<A>, ...args: [...A, ContextOption]): Handle;
  callSoonThreadsafe(callback: Callback, ...args: unknown[]): Handle {
    return this.enqueue(this.handleOf('call_soon_threadsafe', callback, args));
  }

  /** Whether nothing is ready, and something is scheduled: before it is run, time has to pass. @internal */
  isWaitingForTime(): boolean {
    return this.scheduler.ready.length === 0 && !this.scheduler.isIdle();
  }

  /** Give the handles that will be run: those that are ready, and the timers that will be due. @internal */
  handlesToRun(): Handle[] {
    const { ready, scheduled } = this.scheduler;
    const timers = [...scheduled].filter((timer) => timer.when() < Infinity);
    return [...ready, ...timers].filter((handle) => !handle.cancelled());
  }

  /** Whether the iteration under way is over: the next handle to be run begins another. @internal */
  isBetweenIterations(): boolean {
    return !this.scheduler.hasMoreToRun();
  }

  private handleOf(method: string, callback: Callback, args: unknown[]): Handle {
    this.checkClosed();
    if (this.debug) checkCallback(callback, method);
    const [rest, context] = splitContext(args);
    return new Handle(callback, rest, this, context);
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
    return this.schedule(when, this.timersMade++, callback, args);
  }

  /** Do as `callLater` does, but after all others of that deadline, whenever these are made. @internal */
  callLaterLast(delay: number, callback: Callback<[]>, options: ContextOption): TimerHandle {
    return this.schedule(this.time() + delay, LAST + this.timersMade++, callback, [options]);
  }

  /** Let `timer`, whose turn it is, give way to all that is ready now, and to timers that come before it. @internal */
  postpone(timer: TimerHandle): void {
    this.scheduler.scheduled.push(timer);
    this.observer?.handleScheduled(timer);
  }

  /** Whether timers are due that have not their turn in this iteration. @internal */
  hasMoreDue(): boolean {
    return this.scheduler.hasMoreDue();
  }

  private schedule(when: number, order: number, callback: Callback, args: unknown[]): TimerHandle {
    this.checkClosed();
    if (this.debug) {
      this.checkThread();
      checkCallback(callback, 'call_at');
    }
    const [rest, context] = splitContext(args);
    const timer = new TimerHandle(when, order, callback, rest, this, context);
    this.scheduler.scheduled.push(timer);
    this.observer?.handleScheduled(timer);
    return timer;
  }

  /** @internal */
  scheduleSoon(callback: Callback, args: readonly unknown[], context: Context): Handle {
    this.checkClosed();
    if (this.debug) this.checkThread();
    return this.enqueue(new Handle(callback, args, this, context));
  }

  /** Call `callback` before all that is ready: for what is the rest of a callback that was broken off. @internal */
  callFirst(callback: Callback<[]>): void {
    const handle = this.handleOf('call_soon', callback, []);
    this.scheduler.pushFirst(handle);
    this.observer?.handleScheduled(handle);
  }

  private enqueue(handle: Handle): Handle {
    this.scheduler.ready.push(handle);
    this.observer?.handleScheduled(handle);
    return handle;
  }

  /** In debug mode: refuse what would not be safe if the other thread were a real one. */
  private checkThread(): void {
    if (!this.isRunning() || peekRunningLoop() === this) return;
    throw new RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one');
  }

  /** Take note that a handle was cancelled, `isScheduled` if it is a timer in the heap. For handles only. @internal */
  handleCancelled(handle: Handle, isScheduled: boolean): void {
    if (isScheduled) this.scheduler.scheduled.noteCancelled();
    this.observer?.handleCancelled(handle);
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
export function checkCallback(callback: unknown, method: string): void {
  if (iscoroutine(callback) || iscoroutinefunction(callback)) {
    throw new TypeError(`coroutines cannot be used with ${method}()`);
  }
  if (typeof callback !== 'function') {
    throw new TypeError(`a callable object was expected by ${method}(), got ${repr(callback)}`);
  }
}
