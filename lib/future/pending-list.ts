/**
 * PendingList: the tasks of a loop that are not done, in the order of their creation.
 *
 * A task that ends is not looked for and taken out: now and then, when the list has doubled,
 * all that are done are dropped. So to add takes constant time on average, to end takes
 * none, and the list is never more than twice as long as it need be (or 64).
 *
 * Counterpart: `_scheduled_tasks` of tasks.py, a weak set; since Python 3.14 a linked list.
 */

/** What is listed. */
export interface Listed {
  done(): boolean;
}

const MIN_SWEPT = 64;

export class PendingList<T extends Listed> {
  private items: T[] = [];
  private sweepAt = MIN_SWEPT;

  /** Add at the end. */
  add(item: T): void {
    if (this.items.length >= this.sweepAt) this.sweep();
    this.items.push(item);
  }

  /** Take out `item`, which is not done. In time linear in the length of the list. */
  delete(item: T): void {
    this.items = this.items.filter((each) => each !== item);
  }

  /** Give those that are not done, each once. */
  pending(): T[] {
    return [...new Set(this.items)].filter((item) => !item.done());
  }

  private sweep(): void {
    this.items = this.pending();
    this.sweepAt = Math.max(MIN_SWEPT, 2 * this.items.length);
  }
}
