/**
 * PendingList: what is still pending, in the order in which it came: the tasks of a loop that
 * are not done, the coroutines that nobody has awaited.
 *
 * What is pending no more is not looked for and taken out: now and then, when the list has
 * doubled, all such are dropped. So to add takes constant time on average, to end takes
 * none, and the list is never more than twice as long as it need be (or 64).
 *
 * Counterpart: `_scheduled_tasks` of tasks.py, a weak set; since Python 3.14 a linked list.
 */

/** What may be listed as a task. */
export interface Listed {
  done(): boolean;
}

const MIN_SWEPT = 64;

export class PendingList<T extends object> {
  private items: T[] = [];
  private sweepAt = MIN_SWEPT;

  /** @param isPending tells whether an item is still to be kept; once it is not, it never is again. */
  constructor(private readonly isPending: (item: T) => boolean) {}

  /** Add at the end. */
  add(item: T): void {
    if (this.items.length >= this.sweepAt) this.sweep();
    this.items.push(item);
  }

  /** Take out `item`, which is not done. In time linear in the length of the list. */
  delete(item: T): void {
    this.items = this.items.filter((each) => each !== item);
  }

  /** Give those that are pending, each once. */
  pending(): T[] {
    return [...new Set(this.items.filter(this.isPending))];
  }

  /** Forget all. */
  clear(): void {
    this.items = [];
  }

  private sweep(): void {
    this.items = this.items.filter(this.isPending);
    this.sweepAt = Math.max(MIN_SWEPT, 2 * this.items.length);
  }
}
