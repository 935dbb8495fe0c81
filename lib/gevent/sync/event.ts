/**
 * Event: a flag to wait for.
 *
 * Counterpart: gevent.event.Event. Whoever was waiting when it was set is woken, even if it is
 * cleared before they run.
 */

import { isShownBriefly } from '../../sync/repr-primitive';
import { type Blocking, blockingCall, type Steps } from '../hub/blocking-call';
import type { Limit } from '../hub/call-options';
import { AbstractLinkable } from './linkable';

/**
 * A flag: greenlets wait until it is set (gevent.event.Event).
 *
 * @example
 * const ready = new gevent.Event();
 * gevent.spawnLater(1, () => ready.set());
 * ready.wait(10); // one second later: true
 */
export class Event extends AbstractLinkable {
  private flag = false;

  /** Tell whether the flag is set. */
  isSet(): boolean {
    return this.flag;
  }

  /** Tell whether the flag is set. */
  ready(): boolean {
    return this.flag;
  }

  /** Set the flag: all who wait are woken soon, in the order in which they came. */
  set(): void {
    this.flag = true;
    this.tellChanged();
    this.checkAndNotify();
  }

  /** Clear the flag: who waits from now on has to wait for the next `set`. */
  clear(): void {
    this.flag = false;
    this.tellChanged();
  }

  /** Wait until the flag is set, at most `timeout` seconds; give whether it was. */
  wait(timeout?: Limit): Blocking<boolean> {
    return blockingCall('Event.wait', () => this.waiting(timeout));
  }

  /** @internal */
  waiting(timeout?: Limit): Steps<boolean> {
    return this.waitUntilReady(timeout);
  }

  override toString(): string {
    const links = isShownBriefly() ? '' : ` _links[${this.linkcount()}]`;
    return `<${this.constructor.name} ${this.flag ? 'set' : 'clear'}${links}>`;
  }
}
