/**
 * PriorityQueue: the smallest first.
 *
 * Items are compared as in Python (lib/queue/ordering.ts): numbers, strings, and arrays of them, which stand
 * for tuples.
 *
 * Counterpart: gevent.queue.PriorityQueue.
 */

import { Heap } from '../../queue/heap';
import type { Items } from '../../queue/queue';
import { Queue } from './queue';

/** A queue that gives the smallest item (gevent.queue.PriorityQueue). */
// biome-ignore lint/suspicious/noExplicitAny: as for Queue
export class PriorityQueue<T = any> extends Queue<T> {
  protected override createItems(): Items<T> {
    return new Heap<T>();
  }
}
