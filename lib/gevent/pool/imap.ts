/**
 * IMap and IMapUnordered: the results of calls that are made in greenlets, as they come.
 *
 * One greenlet makes the calls, and has each tell of its end. Results go into a queue, from which
 * whoever goes through them takes them; IMap keeps those that come before their turn.
 *
 * Counterpart: gevent/_imap.py.
 */

import { Greenlet } from '../greenlet/greenlet';
import type { Blocking, Steps } from '../hub/blocking-call';
import { BlockingIterator } from '../hub/blocking-iterator';
import { Queue } from '../queue/queue';
import { Semaphore } from '../sync/semaphore';

/** What comes of a call, the `index`th. The end comes after the last of them. */
interface Outcome<T> {
  readonly index: number;
  readonly value?: T;
  readonly error?: Error;
  readonly isEnd?: true;
}

/** Makes the call for an item, in a greenlet. */
type Spawn = (item: readonly unknown[]) => Steps<Greenlet>;

/** The results in the order in which they come (gevent._imap.IMapUnordered). Made by `imapUnordered`. */
export class IMapUnordered<T> extends Greenlet<void> {
  private readonly outcomes = new Queue<Outcome<T>>();
  private readonly results: Semaphore | undefined;
  /** How many calls have not ended. */
  private outstanding = 0;
  private lastIndex = -1;
  private isFinished = false;

  constructor(
    private readonly tuples: Iterable<readonly unknown[]>,
    private readonly makeCall: Spawn,
    maxsize?: number | null,
  ) {
    super();
    this.results = maxsize ? new Semaphore(maxsize) : undefined;
  }

  protected override identify(): void {}

  override get name(): string {
    return 'imap';
  }

  // ----- Making the calls

  override *_run(): Steps<void> {
    try {
      for (const item of this.tuples) yield* this.callFor(item);
      if (this.outstanding === 0) this.finish({ isEnd: true });
    } catch (error) {
      this.finish({ error: error as Error });
      throw error;
    }
  }

  private *callFor(item: readonly unknown[]): Steps<void> {
    this.lastIndex += 1;
    const index = this.lastIndex;
    if (this.results !== undefined) yield* this.results.acquiring();
    this.outstanding += 1;
    const greenlet = yield* this.makeCall(item);
    greenlet.rawlink(() => this.callEnded(index, greenlet));
  }

  private callEnded(index: number, { value, exception: error }: Greenlet): void {
    this.outstanding -= 1;
    const isLast = this.ready() && this.outstanding === 0;
    this.outcomes.putNowait({ index, value, error });
    if (isLast) this.finish({ isEnd: true });
  }

  private finish(outcome: Omit<Outcome<T>, 'index'>): void {
    if (this.isFinished) return;
    this.isFinished = true;
    this.outcomes.putNowait({ index: this.lastIndex + 1, ...outcome });
  }

  // ----- Taking the results

  /** Give the next result as iterators do. @throws what a call has thrown, in place of its result. */
  next(): Blocking<IteratorResult<T, undefined>> {
    return this.iterator().next();
  }

  /** Go through the results, in main. */
  [Symbol.iterator](): Iterator<T, undefined> {
    return this.iterator()[Symbol.iterator]();
  }

  /** Go through the results, in an async function. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return this.iterator()[Symbol.asyncIterator]();
  }

  private iterator(): BlockingIterator<T> {
    return new BlockingIterator(this.name, () => this.step());
  }

  private *step(): Steps<IteratorResult<T, undefined>> {
    this.results?.release();
    const { value, error, isEnd } = yield* this.nextOutcome();
    if (error !== undefined) throw error;
    return isEnd ? { done: true, value: undefined } : { done: false, value: value as T };
  }

  protected *nextOutcome(): Steps<Outcome<T>> {
    return yield* this.outcomes.getting();
  }
}

/** The results in the order of the calls (gevent._imap.IMap). Made by `imap`. */
export class IMap<T> extends IMapUnordered<T> {
  private readonly early = new Map<number, Outcome<T>>();
  private index = 0;

  protected override *nextOutcome(): Steps<Outcome<T>> {
    let outcome = this.early.get(this.index);
    while (outcome === undefined) {
      const next = yield* super.nextOutcome();
      if (next.index === this.index) outcome = next;
      else this.early.set(next.index, next);
    }
    this.early.delete(this.index);
    this.index += 1;
    return outcome;
  }
}
