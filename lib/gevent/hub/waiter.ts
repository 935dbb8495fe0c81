/**
 * Waiter: the one place where a greenlet waits for one thing. Whoever has it, in the hub, switches
 * there; what comes before the greenlet waits is kept until it does.
 *
 * MultipleWaiter keeps as many as come.
 *
 * Counterpart: gevent/_waiter.py. Its `switch` and `throw` make the switch; these give it, for the
 * hub to make.
 */

import { Move } from '../../greenlet/move';
import { getcurrent, type RawGreenlet } from '../../greenlet/raw-greenlet';
import { repr } from '../../repr';
import type { Steps } from './blocking-call';
import { ConcurrentObjectUseError, IndexError, InvalidSwitchError } from './gevent-errors';
import type { Hub, Reason } from './hub';
import { pause } from './pause';

export class Waiter<T> {
  private greenlet: RawGreenlet | undefined = undefined;
  private kept: { readonly value: T } | undefined = undefined;
  private isSwitched = false;

  constructor(private readonly hub: Hub) {}

  /** Give the switch to whoever waits, with `value`; otherwise keep that. */
  switch(value: T): Move | undefined {
    this.isSwitched = true;
    if (this.greenlet !== undefined) return new Move(this.greenlet, [value]);
    this.kept = { value };
    return undefined;
  }

  /** Give the switch to whoever waits, with `error` thrown there. */
  throw(error: Error): Move | undefined {
    return this.greenlet && new Move(this.greenlet, [], error);
  }

  /** Forget what is kept. */
  clear(): void {
    this.kept = undefined;
  }

  /** Wait until switched to, unless that has happened already; give what with. */
  *get(reason: Reason): Steps<T> {
    if (this.kept !== undefined) return this.kept.value;
    if (this.greenlet !== undefined) {
      throw new ConcurrentObjectUseError(`This Waiter is already used by ${this.greenlet}`);
    }
    this.greenlet = getcurrent();
    try {
      return (yield* pause(this.hub, reason)) as T;
    } finally {
      this.greenlet = undefined;
    }
  }

  /** Wait until switched to by this, and by nobody else (hub.wait). @throws InvalidSwitchError where somebody else did. */
  *wait(reason: Reason): Steps<T> {
    const value = yield* this.get(reason);
    if (!this.isSwitched) throw new InvalidSwitchError(`Invalid switch into ${reason.label}: ${repr(value)}`);
    return value;
  }
}

export class MultipleWaiter<T> {
  private readonly values: T[] = [];
  private readonly waiter: Waiter<void>;

  constructor(hub: Hub) {
    this.waiter = new Waiter(hub);
  }

  /** Keep `value`, and give the switch to whoever waits. */
  switch(value: T): Move | undefined {
    this.values.push(value);
    return this.waiter.switch();
  }

  /** Take the first that came, once one has. @throws IndexError where somebody else has switched to whoever waits. */
  *get(reason: Reason): Steps<T> {
    if (this.values.length === 0) yield* this.waiter.get(reason);
    this.waiter.clear();
    if (this.values.length === 0) throw new IndexError('pop from empty list');
    return this.values.shift() as T;
  }
}
