/**
 * Semaphore: a number of permits, to be acquired and released again.
 *
 * Who is woken acquires at once, as it runs before the next is told: so nobody is told in vain, and
 * those who wait are served in the order in which they came. But who comes when there is a
 * permit takes it, though others wait who have not been told yet.
 *
 * Counterpart: gevent.lock.Semaphore and BoundedSemaphore.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { AssertionError, ValueError } from '../../errors';
import { checkNumber } from '../../seconds';
import { isShownBriefly } from '../../sync/repr-primitive';
import { type Blocking, blockingCall, type Steps } from '../hub/blocking-call';
import { type AcquireOptions, acquireOptions, type BlockOptions, type Limit } from '../hub/call-options';
import { AbstractLinkable } from './linkable';

/**
 * A number of permits (gevent.lock.Semaphore).
 *
 * @example
 * const connections = new gevent.Semaphore(3);
 * connections.acquire(); // waits while three others have one
 * connections.release();
 */
export class Semaphore extends AbstractLinkable {
  /** How many may be acquired at once, now. */
  counter: number;

  /** @throws ValueError when `value`, the number of permits, is below 0; TypeError when it is no number. */
  constructor(value = 1) {
    super();
    checkNumber('value', value);
    if (value < 0) throw new ValueError('semaphore initial value must be >= 0');
    this.counter = value;
  }

  protected override get notifiesAll(): boolean {
    return false;
  }

  /** Tell whether there is no permit left. */
  locked(): boolean {
    return this.counter <= 0;
  }

  /** Tell whether there is a permit. */
  ready(): boolean {
    return this.counter > 0;
  }

  /** Give a permit back, or add one; give how many there are. */
  release(): number {
    this.counter += 1;
    this.hub.loop.observer?.released(this);
    this.checkAndNotify();
    return this.counter;
  }

  /** Wait until there is a permit, at most `timeout` seconds, and take none; give how many there are. */
  wait(timeout?: Limit): Blocking<number> {
    return blockingCall(`${this.constructor.name}.wait`, () => this.waitForOne(timeout));
  }

  /** @internal */
  *waitForOne(timeout?: Limit): Steps<number> {
    if (this.counter <= 0) yield* this.waitUntilReady(timeout);
    return this.counter;
  }

  /** Take a permit, once there is one, but wait `timeout` seconds at most, and not at all without `blocking`; give whether it was taken. */
  acquire(blocking?: boolean | AcquireOptions, timeout?: Limit): Blocking<boolean> {
    return blockingCall(`${this.constructor.name}.acquire`, () => this.acquiring(acquireOptions(blocking, timeout)));
  }

  /** @internal */
  *acquiring({ block = true, timeout }: BlockOptions = {}): Steps<boolean> {
    if (this.counter <= 0) {
      if (!block || !(yield* this.waitUntilReady(timeout))) return false;
      if (this.counter <= 0) throw new AssertionError(`${this} was told to be ready, and is not`);
    }
    this.counter -= 1;
    this.hub.loop.observer?.acquired(this);
    return true;
  }

  /** Acquire: what `asyncWith` does first. */
  aenter(): Coroutine<boolean> {
    return new Coroutine(this.acquiring(), `${this.constructor.name}.acquire`);
  }

  /** Release: what `asyncWith` does last. */
  aexit(): Coroutine<void> {
    return new Coroutine(this.releasing(), `${this.constructor.name}.release`);
  }

  private *releasing(): Generator<Yielded, void, unknown> {
    this.release();
  }

  override toString(): string {
    const links = isShownBriefly() ? '' : ` _links[${this.linkcount()}]`;
    return `<${this.constructor.name} counter=${this.counter}${links}>`;
  }
}

/** A semaphore that is released no more often than acquired (gevent.lock.BoundedSemaphore). */
export class BoundedSemaphore extends Semaphore {
  private readonly initialValue: number;

  constructor(value = 1) {
    super(value);
    this.initialValue = this.counter;
  }

  /** @throws ValueError when all permits are there. */
  override release(): number {
    if (this.counter >= this.initialValue) throw new ValueError('Semaphore released too many times');
    return super.release();
  }
}
