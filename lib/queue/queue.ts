/**
 * Queue: tasks put items in, and tasks take them out, in the same order.
 *
 * Getters wait while it is empty, putters while it is full: each in a line of its own, by a
 * future. An item put wakes the first getter, an item taken the first putter, and whoever
 * is woken leaves the line. But being woken is no promise: until its task runs, another may
 * be quicker; then it joins the line again, at the end.
 *
 * Invariant: an item is in the queue or was given to somebody. One who is woken and then
 * cancelled has taken nothing, and wakes the next in its place.
 *
 * Counterpart: asyncio.Queue, in queues.py.
 */

import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { Deque } from '../deque';
import { ValueError } from '../errors';
import type { Future } from '../future/future';
import { wasReleased } from '../future/waiter';
import { repr } from '../repr';
import { checkNumber } from '../seconds';
import { Event } from '../sync/event';
import { LoopBound } from '../sync/loop-bound';
import { isShownBriefly } from '../sync/repr-primitive';
import { QueueEmpty, QueueFull, QueueShutDown } from './queue-errors';

/** What a queue keeps its items in: which one `shift` takes makes the kind of queue. */
export interface Items<T> extends Iterable<T> {
  readonly length: number;
  push(item: T): unknown;
  shift(): T | undefined;
}

/** Those who wait, first come, first served. */
type Line = Set<Future<void>>;

/**
 * A queue for tasks: first in, first out (asyncio.Queue).
 *
 * @example
 * const queue = new Queue<string>(10);
 * yield* queue.put('job'); // waits while there are ten
 * const job = yield* queue.get(); // waits while there is none
 * queue.taskDone();
 */
export class Queue<T> extends LoopBound {
  private readonly getters: Line = new Set();
  private readonly putters: Line = new Set();
  private unfinishedTasks = 0;
  private readonly finished = new Event();
  private isShutdown = false;

  private readonly items = this.createItems();

  /**
   * @param maxsize how many items it holds at most; any number, if it is not above 0.
   * @throws TypeError when `maxsize` is no number.
   */
  constructor(readonly maxsize = 0) {
    super();
    checkNumber('maxsize', maxsize);
    this.finished.becomePartOf(this);
    this.finished.set();
  }

  /** Make what the items are kept in: each kind of queue has its own (Queue._init, _put and _get). */
  protected createItems(): Items<T> {
    return new Deque<T>();
  }

  /** Give the items, as they are kept. @internal */
  contents(): Items<T> {
    return this.items;
  }

  /** Count the items. */
  qsize(): number {
    return this.items.length;
  }

  /** Tell whether there are no items. */
  empty(): boolean {
    return this.items.length === 0;
  }

  /** Tell whether there is no room; there always is where `maxsize` is not above 0. */
  full(): boolean {
    return this.maxsize > 0 && this.items.length >= this.maxsize;
  }

  /**
   * Put `item` in, once there is room. Yields to the loop only if it has to wait. Cancelled, it has put nothing.
   *
   * @throws when awaited: QueueShutDown when the queue is shut down, or is while this waits; RuntimeError
   *   if it has to wait under another loop than others did.
   */
  put(item: T): Coroutine<void> {
    return new Coroutine(this.putWaiting(item), 'Queue.put');
  }

  private *putWaiting(item: T): Generator<Yielded, void, unknown> {
    while (this.full()) {
      if (this.isShutdown) throw new QueueShutDown();
      yield* this.waitIn(this.putters, () => !this.full());
    }
    this.putNowait(item);
  }

  /**
   * Put `item` in, now.
   *
   * @throws QueueFull when there is no room; QueueShutDown when the queue is shut down.
   */
  putNowait(item: T): void {
    if (this.isShutdown) throw new QueueShutDown();
    if (this.full()) throw new QueueFull();
    this.items.push(item);
    this.unfinishedTasks += 1;
    this.finished.clear();
    this.peekObserver()?.primitiveChanged(this);
    wakeNext(this.getters);
  }

