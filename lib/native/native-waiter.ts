/**
 * NativeWaiter: waits for what native code awaits, and goes on with it.
 *
 *     one thing          it is waited for by `yield*`, as any coroutine waits
 *     several at once    each as a future, and then for whatever is done first
 *     nothing of ours    the promise that the code awaits is somebody else's: it is parked until
 *                        other code, in resolving that, lets the code go on
 *
 * Counterpart: none.
 */

import type { Awaitable, Yielded } from '../coroutine/awaitable';
import { CancelledError } from '../errors';
import { setAwaiter } from '../future/awaiters';
import type { Future } from '../future/future';
import { getRunningLoop } from '../future/running-loop';
import { createWaiter, releaseWaiter } from '../future/waiter';
import type { DoneCallback } from '../future/waiter-list';
import type { Frame } from '../stack';
import { type Call, firstKnown, inCommon, longest } from './call-chains';
import { ForeignPromise } from './foreign-promise';
import { JobOwner } from './job-owner';
import type { Jobs } from './jobs';
import { NativeAwait, type Reject, type Resolve } from './native-await';
import { Parking } from './parking';

/** How many promises are tried of those that may be what a call is parked for. */
const MAX_TRIED = 16;

/** The part of a call that waits. `end`, and why nobody drives it any more, its subclass knows. */
export abstract class NativeWaiter<T> extends JobOwner {
  /** Gives the result of the call, or throws what it threw; undefined while it has not ended. */
  protected end: (() => T) | undefined = undefined;
  /** Why nobody drives it any more, although it has not ended. */
  protected leftBecause: unknown = undefined;
  /** What the code awaits. */
  protected readonly awaits = new Set<NativeAwait>();
  /** Of these, those that may still have to be begun, and those that are done, where there are several. */
  private unbegun: NativeAwait[] = [];
  private done: NativeAwait[] = [];
  /** Whether this waits for one thing; and otherwise, what it is parked on. */
  private isWaiting = false;
  private parkedOn: Future<void> | undefined = undefined;
  /** Promises of which one may be what it is parked for, where that is none of this library's. */
  private parkedBy: readonly object[] = [];

  constructor(protected readonly jobs: Jobs) {
    super();
  }

  /** Called when the code awaits `awaitable`. Where nobody drives it any more, that is told it. */
  awaited(awaitable: Awaitable<unknown>, resolve: Resolve, reject: Reject): void {
    const each = new NativeAwait(this, awaitable, this.jobs.promise, resolve, reject);
    if (this.leftBecause !== undefined) {
      each.failed(this.leftBecause)();
      return;
    }
    this.awaits.add(each);
    this.unbegun.push(each);
    this.wake();
  }

  /** Go on with the code, by what `how` does: when this returns it has come to its end, or to an await. */
  protected goOn(how: () => void): void {
    this.noteWhere();
    this.jobs.run(this, how);
  }

  /** Wait for what the code awaits, and go on. */
  protected *wait(): Generator<Yielded, void, unknown> {
    const [first] = this.awaits;
    if (first === undefined || this.awaits.size > 1) return yield* this.waitForAny();
    this.isWaiting = true;
    const how = yield* first.wait();
    this.isWaiting = false;
    if (how === undefined) return;
    this.awaits.delete(first);
    if (this.unbegun[0] === first) this.unbegun.shift();
    this.goOn(how);
  }

  /** Whether the code awaits one thing, as in Python. */
  isAlone(): boolean {
    return this.awaits.size === 1 && this.end === undefined;
  }

  private *waitForAny(): Generator<Yielded, void, unknown> {
    for (const each of this.unbegun.splice(0)) each.begin(this.wakerOf(each));
    if (this.done.length === 0) yield* this.park();
    for (const each of this.done.splice(0)) if (this.awaits.delete(each)) this.goOn(each.outcome());
  }

  /** What is called once `each` is done, where it is one of several. */
  private wakerOf(each: NativeAwait): DoneCallback {
    const isDone = () => {
      this.done.push(each);
      this.wake();
    };
    return setAwaiter(isDone, () => this.parkedOn);
  }

  /** Give what the code awaits, and wait for it no more. */
  protected takeAwaits(): NativeAwait[] {
    const awaits = [...this.awaits];
    this.awaits.clear();
    this.unbegun = [];
    return awaits;
  }

  /** Wait for any of several things, or for a promise that is none of ours. */
  private *park(): Generator<Yielded, void, unknown> {
    const isForeign = this.awaits.size === 0;
    this.parkedOn = createWaiter(getRunningLoop(), isForeign ? new ForeignPromise() : undefined);
    if (isForeign) this.parkedBy = this.jobs.awaitedBy(this).slice(-MAX_TRIED);
    try {
      yield* new Parking(this.parkedOn, this.calls);
    } catch (error) {
      // There is no way to throw it into code that awaits a foreign promise: that is left where it is.
      if (isForeign || !(error instanceof CancelledError)) throw error;
      for (const each of this.awaits) each.cancel(error.args[0]);
    } finally {
      this.parkedOn = undefined;
    }
  }

  /** Look again what there is to wait for: there may be more, through what other code did, or nothing any more. */
  protected wake(): void {
    if (this.parkedOn !== undefined) releaseWaiter(this.parkedOn);
    else if (this.isWaiting) this.task?.interrupt();
  }

  // ----- Looking

  /** Tell whether `generator` waits in place of the code of a call: its `this` is that call. */
  static isWaiting(generator: object): boolean {
    return Object.getPrototypeOf(generator) === NativeWaiter.prototype.wait.prototype;
  }

  /** Give the calls by which the code waits, outermost first, as the host knows them. */
  readonly calls = (): readonly Frame[] => this.callsBy((promise) => this.jobs.callsAwaiting(promise));

  /** Give the calls by which the code waits, outermost first; `chainOf` gives those that await a promise. */
  callsBy<C extends Call>(chainOf: (promise: object) => readonly C[]): readonly C[] {
    if (this.awaits.size > 0)
      return inCommon([...this.awaits].map(({ promise }) => (promise === undefined ? [] : chainOf(promise))));
    const awaited = this.jobs.awaitedBy(this);
    // What it has just begun may await other calls, too, that are not its own: they begin later.
    if (this.parkedOn === undefined) return firstKnown(awaited, chainOf);
    const tried = [...new Set([...this.parkedBy, ...awaited])].slice(-MAX_TRIED);
    return longest(tried.map((promise) => chainOf(promise)));
  }
}
