/**
 * RLock: a lock that whoever has it may acquire again; it is free when it was released as often.
 *
 * Counterpart: gevent.lock.RLock.
 */

import { RuntimeError } from '../../errors';
import { repr, showAsString } from '../../repr';
import { type Blocking, blockingCall, type Steps } from '../hub/blocking-call';
import { type AcquireOptions, acquireOptions, type BlockOptions, type Limit } from '../hub/call-options';
import { caller } from '../hub/caller';
import { Semaphore } from './semaphore';

/** A lock that its owner may acquire again (gevent.lock.RLock). */
export class RLock {
  private readonly block = new Semaphore(1);
  private owner: object | undefined = undefined;
  private count = 0;

  /** Take the lock, once it is free or where the caller has it; wait as a Semaphore does. Gives whether it was taken. */
  acquire(blocking?: boolean | AcquireOptions, timeout?: Limit): Blocking<boolean> {
    const me = caller();
    return blockingCall('RLock.acquire', () => this.acquireFor(me, acquireOptions(blocking, timeout)));
  }

  private *acquireFor(me: object, options: BlockOptions): Steps<boolean> {
    if (this.owner !== me) {
      if (!(yield* this.block.acquiring(options))) return false;
      this.owner = me;
      this.count = 0;
    }
    this.count += 1;
    return true;
  }

  /** Release it once. @throws RuntimeError when the caller does not have it. */
  release(): void {
    const me = caller();
    if (this.owner !== me) {
      throw new RuntimeError(`cannot release un-acquired lock. Owner: ${repr(this.owner)} Current: ${repr(me)}`);
    }
    this.count -= 1;
    if (this.count > 0) return;
    this.owner = undefined;
    this.block.release();
  }

  toString(): string {
    return `<RLock _block=${this.block} _count=${this.count} _owner=${repr(this.owner)}>`;
  }
}
showAsString(RLock);
