/**
 * Condition: wait until somebody says that something has changed.
 *
 * Who waits gives up the lock, stands in line until notified, and takes the lock again
 * before going on: on every path, however often it is cancelled meanwhile. So the code
 * after `wait` always runs with the lock held.
 *
 * Invariant: no notification is lost. One who was notified and then does not go on as
 * notified passes it on, at the risk that somebody wakes up for nothing; that is allowed,
 * and the reason why `wait` stands in a loop, as it does in `waitFor`.
 *
 * Counterpart: asyncio.Condition, in locks.py, as it is since Python 3.13.
 */

import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { CancelledError, RuntimeError } from '../errors';
import { typeName } from '../repr';
import { checkNumber } from '../seconds';
import { Acquirable } from './acquirable';
import { Lock } from './lock';
import type { LoopBound } from './loop-bound';
import { reprPrimitive } from './repr-primitive';
import { WaitingLine } from './waiting-line';

/**
 * A lock, and a line of tasks that wait, without holding it, to be notified (asyncio.Condition).
 *
 * @example
 * const changed = new Condition();
 * const stock = ['bread'];
 * yield* asyncWith(changed, function* () {
 *   yield* changed.waitFor(() => stock.length > 0); // others change it meanwhile, and notify
 *   return stock.pop();
 * });
 */
export class Condition extends Acquirable {
  private readonly line = new WaitingLine();

  private readonly lock: Lock;

  /**
   * @param lock several conditions may share one; otherwise this has its own.
   * @throws TypeError when it is no lock.
   */
  constructor(lock?: Lock | null) {
    super();
    this.lock = lock ?? new Lock();
    if (typeof this.lock.acquire !== 'function') throw new TypeError(`a Lock was expected, got ${typeName(lock)}`);
    this.ownership = this.lock.ownership ?? this.ownership;
    this.lock.conditions?.push(this);
  }

  /** @internal */
  override becomePartOf(whole: LoopBound): void {
    super.becomePartOf(whole);
    this.lock.becomePartOf(whole);
  }

  /** Tell whether the lock is locked. */
  locked(): boolean {
    return this.lock.locked();
  }

  /** Acquire the lock, as `Lock.acquire` does. */
  acquire(): Coroutine<true> {
    return this.lock.acquire();
  }

  /** Release the lock. @throws RuntimeError when it is not locked. */
  release(): void {
    this.lock.release();
  }

  /**
   * Release the lock, wait to be notified, acquire the lock again, and give true: it yields to
   * the loop at least once. Cancelled,
   * it has acquired the lock as well, and ends with the last CancelledError that came.
   *
   * @throws RuntimeError, when awaited, if the lock is not locked.
   */
  wait(): Coroutine<true> {
    return new Coroutine(this.waitUntilNotified(), 'Condition.wait');
  }

  private *waitUntilNotified(): Generator<Yielded, true, unknown> {
    if (!this.locked()) throw new RuntimeError('cannot wait on un-acquired lock');
    const waiter = this.createWaiter();
    this.release();
    let completed = false;
    try {
      try {
        yield* this.line.wait(waiter);
      } finally {
        yield* this.acquireAgain();
      }
      completed = true;
      return true;
    } finally {
      if (!completed) this.line.wake(1);
    }
  }

  /** Acquire the lock in spite of being cancelled; raise the last cancellation afterwards. */
  private *acquireAgain(): Generator<Yielded, void, unknown> {
    let cancellation: CancelledError | undefined;
    for (;;) {
      try {
        yield* this.acquire();
        break;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        cancellation = error;
      }
    }
    if (cancellation !== undefined) throw cancellation;
  }

  /**
   * Wait until `predicate` gives what is true, and give that: `wait` as often as it takes.
   * If it does so at once, the lock need not be locked.
   *
   * @throws when awaited: what `predicate` throws; as `wait` does.
   */
  waitFor<T>(predicate: () => T): Coroutine<T> {
    return new Coroutine(this.waitUntil(predicate), 'Condition.waitFor');
  }

  private *waitUntil<T>(predicate: () => T): Generator<Yielded, T, unknown> {
    for (;;) {
      const result = predicate();
      if (result) return result;
      yield* this.wait();
    }
  }

  /**
   * Wake `n` of those who wait: the first who were not woken yet. They go on once they have
   * acquired the lock, which is still the caller's.
   *
   * @throws RuntimeError when the lock is not locked; TypeError when `n` is no number.
   */
  notify(n = 1): void {
    if (!this.locked()) throw new RuntimeError('cannot notify on un-acquired lock');
    checkNumber('n', n);
    this.line.wake(n);
  }

  /** Wake all who wait. @throws RuntimeError when the lock is not locked. */
  notifyAll(): void {
    this.notify(this.line.length);
  }

  override toString(): string {
    return reprPrimitive(this, this.locked() ? 'locked' : 'unlocked', this.line.length);
  }
}
