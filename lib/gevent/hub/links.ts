/**
 * Links: who is to be told when a greenlet has ended, or an event is set.
 *
 * A link is called in the hub, and gives the switch to make, if it is to make one. One that
 * is called in a greenlet of its own may wait; `spawnedLink` makes such.
 *
 * Counterpart: the callables that rawlink takes; SpawnedLink, in gevent/greenlet.py.
 */

import { toError } from '../../errors';
import { Move } from '../../greenlet/move';
import { RawGreenlet, type Run } from '../../greenlet/raw-greenlet';
import type { Callback, Work } from './callback';
import { getHub, type Hub } from './hub';

/** Somebody to be told. */
export interface Link<S> {
  /** What it is found by: the function that it was made of. */
  readonly key: unknown;
  /** Tell of `source`. In the hub. */
  call(source: S): Move | undefined;
}

/** What can be linked: a function, or what is told as an AsyncResult is. */
export type LinkTarget<S> = ((source: S) => unknown) | { call(source: S): void };

/** Make the link that just calls `callback`. */
export function rawLink<S>(callback: (source: S) => unknown): Link<S> {
  if (typeof callback !== 'function') throw new TypeError(`Expected callable: ${String(callback)}`);
  return {
    key: callback,
    call: (source) => {
      const given = callback(source);
      return given instanceof Move ? given : undefined;
    },
  };
}

/** Make the link that has `target` called in a greenlet of its own, if it `isMeant`. */
export function spawnedLink<S>(target: LinkTarget<S>, isMeant: (source: S) => boolean = () => true): Link<S> {
  const run = typeof target === 'function' ? target : (source: S) => target.call(source);
  return {
    key: target,
    call: (source) => (isMeant(source) ? new Move(new RawGreenlet(run as Run, getHub()), [source]) : undefined),
  };
}

/** Make the link that switches back to `greenlet`, with what it is told of. */
export function switchBack<S>(greenlet: RawGreenlet): Link<S> {
  return { key: undefined, call: (source) => new Move(greenlet, [source]) };
}

/** Tell `link` of `source`; what it throws is printed. */
export function* callLink<S>(hub: Hub, link: Link<S>, source: S): Work {
  try {
    const move = link.call(source);
    if (move !== undefined) yield move;
  } catch (error) {
    yield* hub.report([link.key, source], toError(error));
  }
}

/** Take the first of `links` that was made of `key`, or is it, out of them. */
export function removeLink<S>(links: Link<S>[], key: unknown): void {
  const index = links.findIndex((link) => link === key || (link.key === key && key !== undefined));
  if (index >= 0) links.splice(index, 1);
}

/** The links of a greenlet. Those that come when it has ended are told soon. */
export class LinkList<S extends { ready(): boolean; readonly name: string }> {
  private readonly links: Link<S>[] = [];
  private notifier: Callback | undefined = undefined;

  constructor(
    private readonly source: S,
    private readonly hub: Hub,
  ) {}

  get length(): number {
    return this.links.length;
  }

  add(link: Link<S>): void {
    this.links.push(link);
    if (this.source.ready()) this.notify();
  }

  remove(key: unknown): void {
    removeLink(this.links, key);
  }

  clear(): void {
    this.links.length = 0;
  }

  /** Have all of them told, in a callback of the hub. */
  notify(): void {
    if (this.links.length === 0 || this.notifier?.active) return;
    this.notifier = this.hub.runCallback(`${this.source.name}.notifyLinks`, () => this.tellAll());
  }

  /** One that is told may take out others, or bring in more. */
  private *tellAll(): Work {
    for (let link = this.links.shift(); link !== undefined; link = this.links.shift()) {
      yield* callLink(this.hub, link, this.source);
    }
  }
}
