/**
 * BoundedSemaphore: a semaphore that never has more permits than it was made with.
 *
 * A `release` too many is nearly always a mistake; a plain Semaphore lets it pass.
 *
 * Counterpart: asyncio.BoundedSemaphore, in locks.py.
 */

import { ValueError } from '../errors';
import { Semaphore } from './semaphore';

/**
 * A semaphore that refuses to be released more often than it was acquired (asyncio.BoundedSemaphore).
 *
 * @example
 * const permits = new BoundedSemaphore(1);
 * yield* permits.acquire(); // true
 * permits.release();
 * permits.release(); // ValueError
 */
export class BoundedSemaphore extends Semaphore {
  private readonly boundValue: number;

  /**
   * @param value how many permits there are.
   * @throws ValueError unless it is 0 or more; TypeError when it is no number.
   */
  constructor(value = 1) {
    super(value);
    this.boundValue = value;
  }

  /** @throws ValueError when all permits are free; nothing has changed then. */
  override release(): void {
    if (this.value >= this.boundValue) throw new ValueError('BoundedSemaphore released too many times');
    super.release();
  }
}
