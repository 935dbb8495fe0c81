/**
 * JoinableQueue: a queue that knows when the work on all its items is done.
 *
 * Counterpart: gevent.queue.JoinableQueue.
 */

import { ValueError } from '../../errors';
import type { Blocking } from '../hub/blocking-call';
import type { Limit } from '../hub/call-options';
import { Event } from '../sync/event';
import { Queue } from './queue';

/**
 * A queue to be joined (gevent.queue.JoinableQueue).
 *
 * @example
 * const queue = new gevent.JoinableQueue<string>(null, ['job']);
 * gevent.spawn(function* () {
 *   console.log(yield* queue.get());
 *   queue.taskDone();
 * });
 * queue.join(); // waits until the work on it is done
 */
// biome-ignore lint/suspicious/noExplicitAny: as for Queue
export class JoinableQueue<T = any> extends Queue<T> {
  private readonly finished = new Event();
  /** How many items were put in of which the work is not done. */
  unfinishedTasks: number;

  /** @param unfinishedTasks how many items count as not done; otherwise as many as there are. */
  constructor(maxsize?: number | null, items: Iterable<T> = [], unfinishedTasks?: number) {
    super(maxsize, items);
    this.unfinishedTasks = unfinishedTasks || this.qsize();
    if (this.unfinishedTasks === 0) this.finished.set();
  }

  override copy(): this {
    return Reflect.construct(this.constructor, [this.maxsize, this.items, this.unfinishedTasks]);
  }

  /** @internal */
  override insert(item: T): void {
    super.insert(item);
    this.unfinishedTasks += 1;
    this.finished.clear();
  }

  /** Say that the work on an item that was taken is done. @throws ValueError when said more often than items were put in. */
  taskDone(): void {
    if (this.unfinishedTasks <= 0) throw new ValueError('task_done() called too many times');
    this.unfinishedTasks -= 1;
    if (this.unfinishedTasks === 0) this.finished.set();
  }

  /** Wait until the work on all items is done, at most `timeout` seconds; give whether it is. */
  join(timeout?: Limit): Blocking<boolean> {
    return this.finished.wait(timeout);
  }

  protected override reprInfo(): string[] {
    const tasks = this.unfinishedTasks > 0 ? [`tasks=${this.unfinishedTasks}`, `_cond=${this.finished}`] : [];
    return [...super.reprInfo(), ...tasks];
  }
}
