/**
 * Barrier: nobody goes on before all are there.
 *
 *     filling --the last one comes--> draining --all have left--> filling
 *     filling, draining --reset, while anybody is inside--> resetting --all have left--> filling
 *     any --abort--> broken --reset--> resetting, or filling if nobody is inside
 *
 * It can be used again and again: who comes while others are still leaving waits outside
 * until the last of them has left. Every change of state is made with the condition's lock
 * held, and notified to all.
 *
 * Counterpart: asyncio.Barrier, in locks.py.
 */

import { type AsyncContextManager, asyncWith } from '../coroutine/async-with';
import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { BrokenBarrierError, ValueError } from '../errors';
import { checkNumber } from '../seconds';
import { Condition } from './condition';
import { LoopBound } from './loop-bound';
import { reprPrimitive } from './repr-primitive';

type BarrierState = 'filling' | 'draining' | 'resetting' | 'broken';

/**
 * A point that a fixed number of tasks pass together (asyncio.Barrier).
 *
 * @example
 * const start = new Barrier(3);
 * yield* gather([start.wait(), start.wait(), start.wait()]); // [0, 1, 2]
 */
export class Barrier extends LoopBound implements AsyncContextManager<number> {
  private readonly condition = new Condition();
  private state: BarrierState = 'filling';
  /** How many are inside: they have come, and not left. */
  private count = 0;

  /**
   * @param parties how many tasks pass together.
   * @throws ValueError unless it is 1 or more; TypeError when it is no number.
   */
  constructor(readonly parties: number) {
    super();
    checkNumber('parties', parties);
    if (!(parties >= 1)) throw new ValueError('parties must be > 0');
    this.condition.becomePartOf(this);
  }

  /** How many wait for the others; 0 unless the barrier is filling. */
  get nWaiting(): number {
    return this.state === 'filling' ? this.count : 0;
  }

  /** Whether the barrier was aborted, and not reset. */
  get broken(): boolean {
    return this.state === 'broken';
  }

  /**
   * Wait until as many tasks wait as there are parties. Gives the number of those who came
   * before, which is different for each. The last to come does not yield to the loop.
   * Cancelled while the others are awaited, it counts no more; the barrier is as it was.
   *
   * @throws BrokenBarrierError, when awaited, if the barrier is broken, or is aborted or reset meanwhile.
   */
  wait(): Coroutine<number> {
    return new Coroutine(this.waitInside(), 'Barrier.wait');
  }

  private *waitInside(): Generator<Yielded, number, unknown> {
    return yield* asyncWith(this.condition, () => this.pass());
  }

  private *pass(): Generator<Yielded, number, unknown> {
    yield* this.comeIn();
    try {
      const index = this.count;
      this.changeCount(1);
      if (this.count === this.parties) this.changeTo('draining');
      else yield* this.waitForOthers();
      return index;
    } finally {
      this.changeCount(-1);
      if (this.count === 0) this.lastHasLeft();
    }
  }

  /** Wait while those of the last time are leaving. */
  private *comeIn(): Generator<Yielded, void, unknown> {
    yield* this.condition.waitFor(() => this.state === 'filling' || this.state === 'broken');
    if (this.state === 'broken') throw new BrokenBarrierError('Barrier aborted');
  }

  private *waitForOthers(): Generator<Yielded, void, unknown> {
    yield* this.condition.waitFor(() => this.state !== 'filling');
    if (this.state !== 'draining') throw new BrokenBarrierError('Abort or reset of barrier');
  }

  private lastHasLeft(): void {
    this.changeTo(this.state === 'broken' ? 'broken' : 'filling');
  }

  private changeCount(by: number): void {
    this.count += by;
    this.peekObserver()?.primitiveChanged(this);
  }

  private changeTo(state: BarrierState): void {
    this.state = state;
    this.peekObserver()?.primitiveChanged(this);
    this.condition.notifyAll();
  }

  /** Begin anew, once nobody is coming or leaving: who waits gets a BrokenBarrierError; a broken barrier is whole again. */
  reset(): Coroutine<void> {
    return new Coroutine(
      this.change(() => (this.count > 0 ? 'resetting' : 'filling')),
      'Barrier.reset',
    );
  }

  /** Break: who waits, and who comes before a `reset`, gets a BrokenBarrierError. */
  abort(): Coroutine<void> {
    return new Coroutine(
      this.change(() => 'broken'),
      'Barrier.abort',
    );
  }

  private *change(next: () => BarrierState): Generator<Yielded, void, unknown> {
    yield* this.condition.acquire();
    this.changeTo(next());
    this.condition.release();
  }

  /** Wait, as `wait` does: `asyncWith` calls this. */
  aenter(): Coroutine<number> {
    return this.wait();
  }

  /** Leave: nothing is to be done. `asyncWith` calls this. */
  aexit(): Coroutine<undefined> {
    return new Coroutine(nothing(), 'Barrier.aexit');
  }

  override toString(): string {
    const waiting = `waiters:${this.nWaiting}/${this.parties}`;
    return reprPrimitive(this, this.broken ? this.state : `${this.state}, ${waiting}`);
  }
}

function* nothing(): Generator<Yielded, undefined, unknown> {
  return undefined;
}
