/**
 * LifoQueue: last in, first out.
 *
 * Counterpart: asyncio.LifoQueue, in queues.py.
 */

import { type Items, Queue } from './queue';

/** A queue that gives what was put in last (asyncio.LifoQueue). */
export class LifoQueue<T> extends Queue<T> {
  /** @param maxsize how many items it holds at most; any number, if it is not above 0. */
  constructor(maxsize = 0) {
    super(maxsize, new Stack<T>());
  }
}

/** An array, taken from at its end. */
class Stack<T> implements Items<T> {
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
