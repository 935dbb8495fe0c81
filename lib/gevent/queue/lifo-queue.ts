/**
 * LifoQueue: last in, first out.
 *
 * Counterpart: gevent.queue.LifoQueue.
 */

import { Stack } from '../../queue/lifo-queue';
import type { Items } from '../../queue/queue';
import { Queue } from './queue';

/** A queue that gives what was put in last (gevent.queue.LifoQueue). */
// biome-ignore lint/suspicious/noExplicitAny: as for Queue
export class LifoQueue<T = any> extends Queue<T> {
  protected override createItems(): Items<T> {
    return new Stack<T>();
  }

  protected override first(): T {
    return [...this.items].pop() as T;
  }
}
