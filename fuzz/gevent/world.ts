/**
 * World: what a program of greenlets runs in: the things it names, and its trace.
 *
 * It knows no statement. What statements do is in the tables of actions.ts and waits.ts, which are given the world;
 * what runs a body is above them, in interpreter.ts, and so abstract here.
 *
 * Counterpart: World in python/world.py.
 */

import { getEventLoop, gevent } from '../../lib';
import type { Body, Name, Program } from './program';
import { look, show } from './show';

/** The steps of a greenlet, or of main within a generator. */
export type Steps<T = void> = Generator<unknown, T, unknown>;

const MAKERS: Readonly<Record<Name, (size: number | null | undefined) => object>> = {
  event0: () => new gevent.Event(),
  event1: () => new gevent.Event(),
  result0: () => new gevent.AsyncResult(),
  result1: () => new gevent.AsyncResult(),
  queue0: (size) => new gevent.Queue(size),
  joinable0: (size) => new gevent.JoinableQueue(size),
  lifo0: (size) => new gevent.LifoQueue(size),
  prio0: (size) => new gevent.PriorityQueue(size),
  sem0: (size) => new gevent.Semaphore(size ?? 1),
  sem1: (size) => new gevent.Semaphore(size ?? 1),
  bounded0: (size) => new gevent.BoundedSemaphore(size ?? 1),
  lock0: () => new gevent.RLock(),
  pool0: (size) => new gevent.Pool(size),
  group0: () => new gevent.Group(),
};

export abstract class World {
  readonly trace: string[] = [];
  /** By name: g3, sem0. */
  readonly things = new Map<Name, object>();
  readonly names = new Map<unknown, Name>();
  /** What was linked last to a thing, by the name of that. */
  readonly links = new Map<Name, (source: unknown) => unknown>();
  /** How what is there from the beginning was then. */
  private readonly untouched: ReadonlySet<string>;

  constructor(readonly program: Program) {
    const sizes = new Map(program.sizes.map(({ on, size }) => [on, size]));
    for (const [name, make] of Object.entries(MAKERS)) this.named(name, make(sizes.get(name)));
    this.untouched = new Set(this.lookAtAll());
  }

  note(text: string): void {
    const time = Math.round(getEventLoop().time() * 1000) / 1000;
    this.trace.push(`@${time} ${text}`);
  }

  named<T extends object>(name: Name, thing: T): T {
    this.things.set(name, thing);
    this.names.set(thing, name);
    return thing;
  }

  /** Give those that there are. */
  those(names: readonly Name[]): object[] {
    return names.flatMap((name) => this.things.get(name) ?? []);
  }

  show(value: unknown): string {
    return show(value, this.names);
  }

  look(thing: object): string {
    return look(thing)
      .map((each) => this.show(each))
      .join(' ');
  }

  /** Tell how each thing is, but for those that nobody has touched. */
  ends(): string[] {
    return this.lookAtAll().filter((line) => !this.untouched.has(line));
  }

  private lookAtAll(): string[] {
    return [...this.things].map(([name, thing]) => `${name} ${this.look(thing)}`);
  }

  /** Make what a greenlet called `who` runs. */
  abstract runner(who: Name, body: Body): () => Steps<Name>;

  /** What is called with the items of a map: it takes its time, and may fail. */
  abstract readonly call: (delay: number) => unknown;
}
