/**
 * AsyncCall: the call of a native async function, driven as a coroutine.
 *
 *     task:   step ─────────────────────────────┐              ┌─ step …
 *               drive: goOn ─┐       ┌─ yield* ──┘  x is done ──┘
 *     jobs:                  └ code ─┘ await x
 *
 * To go on is to have the host run its jobs, in place, until none is left. By then the code has
 * come to its end, or to an `await` of something of this library's: `await x` has called
 * `x.then`, and so `awaited`, here. What it awaits, `drive` awaits, by `yield*`, and goes on with
 * what that gives. So the code runs within the step of its task, and a cancellation is thrown
 * where it awaits.
 *
 * All that such code calls plainly belongs to the call: `await other()` adds nothing. What it
 * began, and did not await, is left when the call has ended, and goes on as a task of its own.
 *
 * Counterpart: none; in Python a coroutine's frame does what the jobs do here.
 */

import type { Awaitable, Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { resolveAsItIs } from '../coroutine/native-code';
import { GeneratorExit, RuntimeError } from '../errors';
import { peekRunningLoop } from '../future/running-loop';
import type { Reject, Resolve } from './native-await';
import { NativeWaiter } from './native-waiter';

/** One call, from before it is made to its end. What it waits for meanwhile is NativeWaiter's. */
export class AsyncCall<T> extends NativeWaiter<T> {
  /** What the call gave that was made here. */
  private promise: PromiseLike<T> | undefined = undefined;
  /** Whether somebody waits for what the code awaits; of a call that nobody was given, nobody does, nor once it has ended. */
  isDriven = false;

  /** Make the call, and drive it. */
  *begin(call: () => PromiseLike<T>): Generator<Yielded, T, unknown> {
    this.isDriven = true;
    this.goOn(() => {
      this.check();
      this.promise = call();
      this.follow(this.promise);
    });
    return yield* this.drive();
  }

  /** Take over a call that was made: by whoever runs now, who gives it away. */
  takeOver(promise: PromiseLike<T>): Generator<Yielded, T, unknown> {
    this.isDriven = true;
    this.jobs.claim(promise, this, () => this.follow(promise));
    return this.drive(this.untilBegun());
  }

  /** The code has begun: what is thrown before the first step, after the first `next`, is thrown where it awaits. */
  private *untilBegun(): Generator<Yielded, void, unknown> {
    try {
      yield;
      this.goOn(() => this.check());
    } catch (error) {
      this.goOn(() => this.check());
      const awaits = this.takeAwaits();
      for (const each of awaits) this.goOn(each.failed(error));
      if (awaits.length === 0) throw error;
    }
  }

  /** @throws RuntimeError where the code could not go on: before it begins, if it has not begun. */
  private check(): void {
    const obstacle = this.jobs.obstacle();
    if (obstacle !== undefined) throw new RuntimeError(obstacle);
  }

  private follow(promise: PromiseLike<T>): void {
    const end = (end: () => T) => {
      this.end = end;
      this.wake();
    };
    promise.then(
      (value) => end(() => value),
      (error) =>
        end(() => {
          throw error;
        }),
    );
  }

  /** Called also when the code returns what can be awaited: a task, say. That is its result, as in Python. */
  override awaited(awaitable: Awaitable<unknown>, resolve: Resolve, reject: Reject): void {
    if (this.promise !== undefined && this.jobs.promise === this.promise) resolveAsItIs(resolve, awaitable);
    else super.awaited(awaitable, resolve, reject);
    if (!this.isDriven && this.awaits.size > 0) this.makeTaskOfRest();
  }

  // ----- Driving

  private *drive(before?: Generator<Yielded, void, unknown>): Generator<Yielded, T, unknown> {
    let isClosed = true;
    try {
      if (before !== undefined) yield* before;
      while (this.end === undefined) yield* this.wait();
      isClosed = false;
    } catch (error) {
      isClosed = false;
      this.leftBecause = error;
      throw error;
    } finally {
      if (isClosed) yield* this.close();
    }
    const { end } = this;
    this.isDriven = false;
    if (this.awaits.size > 0) this.makeTaskOfRest();
    return end();
  }

  /** Of what is left when the call has ended: what it began, and nobody awaited. Or of a call that nobody was given. */
  private makeTaskOfRest(): void {
    this.isDriven = true;
    peekRunningLoop()?.createTask(new Coroutine(this.rest(), 'rest'));
  }

  private *rest(): Generator<Yielded, void, unknown> {
    this.end = undefined;
    while (this.awaits.size > 0) yield* this.wait();
    this.isDriven = false;
  }

  /** Closed half-way: so is the code. Its finally blocks may still await what need not wait, and may throw. */
  private *close(): Generator<Yielded, void, unknown> {
    for (const each of this.takeAwaits()) this.goOn(each.closed());
    while (this.end === undefined && this.awaits.size > 0) yield* this.wait();
    const { end } = this;
    yield* this.rest();
    this.leftBecause = new GeneratorExit();
    try {
      end?.();
    } catch (error) {
      if (!(error instanceof GeneratorExit)) throw error;
    }
  }
}
