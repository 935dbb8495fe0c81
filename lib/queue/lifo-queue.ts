/**
 * LifoQueue: last in, first out.
 *
 * Counterpart: asyncio.LifoQueue, in queues.py.
 */

import { type Items, Queue } from './queue';

/**
 * A queue that gives what was put in last (asyncio.LifoQueue).
 *
 * @example
 * const queue = new LifoQueue<number>();
 * for (const n of [1, 2]) queue.putNowait(n);
 * queue.getNowait(); // 2
 */
export class LifoQueue<T> extends Queue<T> {
  protected override createItems(): Items<T> {
    return new Stack<T>();
  }
}

/** An array, taken from at its end. */
export class Stack<T> implements Items<T> {
  private readonly items: T[] = [];

  get length(): number {
    return this.items.length;
  }

  push(item: T): void {
    this.items.push(item);
  }

  shift(): T | undefined {
    return this.items.pop();
  }

  [Symbol.iterator](): Iterator<T> {
    return this.items.values();
  }
}
