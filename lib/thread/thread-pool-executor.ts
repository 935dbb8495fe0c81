/**
 * ThreadPoolExecutor: a number of worker threads, simulated in the time of a loop.
 *
 * A job waits until a worker is free; the worker is at it for as many seconds as the job
 * takes (blocking.ts), while the loop goes on; then the job's function is called, and its
 * future done. To the loop that is a timer. A function that takes no time, as any that
 * `blocking` did not make, is called in the next iteration.
 *
 * While a worker runs a function, no loop is running, none is the current one, and no task
 * is current: as it is in another thread. What is left of a thread is its time, and its context.
 *
 * Invariant: no job waits while a worker is free.
 *
 * Counterpart: concurrent.futures.ThreadPoolExecutor.
 */

import { Context } from '../context/context';
import { Deque } from '../deque';
import { RuntimeError, toError, ValueError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import { ConcurrentFuture } from '../future/concurrent-future';
import { getEventLoop } from '../future/running-loop';
import { checkNumber } from '../seconds';
import { inWorker, jobOf, loopOfWorker, secondsOf } from './blocking';

/** How many workers a pool has that was not told. Python's number depends on the processors, and is this at most. */
const MAX_WORKERS = 32;

/** A call to be made, and the loop in whose time it takes its seconds. */
interface WorkItem {
  readonly loop: AbstractEventLoop;
  readonly call: () => unknown;
  readonly seconds: number;
  readonly future: ConcurrentFuture;
}

/**
 * Worker threads for plain functions (concurrent.futures.ThreadPoolExecutor).
 *
 * @example
 * const pool = new ThreadPoolExecutor(2);
 * const read = blocking(1, (n: number) => n);
 * yield* gather([1, 2, 3].map((n) => loop.runInExecutor(pool, read, n))); // takes two seconds
 */
export class ThreadPoolExecutor {
  private readonly maxWorkers: number;
  private readonly workQueue = new Deque<WorkItem>();
  /** What the workers are at. */
  private readonly underWay = new Set<WorkItem>();
  private isShutdown = false;
  private readonly idleCallbacks: (() => void)[] = [];

  /**
   * @param maxWorkers how many jobs are worked at, at a time; otherwise 32.
   * @throws ValueError unless there is at least one; TypeError when it is no number.
   */
  constructor(maxWorkers?: number | null) {
    const count = maxWorkers ?? MAX_WORKERS;
    checkNumber('max_workers', count);
    if (!(count >= 1)) throw new ValueError('max_workers must be greater than 0');
    this.maxWorkers = count;
  }

  /**
   * Have a worker call `func(...args)`, in the time of the loop that `getEventLoop` gives; in a job, of its loop.
   *
   * @throws RuntimeError after `shutdown`; TypeError when `func` is no function; what `blocking`'s seconds throw.
   */
  submit<A extends unknown[], T>(func: (...args: A) => T, ...args: A): ConcurrentFuture<T> {
    return this.submitTo(loopOfWorker() ?? getEventLoop(), func, args);
  }

  /** Do as `submit` does, in the time of `loop`. @internal */
  submitTo<A extends unknown[], T>(loop: AbstractEventLoop, func: (...args: A) => T, args: A): ConcurrentFuture<T> {
    if (this.isShutdown) throw new RuntimeError('cannot schedule new futures after shutdown');
    const job = jobOf(func);
    const seconds = secondsOf(job, args);
    const future = new ConcurrentFuture<T>();
    this.workQueue.push({ loop, call: () => job.func(...args), seconds, future: future as ConcurrentFuture });
    if (loopOfWorker() === undefined) this.startNext();
    else loop.callSoonThreadsafe(this.startNext.bind(this)); // a worker keeps its hands off the loop
    return future;
  }

  /** Let each free worker, while there is one, begin the first job that was not cancelled. */
  private startNext(): void {
    // The time of a loop that was closed stands still: its jobs will never be done.
    for (const item of this.underWay) if (item.loop.isClosed()) this.underWay.delete(item);
    while (this.underWay.size < this.maxWorkers) {
      const item = this.workQueue.shift();
      if (item === undefined) break;
      if (item.loop.isClosed() || !item.future.setRunningOrNotifyCancel()) continue;
      this.underWay.add(item);
      item.loop.callLater(item.seconds, this.begin.bind(this), item);
    }
    if (this.isIdle()) for (const callback of this.idleCallbacks.splice(0)) callback();
  }

  /** A thread has a context of its own. */
  private begin(item: WorkItem): void {
    new Context().run(() => this.run(item));
  }

  /** Make the call. Should it block, in its turn, its end is that much later. */
  private run(item: WorkItem): void {
    const [settle, seconds] = inWorker(item.loop, () => work(item));
    if (seconds === 0) this.end(item, settle);
    else item.loop.callLater(seconds, this.end.bind(this), item, settle);
  }

  /** Settle the future: it is the worker, still, that calls its callbacks. */
  private end(item: WorkItem, settle: () => void): void {
    this.underWay.delete(item);
    try {
      inWorker(item.loop, settle);
    } finally {
      this.startNext();
    }
  }

  /** Take no more jobs. Those that were taken are done, unless `cancelFutures`: then only those that were begun. */
  shutdown({ cancelFutures = false }: { readonly cancelFutures?: boolean } = {}): void {
    this.isShutdown = true;
    if (cancelFutures) for (const { future } of this.workQueue) future.cancel();
  }

  /** Tell whether no job is left. @internal */
  isIdle(): boolean {
    return this.underWay.size === 0 && this.workQueue.length === 0;
  }

  /** Call `callback` when no job is left; at once, if none is. @internal */
  whenIdle(callback: () => void): void {
    this.idleCallbacks.push(callback);
    this.startNext();
  }
}

/** Make the call of `item`; give what is to be done with its future once the worker has ended. */
function work({ call, future }: WorkItem): () => void {
  try {
    const result = call();
    return () => future.setResult(result);
  } catch (error) {
    return () => future.setException(toError(error));
  }
}
