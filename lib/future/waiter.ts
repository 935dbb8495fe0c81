/**
 * A waiter: a future that is made only to be waited for, and to be released from.
 *
 * Who waits for several things at once, or for none that is a future, parks on one. Several
 * may release it, and whoever waits may have been cancelled: the first that comes is enough.
 *
 * Counterpart: the `waiter` of tasks.py, `fut` of locks.py; tasks._release_waiter.
 */

import type { AbstractEventLoop } from './abstract-event-loop';
import type { Future } from './future';

/** What waiters are parked on: a lock, a queue or the like. */
export interface Primitive {
  /** The tasks that hold it, where it can be held. */
  owners?(): readonly Future[];
}

/** A waiter with what it is parked on: to name that where nobody comes to release. */
interface Parked extends Future<void> {
  primitive?: object;
}

/** Make a waiter on `loop`; where somebody parks on a lock, a queue or the like, for that `primitive`. */
export function createWaiter(loop: AbstractEventLoop, primitive?: object): Future<void> {
  const waiter = loop.createFuture() as Parked;
  if (primitive !== undefined) waiter.primitive = primitive;
  return waiter;
}

/** Give the primitive that `future` was made to wait for; undefined where that is none. */
export function primitiveOf(future: Future): Primitive | undefined {
  return (future as Parked).primitive;
}

/** Let whoever awaits `waiter` go on, if that has not happened yet. */
export function releaseWaiter(waiter: Future<void>): void {
  if (!waiter.done()) waiter.setResult();
}

/** Tell whether `waiter` was released: it is done, and not by being cancelled. */
export function wasReleased(waiter: Future<void>): boolean {
  return waiter.done() && !waiter.cancelled();
}