  /**
   * Take an item, once there is one. Yields to the loop only if it has to wait. Cancelled, it has taken nothing.
   *
   * @throws when awaited: QueueShutDown when the queue is empty, and shut down; RuntimeError as `put`.
   */
  get(): Coroutine<T> {
    return new Coroutine(this.getWaiting(), 'Queue.get');
  }

  private *getWaiting(): Generator<Yielded, T, unknown> {
    while (this.empty()) {
      if (this.isShutdown) throw new QueueShutDown();
      yield* this.waitIn(this.getters, () => !this.empty());
    }
    return this.getNowait();
  }

  /**
   * Take an item, now.
   *
   * @throws QueueEmpty when there is none; QueueShutDown when there is none and the queue is shut down.
   */
  getNowait(): T {
    if (this.empty()) throw this.isShutdown ? new QueueShutDown() : new QueueEmpty();
    const item = this.items.shift() as T;
    this.peekObserver()?.primitiveChanged(this);
    wakeNext(this.putters);
    return item;
  }

  /** Stand in `line` until woken. Who does not go on from there lets the next do so, where that `isPossible`. */
  private *waitIn(line: Line, isPossible: () => boolean): Generator<Yielded, void, unknown> {
    const waiter = this.createWaiter();
    line.add(waiter);
    let completed = false;
    try {
      yield* waiter;
      completed = true;
    } finally {
      line.delete(waiter);
      if (!completed && wasReleased(waiter) && isPossible()) wakeNext(line);
    }
  }

  /**
   * Say that the work on an item that was taken is done. When it is on all, `join` ends.
   *
   * @throws ValueError when said more often than items were put in.
   */
  taskDone(): void {
    if (this.unfinishedTasks <= 0) throw new ValueError('task_done() called too many times');
    this.unfinishedTasks -= 1;
    this.peekObserver()?.primitiveChanged(this);
    if (this.unfinishedTasks === 0) this.finished.set();
  }

  /** Wait until the work on all items is done. Does not yield to the loop if it is. Cancelled, it waits no more. */
  join(): Coroutine<void> {
    return new Coroutine(this.waitUntilFinished(), 'Queue.join');
  }

  private *waitUntilFinished(): Generator<Yielded, void, unknown> {
    if (this.unfinishedTasks > 0) yield* this.finished.wait();
  }

  /**
   * Let nothing be put in any more; what is in may be taken, unless `immediate`: then it is
   * dropped, and the work on it counts as done. All who wait are woken, and find out.
   */
  shutdown(immediate = false): void {
    this.isShutdown = true;
    if (immediate) this.drop();
    this.peekObserver()?.primitiveChanged(this);
    wakeAll(this.getters);
    wakeAll(this.putters);
  }

  private drop(): void {
    while (!this.empty()) {
      this.items.shift();
      if (this.unfinishedTasks > 0) this.unfinishedTasks -= 1;
    }
    if (this.unfinishedTasks === 0) this.finished.set();
  }

  override toString(): string {
    const info = [`maxsize=${this.maxsize}`];
    if (!isShownBriefly()) info.push(...this.reprContents());
    if (this.unfinishedTasks > 0) info.push(`tasks=${this.unfinishedTasks}`);
    if (this.isShutdown) info.push('shutdown');
    return `<${this.constructor.name} ${info.join(' ')}>`;
  }

  private reprContents(): string[] {
    const info: string[] = [];
    if (!this.empty()) info.push(`_queue=[${[...this.items].map(repr).join(', ')}]`);
    if (this.getters.size > 0) info.push(`_getters[${this.getters.size}]`);
    if (this.putters.size > 0) info.push(`_putters[${this.putters.size}]`);
    return info;
  }
}

/** Take the first who still waits out of `line`, and wake it. Those done already are dropped on the way. */
function wakeNext(line: Line): void {
  for (const waiter of line) {
    line.delete(waiter);
    if (waiter.done()) continue;
    waiter.setResult();
    return;
  }
}

function wakeAll(line: Line): void {
  while (line.size > 0) wakeNext(line);
}
