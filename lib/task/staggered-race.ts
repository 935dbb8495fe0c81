/**
 * staggeredRace: the first to succeed, begun one after another.
 *
 * Each runner, before it calls its function, lets the next one wait: for this one's failure,
 * or for `delay` seconds. So there is always one runner more than there are functions under
 * way; the last one finds none left to call.
 *
 * Counterpart: asyncio.staggered.staggered_race (as in 3.13.0, but for eager tasks), which
 * connects to several addresses in this way: the "happy eyeballs" of RFC 8305.
 */

import { type AwaitableLike, getAwaitable, type ResultOf, type Yielded } from '../coroutine/awaitable';
import { coroutine } from '../coroutine/coroutine-function';
import { AssertionError, leavesTheLoop, TimeoutError, toError } from '../errors';
import { retrieveException } from '../future/outcome';
import { typeName } from '../repr';
import { Event } from '../sync/event';
import { isIterable } from './awaitable-list';
import { createTask } from './create-task';
import type { Task } from './task';
import { wait } from './wait';
import { waitFor } from './wait-for';

/** What comes of a race: who won, with what; and what each that was begun failed with. */
export type RaceResult<T> = [result: T | undefined, index: number | undefined, exceptions: (Error | undefined)[]];

/**
 * Call `coroFns` one after another, and await what they give, until one gives a result; then cancel
 * the others. The next is called when the one before it has failed, or after `delay` seconds
 * (null: only when it has failed). To be cancelled is to have failed.
 *
 * Cancelled, it cancels those that are under way, and does not wait for them.
 *
 * Gives the result, the index of who won (both undefined if nobody did), and the exceptions
 * of those that were called, in their order, with undefined for the winner.
 *
 * @throws TypeError, when awaited, if `coroFns` is no list. What is in it and no function has failed.
 * @example
 * const [page, index] = yield* staggeredRace([() => fetchFrom(a), () => fetchFrom(b)], 0.25);
 */
export const staggeredRace = coroutine(function* staggeredRace<F extends () => AwaitableLike<unknown>>(
  coroFns: Iterable<F>,
  delay: number | null | undefined,
): Generator<Yielded, RaceResult<ResultOf<ReturnType<F>>>, unknown> {
  const race = new Race(coroFns as Iterable<() => AwaitableLike<ResultOf<ReturnType<F>>>>, delay);
  yield* race.run();
  return [race.winnerResult, race.winnerIndex, race.exceptions];
});

/** A race under way. */
class Race<T> {
  winnerResult: T | undefined = undefined;
  winnerIndex: number | undefined = undefined;
  readonly exceptions: (Error | undefined)[] = [];
  private readonly coroFns: Iterator<() => AwaitableLike<T>>;
  /** The runner of each function, by its index; and one that waits to call the next. */
  private readonly runners: Task<void>[] = [];

  constructor(
    coroFns: Iterable<() => AwaitableLike<T>>,
    private readonly delay: number | null | undefined,
  ) {
    if (!isIterable(coroFns)) throw new TypeError(`'${typeName(coroFns)}' object is not iterable`);
    this.coroFns = coroFns[Symbol.iterator]();
  }

  /** Run to the end; however that comes about, no runner is left. */
  *run(): Generator<Yielded, void, unknown> {
    this.startRunner(undefined);
    try {
      let doneCount = 0;
      while (doneCount !== this.runners.length) {
        const [done] = yield* wait(this.runners);
        doneCount = done.size;
        // A runner catches what its function throws: what gets out is a request to leave, or a mistake.
        for (const runner of done) {
          const error = retrieveException(runner);
          if (error !== undefined) throw error;
        }
      }
    } finally {
      for (const runner of this.runners) runner.cancel();
    }
  }

  /** Begin the next runner. Should it be an eager task, it goes no further before it stands in the list. */
  private startRunner(previousFailed: Event | undefined): void {
    const listed = new Event();
    this.runners.push(createTask(this.runOne(listed, previousFailed)));
    listed.set();
  }

  private *runOne(listed: Event, previousFailed: Event | undefined): Generator<Yielded, void, unknown> {
    yield* listed.wait();
    if (previousFailed !== undefined) yield* this.waitForPrevious(previousFailed);
    const next = this.coroFns.next();
    if (next.done) return;
    const thisFailed = new Event();
    const index = this.exceptions.push(undefined) - 1;
    this.startRunner(thisFailed);
    let result: T;
    try {
      result = yield* getAwaitable(called(next.value));
    } catch (error) {
      if (leavesTheLoop(error)) throw error;
      this.exceptions[index] = toError(error);
      thisFailed.set();
      return;
    }
    if (this.winnerIndex !== undefined) throw new AssertionError('cancelled, a runner of staggeredRace gave a result');
    this.winnerIndex = index;
    this.winnerResult = result;
    for (const [i, runner] of this.runners.entries()) if (i !== index) runner.cancel();
  }

  private *waitForPrevious(failed: Event): Generator<Yielded, void, unknown> {
    try {
      yield* waitFor(failed.wait(), this.delay);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
    }
  }
}

function called<T>(coroFn: () => AwaitableLike<T>): AwaitableLike<T> {
  if (typeof coroFn !== 'function') throw new TypeError(`'${typeName(coroFn)}' object is not callable`);
  return coroFn();
}
