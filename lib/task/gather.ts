/**
 * gather: several results, as one list.
 *
 * The children run at once. `GatheringFuture` is done when all of them are; or, unless
 * exceptions are to be returned, as soon as one fails, in which case the others go on.
 * To cancel it is to cancel the children: it is done when they are, with a CancelledError
 * as its exception.
 *
 * Counterpart: asyncio.gather, in tasks.py.
 */

import type { AwaitableLike, ResultOf } from '../coroutine/awaitable';
import { CancelledError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import { setAwaiter } from '../future/awaiters';
import { Future } from '../future/future';
import { retrieveException } from '../future/outcome';
import { getEventLoop } from '../future/running-loop';
import { listOf } from './awaitable-list';
import { ensureFuture } from './ensure-future';
import type { Task } from './task';

/** The future that `gather` gives. */
export class GatheringFuture<T = unknown> extends Future<T[]> {
  private cancelRequested = false;
  private nfinished = 0;

  /** @param nfuts how many different futures there are among `children`. */
  constructor(
    /** The futures of the arguments, in their order; one that was given twice is here twice. */
    readonly children: readonly Future<T>[],
    private readonly nfuts: number,
    private readonly returnExceptions: boolean,
    loop: AbstractEventLoop,
  ) {
    super(loop);
  }

  /** Cancel the children. This is not done before they are. Returns whether any of them was not done. */
  override cancel(message?: unknown): boolean {
    if (this.done()) return false;
    let cancelled = false;
    for (const child of this.children) if (child.cancel(message)) cancelled = true;
    if (cancelled) this.cancelRequested = true;
    return cancelled;
  }

  /** Take note that `child` is done. */
  childDone(child: Future<T>): void {
    this.nfinished += 1;
    if (this.done()) {
      retrieveException(child); // nobody else will see it
      return;
    }
    const error = this.returnExceptions ? undefined : errorOf(child);
    if (error !== undefined) super.setException(error);
    else if (this.nfinished === this.nfuts) this.allDone();
  }

  private allDone(): void {
    const results = this.children.map(resultOrException);
    if (this.cancelRequested) super.setException((this.children.at(-1) as Future<T>).makeCancelledError());
    else super.setResult(results as T[]);
  }
}
Object.defineProperty(GatheringFuture, 'name', { value: '_GatheringFuture' });

/**
 * Run `awaitables` at once, and give a future of the list of their results, in their order.
 * The first exception is the future's, at once; the others go on, and are not cancelled.
 *
 * To cancel the future is to cancel all that are not done; it ends when they have, with a
 * CancelledError. One that is cancelled by itself counts as one that failed with it.
 *
 * @throws TypeError for what cannot be awaited; ValueError for futures of different loops.
 * @example
 * const [a, b] = yield* gather([hello(1), hello(2)]);
 */
export function gather<const A extends readonly AwaitableLike<unknown>[]>(
  awaitables: A,
  options?: { readonly returnExceptions?: false },
): Future<{ -readonly [K in keyof A]: ResultOf<A[K]> }>;
/**
 * Run `awaitables` at once, and give a future of the list of their results and, as results
 * like others, of their exceptions. It ends when all have ended, and fails only when it is
 * cancelled itself.
 *
 * @example
 * const results = yield* gather([hello(1), work()], { returnExceptions: true });
 * for (const result of results) if (result instanceof Error) recover(result);
 */
export function gather<const A extends readonly AwaitableLike<unknown>[]>(
  awaitables: A,
  options?: { readonly returnExceptions?: boolean },
): Future<{ -readonly [K in keyof A]: ResultOf<A[K]> | Error }>;
export function gather(
  awaitables: Iterable<AwaitableLike<unknown>>,
  { returnExceptions = false }: { readonly returnExceptions?: boolean } = {},
): Future<unknown[]> {
  const futures = new Map<AwaitableLike<unknown>, Future>();
  const children: Future[] = [];
  const doneAlready: Future[] = [];
  let outer: GatheringFuture | undefined;
  const childDone = (child: Future): void => {
    if (outer !== undefined) outer.childDone(child);
    else retrieveException(child); // what came after it was refused: nobody will ask
  };
  setAwaiter(childDone, () => outer);
  let loop: AbstractEventLoop | undefined;
  for (const awaitable of listOf(awaitables)) {
    let future = futures.get(awaitable);
    if (future === undefined) {
      future = ensureFuture(awaitable, { loop });
      loop ??= future.getLoop();
      // A task made here is nobody else's to look after.
      if ((future as unknown) !== awaitable) (future as Task).logDestroyPending = false;
      futures.set(awaitable, future);
      if (future.done()) doneAlready.push(future);
      else future.addDoneCallback(childDone);
    }
    children.push(future);
  }
  if (loop === undefined) return emptyList();
  outer = new GatheringFuture(children, futures.size, returnExceptions, loop);
  // What is done counts at once: where all are, to await the outer future takes no iteration.
  for (const future of doneAlready) outer.childDone(future);
  return outer;
}

function emptyList(): Future<unknown[]> {
  const future = getEventLoop().createFuture() as Future<unknown[]>;
  future.setResult([]);
  return future;
}

/** A cancelled child counts as one that raised CancelledError. */
function errorOf(future: Future): Error | undefined {
  return future.cancelled() ? future.makeCancelledError() : future.exception();
}

function resultOrException(future: Future): unknown {
  if (future.cancelled()) return new CancelledError(future.cancelMessage ?? '');
  return future.exception() ?? future.result();
}
