/**
 * Heap: the smallest item on top.
 *
 * A binary heap in an array: the children of `heap[i]` are `heap[2i + 1]` and `heap[2i + 2]`.
 * Invariant: no item is less than its parent. Which of two equal items comes out first is
 * for the algorithm to say, and so it is heapq's, step by step: one that is taken out is
 * replaced by the last, which sinks to the bottom before it rises to its place.
 *
 * Counterpart: heapq.py. (The loop's own timer-heap.ts never has two equals.)
 */

import { lessThan } from './ordering';
import type { Items } from './queue';

/** Items, of which `shift` takes the smallest. `push` and `shift` take time logarithmic in their number. */
export class Heap<T> implements Items<T> {
  private readonly heap: T[] = [];

  /** How many items there are. */
  get length(): number {
    return this.heap.length;
  }

  /** Add an item. @throws TypeError when it cannot be compared; it is in the heap all the same, at the end. */
  push(item: T): void {
    this.heap.push(item);
    this.rise(this.heap.length - 1);
  }

  /** Take the smallest item; undefined when there is none. @throws TypeError as `push`. */
  shift(): T | undefined {
    const { heap } = this;
    const last = heap.pop();
    if (heap.length === 0) return last;
    const top = heap[0] as T;
    heap[0] = last as T;
    this.rise(this.sink());
    return top;
  }

  /** Walk the items, in the order in which the array holds them. */
  [Symbol.iterator](): Iterator<T> {
    return this.heap.values();
  }

  /** Let the top change places with its smaller child, down to the bottom; give where that is. */
  private sink(): number {
    const { heap } = this;
    let index = 0;
    for (let child = 1; child < heap.length; child = 2 * index + 1) {
      if (child + 1 < heap.length && !lessThan(heap[child], heap[child + 1])) child += 1;
      this.swap(index, child);
      index = child;
    }
    return index;
  }

  /** Let the item at `index` change places with its parent for as long as it is less. */
  private rise(index: number): void {
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!lessThan(this.heap[index], this.heap[parent])) break;
      this.swap(index, parent);
      index = parent;
    }
  }

  /** All changes are swaps: should a comparison throw, every item is still there. */
  private swap(i: number, j: number): void {
    const { heap } = this;
    [heap[i], heap[j]] = [heap[j] as T, heap[i] as T];
  }
}
