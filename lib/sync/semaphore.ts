/**
 * Semaphore: so many at a time.
 *
 * `value` counts the permits that are free. One that is released is handed to the first in
 * line at once, and so is not free even before that task runs, and owns it; `value` stays 0 then.
 *
 * Invariant: whoever leaves the line, with a permit or without, hands out as many of the
 * free permits as there are takers: no permit is free while somebody waits for one.
 *
 * Counterpart: asyncio.Semaphore, in locks.py, as it is since Python 3.13.
 */

import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { ValueError } from '../errors';
import type { Future } from '../future/future';
import { wasReleased } from '../future/waiter';
import { checkNumber } from '../seconds';
import { Acquirable } from './acquirable';
import { reprPrimitive } from './repr-primitive';
import { WaitingLine } from './waiting-line';

/**
 * A number of permits, for as many tasks at a time (asyncio.Semaphore).
 *
 * @example
 * const connections = new Semaphore(2);
 * yield* asyncWith(connections, function* () {
 *   yield* sleep(1); // at most one other is in here meanwhile
 * });
 */
export class Semaphore extends Acquirable {
  protected value: number;
  private readonly line = new WaitingLine();

  /**
   * @param value how many permits there are.
   * @throws ValueError unless it is 0 or more; TypeError when it is no number.
   */
  constructor(value = 1) {
    super();
    checkNumber('value', value);
    if (!(value >= 0)) throw new ValueError('Semaphore initial value must be >= 0');
    this.value = value;
  }

  /** Tell whether a newcomer has to wait: no permit is free, or others wait already. */
  locked(): boolean {
    return this.value === 0 || this.line.hasTakers();
  }

  /**
   * Wait for a permit, in turn, and give true. Yields to the loop only if it has to wait.
   * Cancelled, it has no permit.
   *
   * @throws RuntimeError, when awaited, if it has to wait under another loop than others did.
   */
  acquire(): Coroutine<true> {
    return new Coroutine(this.takePermit(), 'Semaphore.acquire');
  }

  private *takePermit(): Generator<Yielded, true, unknown> {
    if (this.locked()) yield* this.waitForPermit(this.createWaiter());
    else this.value -= 1;
    this.noteAcquired();
    return true;
  }

  private *waitForPermit(waiter: Future<void>): Generator<Yielded, void, unknown> {
    try {
      yield* this.line.wait(waiter);
    } catch (error) {
      // The permit may have been handed over already.
      if (wasReleased(waiter)) this.giveBack();
      throw error;
    } finally {
      while (this.value > 0 && this.handOver());
    }
  }

  /** Take a permit back that was handed over, and never acquired. */
  private giveBack(): void {
    this.value += 1;
    this.peekObserver()?.primitiveChanged(this);
  }

  /** Hand a free permit to the first who waits; false when nobody does. */
  private handOver(): boolean {
    if (this.line.wake(1) === 0) return false;
    this.value -= 1;
    return true;
  }

  /** Give a permit back: the first who waits gets it. */
  release(): void {
    this.value += 1;
    this.noteReleased();
    this.handOver();
  }

  override toString(): string {
    const state = this.locked() ? 'locked' : `unlocked, value:${this.value}`;
    return reprPrimitive(this, state, this.line.length);
  }
}
