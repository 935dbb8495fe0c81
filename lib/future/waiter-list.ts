/**
 * WaiterList: what a future keeps for those who wait, functions to call when it is done.
 *
 * They are links, each of which knows the next, in the order in which they came. A function
 * gets a link of its own; a task, which waits for one future at a time, is itself the link:
 * so a parked task costs the future nothing. A list is never empty, and a link is in one
 * list at most; the last has no `nextWaiter`.
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
  private last: Waiter;

  constructor(private first: Waiter) {
    this.last = first;
  }

  /** Add at the end. */
  add(waiter: Waiter): void {
    this.last.nextWaiter = waiter;
    this.last = waiter;
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
