/**
 * TimerHeap: the timers that wait for their deadline, the earliest on top.
 *
 * A binary heap in an array: the children of `heap[i]` are `heap[2i + 1]` and
 * `heap[2i + 2]`. Invariant: no timer comes before its parent. Timers are ordered by
 * deadline, and those of one deadline by the order in which they were made; CPython's
 * heapq compares deadlines only, and lets ties fall as they may.
 *
 * `push` and `pop` take time logarithmic in the number of timers. A cancelled timer
 * stays until it comes to the top, or until `prune` finds that most are cancelled.
 *
 * Counterpart: `BaseEventLoop._scheduled`, with heapq.py.
 */

/** What is kept here. */
export interface Timer {
  /** The deadline, in seconds. It never changes. */
  when(): number;
  /** Tells which of two timers of one deadline was made first. */
  readonly order: number;
  cancelled(): boolean;
  /** Whether it is in a heap; set by the heap. */
  scheduled: boolean;
}

/** Fewer timers than this are never pruned: it would not pay. */
const MIN_PRUNED = 100;

/** The timers of a loop, in a heap. Whoever cancels one that is `scheduled` has to tell, by `noteCancelled`. */
export class TimerHeap<T extends Timer> {
  private heap: T[] = [];
  /** How many of the timers here are cancelled. */
  private cancelledCount = 0;

  /** How many timers are here, cancelled ones included. */
  get length(): number {
    return this.heap.length;
  }

  /** Give the earliest timer; undefined when there is none. */
  peek(): T | undefined {
    return this.heap[0];
  }

  /** Add a timer. */
  push(timer: T): void {
    timer.scheduled = true;
    this.heap.push(timer);
    this.siftUp(this.heap.length - 1);
  }

  /** Take the earliest timer; undefined when there is none. */
  pop(): T | undefined {
    const top = this.heap[0];
    const last = this.heap.pop();
    if (top === undefined || last === undefined) return undefined;
    if (top !== last) {
      this.heap[0] = last;
      this.siftDown(0);
    }
    top.scheduled = false;
    if (top.cancelled()) this.cancelledCount -= 1;
    return top;
  }

  /** Take note that a timer in here was cancelled. */
  noteCancelled(): void {
    this.cancelledCount += 1;
  }

  /** Drop the cancelled timers at the top; all of them, once they are more than half of many. */
  prune(): void {
    if (this.heap.length > MIN_PRUNED && this.cancelledCount > this.heap.length / 2) this.rebuild();
    while (this.heap[0]?.cancelled()) this.pop();
  }

  /** Forget all. */
  clear(): void {
    for (const timer of this.heap) timer.scheduled = false;
    this.heap = [];
    this.cancelledCount = 0;
  }

  /** Walk the timers, in no order. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.heap.values();
  }

  private rebuild(): void {
    const timers = this.heap;
    this.clear();
    for (const timer of timers) if (!timer.cancelled()) this.push(timer);
  }

  private siftUp(index: number): void {
    const { heap } = this;
    const timer = heap[index] as T;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!comesBefore(timer, heap[parent] as T)) break;
      heap[index] = heap[parent] as T;
      index = parent;
    }
    heap[index] = timer;
  }

  private siftDown(index: number): void {
    const { heap } = this;
    const timer = heap[index] as T;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && comesBefore(heap[child + 1] as T, heap[child] as T)) child += 1;
      if (!comesBefore(heap[child] as T, timer)) break;
      heap[index] = heap[child] as T;
      index = child;
    }
    heap[index] = timer;
  }
}

function comesBefore(a: Timer, b: Timer): boolean {
  return a.when() < b.when() || (a.when() === b.when() && a.order < b.order);
}
