/**
 * BaseGroup: greenlets that are waited for, or killed, together. One that has ended leaves it.
 *
 * Counterpart: gevent.pool.Group, but for what it has of GroupMappingMixin, which group.ts adds.
 */

import type { RawGreenlet, Run } from '../../greenlet/raw-greenlet';
import { showAsString, typeName } from '../../repr';
import { Greenlet } from '../greenlet/greenlet';
import { waitForAll } from '../greenlet/wait';
import { type Blocking, blockingCall, finishedCall, type Given, type Steps } from '../hub/blocking-call';
import { type Exception, type KillOptions, killOptions, type Limit } from '../hub/call-options';
import { startTimeout } from '../hub/timeout';
import { Event } from '../sync/event';

/** Some greenlets: the part of a group that keeps them together. */
export class BaseGroup {
  /** Those that have not ended. */
  readonly greenlets = new Set<Greenlet>();
  /** Those that were killed, and have not ended: nobody is killed twice. */
  private readonly dying = new Set<Greenlet>();
  private readonly emptyEvent = new Event();
  /** What each is linked to. */
  private readonly onEnd = (greenlet: Greenlet): void => this.drop(greenlet);

  /** @param greenlets who is in it at first. */
  constructor(greenlets: Iterable<Greenlet> = []) {
    this.emptyEvent.set();
    for (const greenlet of greenlets) this.track(greenlet);
  }

  /** Count those that have not ended. */
  get length(): number {
    return this.greenlets.size;
  }

  /** Tell whether `greenlet` is one of them. */
  has(greenlet: RawGreenlet): boolean {
    return this.greenlets.has(greenlet as Greenlet);
  }

  /** Go through them. */
  [Symbol.iterator](): Iterator<Greenlet> {
    return this.greenlets.values();
  }

  /** Take `greenlet` in, until it has ended. */
  add(greenlet: Greenlet): void {
    this.track(greenlet);
  }

  protected track(greenlet: Greenlet): void {
    greenlet.rawlink(this.onEnd);
    this.greenlets.add(greenlet);
    this.emptyEvent.clear();
  }

  /** Let `greenlet` leave before it has ended. */
  discard(greenlet: Greenlet): void {
    this.drop(greenlet);
    greenlet.unlink(this.onEnd);
  }

  protected drop(greenlet: Greenlet): void {
    this.greenlets.delete(greenlet);
    this.dying.delete(greenlet);
    if (this.greenlets.size === 0) this.emptyEvent.set();
  }

  /** Take in `greenlet`, which has not been started, and start it. */
  start(greenlet: Greenlet): void {
    this.track(greenlet);
    greenlet.start();
  }

  /** Make a greenlet that runs `run(...args)`, take it in, and start it. */
  spawn<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Greenlet<Given<R>> {
    const greenlet = new Greenlet<Given<R>>(run as Run, ...args);
    this.start(greenlet);
    return greenlet;
  }

  /** Do as `spawn` does, waiting where that waits. @internal */
  *spawning(run: Run, args: readonly unknown[]): Steps<Greenlet> {
    return this.spawn(run, ...args);
  }

  /**
   * Wait until all have ended, at most `timeout` seconds; give whether they have.
   *
   * @throws with `raiseError`, what the first of them has thrown that failed.
   */
  join(timeout?: Limit, raiseError = false): Blocking<boolean> {
    return blockingCall(`${typeName(this)}.join`, () => this.joining(timeout, raiseError));
  }

  private *joining(timeout: Limit, raiseError: boolean): Steps<boolean> {
    const greenlets = raiseError ? [...this.greenlets] : [];
    const result = yield* this.emptyEvent.waiting(timeout);
    for (const { exception } of greenlets) if (exception !== undefined) throw exception;
    return result;
  }

  /**
   * Have `exception`, otherwise GreenletExit, thrown in all, and wait until they have ended, those too that come
   * meanwhile, at most `timeout` seconds; without `block`, do not wait.
   *
   * @param exception it, or an object of all: `{ exception, block, timeout }`.
   */
  kill(exception?: Exception | KillOptions, block?: boolean, timeout?: Limit): Blocking<void> {
    const options = killOptions(exception, block, timeout);
    if (options.block ?? true) return blockingCall(`${typeName(this)}.kill`, () => this.killing(options));
    for (const greenlet of [...this.greenlets]) this.killOnce(greenlet, options.exception);
    return finishedCall();
  }

  private *killing({ exception, timeout }: KillOptions): Steps<void> {
    const timer = startTimeout(timeout);
    try {
      while (this.greenlets.size > 0) {
        for (const greenlet of [...this.greenlets]) this.killOnce(greenlet, exception);
        yield* waitForAll(this.greenlets);
      }
    } catch (error) {
      if (error !== timer) throw error;
    } finally {
      timer?.cancel();
    }
  }

  private killOnce(greenlet: Greenlet, exception?: Exception): void {
    if (this.dying.has(greenlet)) return;
    greenlet.kill({ exception, block: false });
    this.dying.add(greenlet);
  }

  /** Kill `greenlet`, if it is one of them and was not killed before; wait as `kill` does. */
  killone(greenlet: Greenlet, exception?: Exception | KillOptions, block?: boolean, timeout?: Limit): Blocking<void> {
    const options = killOptions(exception, block, timeout);
    const isToBeKilled = this.greenlets.has(greenlet) && !this.dying.has(greenlet);
    if (isToBeKilled) this.killOnce(greenlet, options.exception);
    return isToBeKilled && (options.block ?? true) ? greenlet.join(options.timeout) : finishedCall();
  }

  /** Tell whether `spawn` would have to wait. */
  full(): boolean {
    return false;
  }

  toString(): string {
    return `<${typeName(this)} {${[...this.greenlets].join(', ')}}>`;
  }
}
showAsString(BaseGroup);
