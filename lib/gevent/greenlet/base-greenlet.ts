/**
 * BaseGreenlet: a greenlet of gevent's as others see it, who wait for its end.
 *
 * How it begins, and is made to end, is Greenlet's, above it.
 *
 * Invariant: `outcome` is set exactly when it has ended, whether it ever began or not; each link is
 * called once, in order, in a callback of the hub that is scheduled then.
 *
 * Counterpart: the same part of gevent.greenlet.Greenlet. There a greenlet takes a number when it is
 * first asked for its name; here when it is made, so that it has the same name whether anybody asks or not.
 */

import type { Passed } from '../../greenlet/greenlet-observer';
import { getcurrent, RawGreenlet, type Run } from '../../greenlet/raw-greenlet';
import type { EventLoop } from '../../loop/event-loop';
import { showAsString } from '../../repr';
import { type Blocking, blockingCall, type Steps } from '../hub/blocking-call';
import { type BlockOptions, blockOptions, type Limit } from '../hub/call-options';
import { getHub, type Hub, type Reason } from '../hub/hub';
import { LinkList, type LinkTarget, rawLink, spawnedLink, switchBack } from '../hub/links';
import { pauseFor } from '../hub/pause';
import { startTimeout, Timeout } from '../hub/timeout';

/** The part of a greenlet that has a name, a result, and links. */
export abstract class BaseGreenlet<T> extends RawGreenlet {
  private outcome: Passed | undefined = undefined;
  private readonly links: LinkList<this>;
  // Set before this class's own fields are, as one who records asks for the name of what is being made.
  declare private ident: number | undefined;
  declare private givenName: string | undefined;

  constructor(run: Run) {
    super(run, getHub());
    this.links = new LinkList<this>(this, this.hub);
    this.identify();
  }

  override get kind(): string {
    return 'gevent';
  }

  protected get hub(): Hub {
    return this.parent as Hub;
  }

  /** The loop that its hub runs. */
  get loop(): EventLoop {
    return this.hub.loop;
  }

  /** Take a number. Those that only serve others of gevent's take none. */
  protected identify(): void {
    this.ident ??= this.hub.nextIdent();
  }

  /** Its number among those of the hub, from 0. */
  get minimalIdent(): number {
    this.identify();
    return this.ident as number;
  }

  /** Its name: `Greenlet-0`, and so forth, in the order in which they were made, unless it was given another. */
  get name(): string {
    return this.givenName ?? `Greenlet-${this.minimalIdent}`;
  }

  set name(name: string) {
    this.givenName = name;
  }

  /** Tell whether it has ended. */
  ready(): boolean {
    return this.dead || this.outcome !== undefined;
  }

  /** Tell whether it has ended with a result: one that was killed has, too. */
  successful(): boolean {
    return this.outcome !== undefined && 'value' in this.outcome;
  }

  /** What its function gave; the GreenletExit, if it was killed; undefined as long as it has not ended. */
  get value(): T | undefined {
    return this.outcome !== undefined && 'value' in this.outcome ? (this.outcome.value as T) : undefined;
  }

  /** What its function threw. */
  get exception(): Error | undefined {
    return this.outcome !== undefined && 'error' in this.outcome ? this.outcome.error : undefined;
  }

  /** The class of what its function threw, the error itself, and its trace. */
  get excInfo(): readonly [type: unknown, exception: Error, trace: string | undefined] | undefined {
    const { exception } = this;
    return exception && [exception.constructor, exception, exception.stack];
  }

  /** Tell what it waits for, while it waits by gevent. */
  waitsFor(): Reason | undefined {
    return this.hub.waiting.get(this);
  }

  /** Whether it is known what it ended with. */
  protected get settled(): boolean {
    return this.outcome !== undefined;
  }

  /** Have this be what it ended with; those who are linked are told. */
  protected settle(outcome: Passed): void {
    this.outcome = outcome;
    this.links.notify();
  }

  // ----- Waiting for it

  /** Wait until it has ended, or until `timeout` seconds have passed. */
  join(timeout?: Limit): Blocking<void> {
    return blockingCall('Greenlet.join', () => this.waitForEnd(timeout));
  }

  protected *waitForEnd(timeout?: Limit): Steps<void> {
    if (this.ready()) return;
    const timer = startTimeout(timeout);
    try {
      yield* this.pause();
    } catch (error) {
      if (error !== timer) throw error;
    } finally {
      timer?.cancel();
    }
  }

  /**
   * Wait until it has ended, and give its result.
   *
   * @throws what it threw; Timeout after `timeout` seconds, or at once without `block`.
   */
  get(block?: boolean | BlockOptions, timeout?: Limit): Blocking<T> {
    return blockingCall('Greenlet.get', () => this.waitForResult(blockOptions(block, timeout)));
  }

  /** @internal */
  *waitForResult({ block = true, timeout }: BlockOptions = {}): Steps<T> {
    if (!this.ready() && !block) throw new Timeout();
    const timer = this.ready() ? undefined : startTimeout(timeout);
    try {
      if (!this.ready()) yield* this.pause();
    } finally {
      timer?.cancel();
    }
    if (this.exception !== undefined) throw this.exception;
    return this.value as T;
  }

  /** Have the hub run, until this has ended. */
  private *pause(): Steps<void> {
    const link = switchBack<this>(getcurrent());
    this.links.add(link);
    try {
      yield* pauseFor(this, this.hub, { label: this.name, greenlet: this });
    } catch (error) {
      this.links.remove(link);
      throw error;
    }
  }

  // ----- Links

  /** Have `target` called with this, in a greenlet of its own, when this has ended. */
  link(target: LinkTarget<this>): void {
    this.links.add(spawnedLink(target));
  }

  /** The same, where it ends with a result. */
  linkValue(target: LinkTarget<this>): void {
    this.links.add(spawnedLink(target, () => this.successful()));
  }

  /** The same, where it ends with an error. */
  linkException(target: LinkTarget<this>): void {
    this.links.add(spawnedLink(target, () => !this.successful()));
  }

  /** Have `callback` called with this in the hub, when this has ended: it must not wait. */
  rawlink(callback: (greenlet: this) => unknown): void {
    this.links.add(rawLink(callback));
  }

  /** Take back one of these, made with `target`. */
  unlink(target: unknown): void {
    this.links.remove(target);
  }

  /** Take back all. */
  unlinkAll(): void {
    this.links.clear();
  }

  /** Tell whether there are any. */
  hasLinks(): boolean {
    return this.links.length > 0;
  }
}
showAsString(BaseGreenlet);
