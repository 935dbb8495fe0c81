/**
 * PriorityQueue: the smallest first.
 *
 * Items are compared as in Python (ordering.ts): numbers, strings, and arrays of them, which
 * stand for tuples: `[priority, item]`.
 *
 * Counterpart: asyncio.PriorityQueue, in queues.py.
 */

import { Heap } from './heap';
import { type Items, Queue } from './queue';

/**
 * A queue that gives the smallest item (asyncio.PriorityQueue).
 *
 * @throws TypeError from `put` and `putNowait` for an item that cannot be compared with those in it; it stays in all the same.
 * @example
 * const queue = new PriorityQueue<[number, string]>();
 * queue.putNowait([2, 'later']);
 * queue.putNowait([1, 'now']);
 * queue.getNowait(); // [1, 'now']
 */
export class PriorityQueue<T> extends Queue<T> {
  protected override createItems(): Items<T> {
    return new Heap<T>();
  }
}
