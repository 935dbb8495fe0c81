/**
 * Pool: a group of at most so many greenlets. Whoever wants to add one more waits until another
 * has ended.
 *
 * Counterpart: gevent.pool.Pool.
 */

import { ValueError } from '../../errors';
import type { Run } from '../../greenlet/raw-greenlet';
import { Greenlet } from '../greenlet/greenlet';
import { type Blocking, blockingCall, type Given, type Steps } from '../hub/blocking-call';
import { type AcquireOptions, acquireOptions, type BlockOptions, type Limit } from '../hub/call-options';
import { PoolFull } from '../queue/queue-errors';
import { Semaphore } from '../sync/semaphore';
import { Group } from './group';

/**
 * A group of limited size (gevent.pool.Pool).
 *
 * @example
 * const pool = new gevent.Pool(2);
 * pool.map((n) => gevent.sleep(n), [1, 1, 1, 1]); // two at a time: 2 seconds
 */
export class Pool extends Group {
  private readonly semaphore: Semaphore | undefined;

  /**
   * @param size how many greenlets are in it at most; undefined or null for any number.
   * @throws ValueError when `size` is below 0.
   */
  constructor(readonly size?: number | null) {
    super();
    if (typeof size === 'number' && size < 0) throw new ValueError(`size must not be negative: ${size}`);
    this.semaphore = typeof size === 'number' ? new Semaphore(size) : undefined;
  }

  /** Wait until there is room, at most `timeout` seconds; give for how many. */
  waitAvailable(timeout?: Limit): Blocking<number> {
    return blockingCall('Pool.waitAvailable', () => this.waitingForRoom(timeout));
  }

  private *waitingForRoom(timeout?: Limit): Steps<number> {
    return this.semaphore === undefined ? 1 : yield* this.semaphore.waitForOne(timeout);
  }

  /** Tell whether there is no room. */
  override full(): boolean {
    return this.freeCount() <= 0;
  }

  /** Tell for how many there is room; 1 where there is always room. */
  freeCount(): number {
    return typeof this.size === 'number' ? Math.max(0, this.size - this.length) : 1;
  }

  /** Take `greenlet` in, once there is room. @throws PoolFull after `timeout` seconds without any, or at once without `blocking`. */
  override add(greenlet: Greenlet, blocking?: boolean | AcquireOptions, timeout?: Limit): Blocking<void> {
    return blockingCall('Pool.add', () => this.adding(greenlet, acquireOptions(blocking, timeout)));
  }

  /** Take `greenlet` in as `add` does, and start it. */
  override start(greenlet: Greenlet, blocking?: boolean | AcquireOptions, timeout?: Limit): Blocking<void> {
    return blockingCall('Pool.start', () => this.starting(greenlet, acquireOptions(blocking, timeout)));
  }

  /** Make a greenlet that runs `run(...args)`, and start it once there is room. */
  override spawn<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Blocking<Greenlet<Given<R>>> {
    return blockingCall('Pool.spawn', () => this.spawning(run as Run, args)) as Blocking<Greenlet<Given<R>>>;
  }

  /** @internal */
  override *spawning(run: Run, args: readonly unknown[]): Steps<Greenlet> {
    const greenlet = new Greenlet(run, ...args);
    yield* this.starting(greenlet);
    return greenlet;
  }

  private *starting(greenlet: Greenlet, options: BlockOptions = {}): Steps<void> {
    yield* this.adding(greenlet, options);
    greenlet.start();
  }

  private *adding(greenlet: Greenlet, options: BlockOptions): Steps<void> {
    if (this.semaphore !== undefined && !(yield* this.semaphore.acquiring(options))) throw new PoolFull();
    this.track(greenlet);
  }

  protected override drop(greenlet: Greenlet): void {
    super.drop(greenlet);
    this.semaphore?.release();
  }
}
