/**
 * WaitingLine: those who wait for a lock, an event, a condition, a semaphore; first come, first served.
 *
 * Each stands in line by a future. To wake one is to set its future, and no more: it leaves
 * the line by itself, when its task runs, one iteration later. Until then the line holds
 * three kinds of waiters, and every primitive has to say what it does about each:
 *
 *     waiting     the future is pending
 *     woken       the future has its result; the task is about to run
 *     cancelled   the future is cancelled; the task is about to run, and will not take its turn
 *
 * Counterpart: the deque `_waiters` of each class in asyncio/locks.py.
 */

import type { Yielded } from '../coroutine/awaitable';
import type { Future } from '../future/future';

/** A line of futures, in the order in which they joined. To join and to leave take constant time. */
export class WaitingLine {
  private readonly waiters = new Set<Future<void>>();

  /** How many stand in line, woken and cancelled ones included. */
  get length(): number {
    return this.waiters.size;
  }

  /** Join at the end, and wait until woken. Leaves the line on every path. */
  *wait(waiter: Future<void>): Generator<Yielded, void, unknown> {
    this.waiters.add(waiter);
    try {
      yield* waiter;
    } finally {
      this.waiters.delete(waiter);
    }
  }

  /** Tell whether anybody is here who is not cancelled: then a newcomer has to join. */
  hasTakers(): boolean {
    for (const waiter of this.waiters) if (!waiter.cancelled()) return true;
    return false;
  }

  /** Wake the one at the head, unless it is woken or cancelled already. */
  wakeFirst(): void {
    for (const waiter of this.waiters) {
      if (!waiter.done()) waiter.setResult();
      return;
    }
  }

  /** Wake the first `n` of those that wait; fewer, if there are fewer. Gives how many. */
  wake(n: number): number {
    let woken = 0;
    for (const waiter of this.waiters) {
      if (!(woken < n)) break;
      if (waiter.done()) continue;
      waiter.setResult();
      woken += 1;
    }
    return woken;
  }
}
