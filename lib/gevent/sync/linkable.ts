/**
 * AbstractLinkable: what can be ready, and then tells those who are linked to it. A greenlet that waits
 * for it is linked by the switch back to it.
 *
 * When it becomes ready while anybody is linked, a callback is scheduled that tells them, in
 * order, one after another; each runs before the next is told. Who comes while that callback is
 * scheduled, or under way, finds it ready, and yet comes after those who have waited.
 *
 * Invariant: whoever is linked while it is ready will be told: a notifier is scheduled.
 *
 * Counterpart: gevent/_abstract_linkable.py.
 */

import { getcurrent } from '../../greenlet/raw-greenlet';
import { showAsString, typeName } from '../../repr';
import type { Steps } from '../hub/blocking-call';
import type { Limit } from '../hub/call-options';
import type { Callback, Work } from '../hub/callback';
import { getHub, type Hub } from '../hub/hub';
import { callLink, type Link, rawLink, removeLink, switchBack } from '../hub/links';
import { pauseFor } from '../hub/pause';
import { startTimeout } from '../hub/timeout';

/** The callback that tells those who are linked, and those who came meanwhile. */
interface Notifier {
  readonly callback: Callback;
  readonly late: Link<AbstractLinkable>[];
}

export abstract class AbstractLinkable {
  private readonly links: Link<AbstractLinkable>[] = [];
  private notifier: Notifier | undefined = undefined;
  private ownHub: Hub | undefined = undefined;

  /** Tell whether this is ready. */
  abstract ready(): boolean;

  /** Whether those who were linked when it became ready are told even if it no longer is. */
  protected get notifiesAll(): boolean {
    return true;
  }

  /** The hub under which this was used first. */
  protected get hub(): Hub {
    this.ownHub ??= getHub();
    return this.ownHub;
  }

  /** Count those who are linked. */
  linkcount(): number {
    return this.links.length;
  }

  /** Have `callback` called with this in the hub, once this is ready: it must not wait. */
  rawlink(callback: (source: this) => unknown): void {
    this.addLink(rawLink(callback as (source: AbstractLinkable) => unknown));
  }

  /** Take back such a callback. */
  unlink(callback: unknown): void {
    removeLink(this.links, callback);
    if (this.links.length === 0) this.notifier?.callback.stop();
  }

  private addLink(link: Link<AbstractLinkable>): void {
    this.links.push(link);
    this.checkAndNotify();
  }

  /** Tell whoever watches that this shows itself otherwise. */
  protected tellChanged(): void {
    this.hub.loop.observer?.primitiveChanged(this);
  }

  /** Have those who are linked told, if this is ready. */
  protected checkAndNotify(): void {
    if (!this.ready() || this.links.length === 0 || this.notifier?.callback.active) return;
    const late: Link<AbstractLinkable>[] = [];
    const callback = this.hub.runCallback(`${typeName(this)}.notifyLinks`, () => this.notifyLinks(late));
    this.notifier = { callback, late };
  }

  private *notifyLinks(late: Link<AbstractLinkable>[]): Work {
    yield* this.tell(this.links);
    yield* this.tell(late);
    this.links.push(...late);
    this.notifier = undefined;
    this.checkAndNotify();
  }

  /** Tell those in `links`, up to who is the last now. One that is there twice is told once. */
  private *tell(links: Link<AbstractLinkable>[]): Work {
    const last = idOf(links[links.length - 1]);
    const told = new Set<unknown>();
    while (links.length > 0 && (this.notifiesAll || this.ready())) {
      const link = links.shift() as Link<AbstractLinkable>;
      const id = idOf(link);
      if (!told.has(id)) yield* callLink(this.hub, link, this);
      told.add(id);
      if (id === last) break;
    }
  }

  /** Wait until this is ready, at most `timeout` seconds. Gives whether it was. */
  protected *waitUntilReady(timeout?: Limit): Steps<boolean> {
    if (this.ready()) {
      const { notifier } = this;
      if (notifier?.callback.active) yield* this.waitToBeTold((link) => notifier.late.push(link));
      return true;
    }
    const timer = startTimeout(timeout);
    try {
      return yield* this.waitForNotice();
    } catch (error) {
      if (error !== timer) throw error;
      return false;
    } finally {
      timer?.close();
    }
  }

  /** Wait until this, which is not ready, has become so. */
  protected *waitForNotice(): Steps<true> {
    yield* this.waitToBeTold((link) => this.addLink(link));
    return true;
  }

  private *waitToBeTold(add: (link: Link<AbstractLinkable>) => void): Steps<void> {
    const link = switchBack<AbstractLinkable>(getcurrent());
    add(link);
    try {
      yield* pauseFor(this, this.hub, { label: typeName(this), primitive: this });
    } catch (error) {
      this.unlink(link);
      if (this.notifier !== undefined) removeLink(this.notifier.late, link);
      throw error;
    }
  }
}
showAsString(AbstractLinkable);

/** What a link is known by: two of one function are the same. */
function idOf(link: Link<AbstractLinkable> | undefined): unknown {
  return link?.key ?? link;
}
