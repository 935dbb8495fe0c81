/**
 * Group: greenlets that are kept together, and calls that are made in such greenlets.
 *
 * Counterpart: gevent.pool.Group, with its GroupMappingMixin.
 */

import { getcurrent, type Run } from '../../greenlet/raw-greenlet';
import { Greenlet } from '../greenlet/greenlet';
import { type Blocking, blockingCall, type Given, resultOf, runNow, type Steps } from '../hub/blocking-call';
import { BaseGroup } from './base-group';
import { IMap, IMapUnordered } from './imap';

/** A last argument of `imap`. */
export interface ImapOptions {
  /** How many results may wait to be taken; otherwise any number. */
  readonly maxsize?: number | null;
}

/** A greenlet that serves only to call others. */
class Caller extends Greenlet {
  protected override identify(): void {}

  override get name(): string {
    return this.run?.name ?? '';
  }

  override toString(): string {
    return `<Greenlet "${this.name}">`;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the results are of whatever type the function gives
type Func<R = any> = (...args: any[]) => R;

/**
 * Some greenlets, and calls made in greenlets of theirs (gevent.pool.Group).
 *
 * @example
 * const group = new gevent.Group();
 * for (const seconds of [1, 2]) group.spawn(gevent.sleep, seconds);
 * group.join(); // 2 seconds
 */
export class Group extends BaseGroup {
  /** Call `func(...args)` in a greenlet of the group, and give its result; in this one, if that is of the group already. @throws what it throws. */
  apply<R>(func: Func<R>, args: readonly unknown[] = []): Blocking<Given<R>> {
    return blockingCall('apply', () => this.applying(func, args)) as Blocking<Given<R>>;
  }

  private *applying(func: Func, args: readonly unknown[]): Steps<unknown> {
    if (this.has(getcurrent())) return yield* resultOf(func(...args));
    return yield* (yield* this.spawning(func, args)).waitForResult();
  }

  /** Do as `apply` does, and give the greenlet that does it. Where it succeeds, `callback` is called with its result. */
  applyAsync<R>(
    func: Func<R>,
    args: readonly unknown[] = [],
    callback?: (result: Given<R>) => unknown,
  ): Greenlet<Given<R>> {
    if (!this.full()) {
      const greenlet = this.spawnNow(func, args);
      if (callback !== undefined) greenlet.linkValue(({ value }) => callback(value as Given<R>));
      return greenlet;
    }
    return this.call('apply', () => this.applyAndTell(func, args, callback as Func | undefined));
  }

  private *applyAndTell(func: Func, args: readonly unknown[], callback?: Func): Steps<unknown> {
    const result = yield* this.applying(func, args);
    if (callback !== undefined) Greenlet.spawn(callback, result);
    return result;
  }

  /** Call `func` with each of `iterable`, each in a greenlet of the group; give the results, in order. @throws the first error, in that order. */
  map<X, R>(func: (item: X) => R, iterable: Iterable<X>): Blocking<Given<R>[]> {
    return blockingCall('map', () => this.mapAsync(func, iterable).waitForResult()) as Blocking<Given<R>[]>;
  }

  /** Do as `map` does, and give the greenlet that does it. Where it succeeds, `callback` is called with the results. */
  mapAsync<X, R>(
    func: (item: X) => R,
    iterable: Iterable<X>,
    callback?: (results: Given<R>[]) => unknown,
  ): Greenlet<Given<R>[]> {
    return this.call('map', () => this.mapping(func, iterable, callback as Func | undefined));
  }

  private *mapping(func: Func, iterable: Iterable<unknown>, callback?: Func): Steps<unknown[]> {
    const greenlets: Greenlet[] = [];
    for (const item of iterable) greenlets.push(yield* this.spawning(func, [item]));
    const results: unknown[] = [];
    for (const greenlet of greenlets) results.push(yield* greenlet.waitForResult());
    if (callback !== undefined) yield* resultOf(callback(results));
    return results;
  }

  /**
   * Call `func` with one of each of the iterables at a time, each call in a greenlet of the group; go through the
   * results, in order, as they come: main by `for`, an async function by `for await`.
   *
   * @param args the iterables, and a last `{ maxsize }`.
   * @throws what a call has thrown, in place of its result.
   */
  imap<R>(func: Func<R>, ...args: [...Iterable<unknown>[], ImapOptions] | Iterable<unknown>[]): IMap<Given<R>> {
    const { tuples, maxsize } = zip(args);
    const imap = new IMap<Given<R>>(tuples, (item) => this.spawning(func, item), maxsize);
    imap.start();
    return imap;
  }

  /** Do as `imap` does, but give the results in the order in which they come. */
  imapUnordered<R>(
    func: Func<R>,
    ...args: [...Iterable<unknown>[], ImapOptions] | Iterable<unknown>[]
  ): IMapUnordered<Given<R>> {
    const { tuples, maxsize } = zip(args);
    const imap = new IMapUnordered<Given<R>>(tuples, (item) => this.spawning(func, item), maxsize);
    imap.start();
    return imap;
  }

  private spawnNow(func: Func, args: readonly unknown[]): Greenlet {
    return runNow(this.spawning(func, args));
  }

  private call(name: string, run: Run): Caller {
    const greenlet = new Caller(Object.defineProperty(run, 'name', { value: name }));
    greenlet.start();
    return greenlet;
  }
}

/** Part the iterables from the options, and give one of each at a time. */
function zip(args: readonly (Iterable<unknown> | ImapOptions)[]): ImapOptions & { tuples: Generator<unknown[]> } {
  const iterables = args.filter((each): each is Iterable<unknown> => Symbol.iterator in Object(each));
  const [options] = args.filter((each): each is ImapOptions => !(Symbol.iterator in Object(each)));
  return { tuples: tuplesOf(iterables), maxsize: options?.maxsize };
}

function* tuplesOf(iterables: readonly Iterable<unknown>[]): Generator<unknown[]> {
  const iterators = iterables.map((each) => each[Symbol.iterator]());
  for (;;) {
    const steps = iterators.map((each) => each.next());
    if (steps.length === 0 || steps.some(({ done }) => done)) return;
    yield steps.map(({ value }) => value);
  }
}
