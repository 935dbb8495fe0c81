/**
 * Lock: one at a time.
 *
 * Any task may release what another acquired: its owner is only known, and has no rights. To
 * release is to unlock at once, and to wake the first in line, who locks again when its task runs. In the iteration
 * between, the lock is free; but while anybody stands in line a newcomer joins it, and so
 * nobody is overtaken.
 *
 * Invariant: when the lock is free and anybody is in line, the head of the line is on its
 * way: it is woken, or cancelled, and then, when its task runs, it wakes the next.
 *
 * Counterpart: asyncio.Lock, in locks.py.
 */

import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { RuntimeError } from '../errors';
import { Acquirable } from './acquirable';
import type { LoopBound } from './loop-bound';
import { reprPrimitive } from './repr-primitive';
import { WaitingLine } from './waiting-line';

/**
 * A lock for tasks, which serves them in the order in which they came (asyncio.Lock).
 *
 * @example
 * const lock = new Lock();
 * yield* asyncWith(lock, function* () {
 *   yield* sleep(1); // nobody else is in here meanwhile
 * });
 */
export class Lock extends Acquirable {
  private isLocked = false;
  private readonly line = new WaitingLine();
  /** Those that show themselves as locked when this is: to whoever looks on they change with it. @internal */
  readonly conditions: LoopBound[] = [];

  /** Tell whether somebody has acquired this, and not released it. */
  locked(): boolean {
    return this.isLocked;
  }

  /**
   * Wait until this is free and all who came earlier had their turn; then lock it, and give true.
   * Yields to the loop only if it has to wait. Cancelled, it has not locked.
   *
   * @throws RuntimeError, when awaited, if it has to wait under another loop than others did.
   */
  acquire(): Coroutine<true> {
    return new Coroutine(this.lock(), 'Lock.acquire');
  }

  private *lock(): Generator<Yielded, true, unknown> {
    if (this.isLocked || this.line.hasTakers()) yield* this.waitForTurn();
    this.isLocked = true;
    this.noteAcquired();
    this.noteConditions();
    return true;
  }

  private *waitForTurn(): Generator<Yielded, void, unknown> {
    try {
      yield* this.line.wait(this.createWaiter());
    } catch (error) {
      // The turn may have been ours already: then it is the next one's.
      if (!this.isLocked) this.line.wakeFirst();
      throw error;
    }
  }

  /**
   * Unlock, and wake the first who waits.
   *
   * @throws RuntimeError when this is not locked.
   */
  release(): void {
    if (!this.isLocked) throw new RuntimeError('Lock is not acquired.');
    this.isLocked = false;
    this.noteReleased();
    this.noteConditions();
    this.line.wakeFirst();
  }

  private noteConditions(): void {
    for (const condition of this.conditions) this.peekObserver()?.primitiveChanged(condition);
  }

  override toString(): string {
    return reprPrimitive(this, this.isLocked ? 'locked' : 'unlocked', this.line.length);
  }
}
