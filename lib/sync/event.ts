/**
 * Event: a flag to wait for.
 *
 * Invariant: while the flag is set, all who stand in line are woken, or cancelled.
 *
 * Counterpart: asyncio.Event, in locks.py. Who was waiting when it was set has been woken,
 * even if it is cleared before they run.
 */

import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { LoopBound } from './loop-bound';
import { reprPrimitive } from './repr-primitive';
import { WaitingLine } from './waiting-line';

/**
 * A flag: tasks wait until it is set (asyncio.Event).
 *
 * @example
 * const ready = new Event();
 * loop.callLater(1, () => ready.set());
 * yield* ready.wait(); // one second later: true
 */
export class Event extends LoopBound {
  private value = false;
  private readonly line = new WaitingLine();

  /** Tell whether the flag is set. */
  isSet(): boolean {
    return this.value;
  }

  /** Set the flag: all who wait are woken, in the order in which they came. */
  set(): void {
    if (this.value) return;
    this.value = true;
    this.peekObserver()?.primitiveChanged(this);
    this.line.wake(Infinity);
  }

  /** Clear the flag: who waits from now on has to wait for the next `set`. */
  clear(): void {
    if (!this.value) return;
    this.value = false;
    this.peekObserver()?.primitiveChanged(this);
  }

  /**
   * Wait until the flag is set, and give true. Does not yield to the loop if it is. Cancelled, it waits no more.
   *
   * @throws RuntimeError, when awaited, if it has to wait under another loop than others did.
   */
  wait(): Coroutine<true> {
    return new Coroutine(this.waitUntilSet(), 'Event.wait');
  }

  private *waitUntilSet(): Generator<Yielded, true, unknown> {
    if (!this.value) yield* this.line.wait(this.createWaiter());
    return true;
  }

  override toString(): string {
    return reprPrimitive(this, this.value ? 'set' : 'unset', this.line.length);
  }
}
