/**
 * WaiterList: what a future keeps for those who wait, functions to call when it is done.
 *
 * They are links, each of which knows the next, in the order in which they came. A function
 * gets a link of its own; a task, which waits for one future at a time, is itself the link:
 * so a parked task costs the future nothing. A link is in one list at most; the last has no
 * `nextWaiter`. A list that has become empty is of no more use.
 *
 * Counterpart: Future._callbacks, and base_futures._format_callbacks.
 */

import type { Context } from '../context/context';
import { reprCall } from '../repr';

/** What `addDoneCallback` takes: a function, called with the future that is done. */
// biome-ignore lint/suspicious/noExplicitAny: a callback that knows the type of its future may say so
export type DoneCallback = (future: any) => unknown;

/** A done-callback, and the context to call it in: a link in the list of a future. */
export interface Waiter {
  readonly callback: DoneCallback;
  readonly context: Context;
  /** The link that follows; kept by the list. */
  nextWaiter: Waiter | undefined;
}

/** The links of one future, first come, first served. To add one takes constant time; the rest, linear. */
export class WaiterList implements Iterable<Waiter> {
  private first: Waiter | undefined;
  private last: Waiter;

  constructor(waiter: Waiter) {
    this.first = waiter;
    this.last = waiter;
  }

  /** Whether nobody is left. */
  isEmpty(): boolean {
    return this.first === undefined;
  }

  /** Add at the end. */
  add(waiter: Waiter): void {
    this.last.nextWaiter = waiter;
    this.last = waiter;
  }

  /** Take out the links that are meant; give how many they were. */
  remove(isMeant: (waiter: Waiter) => boolean): number {
    let removed = 0;
    let kept: Waiter | undefined;
    for (let waiter = this.first; waiter !== undefined; ) {
      const { nextWaiter }: Waiter = waiter;
      if (isMeant(waiter)) {
        removed += 1;
        waiter.nextWaiter = undefined;
        if (kept === undefined) this.first = nextWaiter;
        else kept.nextWaiter = nextWaiter;
      } else {
        kept = waiter;
        this.last = waiter;
      }
      waiter = nextWaiter;
    }
    return removed;
  }

  /** Give the links in order, each parted from the next. */
  takeAll(): Waiter[] {
    const waiters: Waiter[] = [];
    for (let waiter: Waiter | undefined = this.first; waiter !== undefined; ) {
      const { nextWaiter }: Waiter = waiter;
      waiter.nextWaiter = undefined;
      waiters.push(waiter);
      waiter = nextWaiter;
    }
    return waiters;
  }

  /** Walk the links, in order. */
  *[Symbol.iterator](): Generator<Waiter, void, undefined> {
    for (let waiter: Waiter | undefined = this.first; waiter !== undefined; waiter = waiter.nextWaiter) yield waiter;
  }

  /** Show the callbacks: all of two, of more the first and the last. */
  toString(): string {
    const names: string[] = [];
    for (const waiter of this) names.push(reprCall(waiter.callback));
    if (names.length > 2) names.splice(1, names.length - 2, `<${names.length - 2} more>`);
    return `cb=[${names.join(', ')}]`;
  }
}
