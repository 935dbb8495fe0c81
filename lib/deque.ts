/**
 * Deque: first in, first out. The loop's ready queue is one, and so is what a Queue holds.
 *
 * A ring buffer. Invariant: the `length` items are at `head`, `head + 1`, …, counted
 * round the end of `ring`, whose size is a power of two; every other slot is undefined,
 * so that nothing is kept alive by having once been queued. `push` and `shift` take
 * constant time (`push` on average: a full ring is doubled); so does `unshift`, for what is to
 * overtake all others.
 *
 * A plain array would do but for `Array.prototype.shift`, which moves all that remain.
 *
 * Counterpart: collections.deque, as far as asyncio needs it.
 */
export class Deque<T> {
  private ring: (T | undefined)[] = new Array<T | undefined>(16).fill(undefined);
  private head = 0;
  private count = 0;

  /** How many are queued. */
  get length(): number {
    return this.count;
  }

  /** Add at the end. */
  push(item: T): void {
    if (this.count === this.ring.length) this.grow();
    this.ring[(this.head + this.count) & (this.ring.length - 1)] = item;
    this.count += 1;
  }

  /** Add at the front. */
  unshift(item: T): void {
    if (this.count === this.ring.length) this.grow();
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = item;
    this.count += 1;
  }

  /** Take from the front; undefined when empty. */
  shift(): T | undefined {
    if (this.count === 0) return undefined;
    const item = this.ring[this.head];
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.count -= 1;
    return item;
  }

  /** Forget all. */
  clear(): void {
    this.ring = new Array<T | undefined>(16).fill(undefined);
    this.head = 0;
    this.count = 0;
  }

  /** Walk from front to end, without taking. */
  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let i = 0; i < this.count; i++) yield this.ring[(this.head + i) & (this.ring.length - 1)] as T;
  }

  private grow(): void {
    const room = new Array<T | undefined>(this.ring.length).fill(undefined);
    this.ring = [...this.ring.slice(this.head), ...this.ring.slice(0, this.head), ...room];
    this.head = 0;
  }
}
