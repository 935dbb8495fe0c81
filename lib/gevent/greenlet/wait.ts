/**
 * wait, iwait, joinall: wait for several at once: for greenlets, events, whatever can be linked.
 *
 * Each is linked to one waiter, which keeps those that come in the order in which they do.
 *
 * Counterpart: gevent/_hub_primitives.py, and joinall of gevent/greenlet.py.
 */

import { AssertionError } from '../../errors';
import { getcurrent } from '../../greenlet/raw-greenlet';
import { typeName } from '../../repr';
import { type Blocking, blockingCall, type Steps } from '../hub/blocking-call';
import { BlockingIterator } from '../hub/blocking-iterator';
import { type Seconds, type WaitOptions, waitOptions } from '../hub/call-options';
import type { Callback } from '../hub/callback';
import { LoopExit } from '../hub/gevent-errors';
import { getHub } from '../hub/hub';
import { MultipleWaiter, Waiter } from '../hub/waiter';

/** What can be waited for along with others. */
export interface Linkable {
  /** Have `callback` called in the hub, once this is ready. */
  // biome-ignore lint/suspicious/noExplicitAny: each is told of itself
  rawlink(callback: (source: any) => unknown): void;
  /** Take that back. */
  unlink(callback: unknown): void;
  /** Why it is ready, if that is an error. */
  readonly exception?: Error | undefined;
}

/**
 * Go through `objects` as they become ready, at most `count` of them, for at most `timeout` seconds (gevent.iwait).
 * Main does so by `for`.
 *
 * @param timeout the seconds, or an object of both: `{ timeout, count }`.
 * @example
 * const greenlets = [gevent.spawn(hello, 2), gevent.spawn(hello, 1)];
 * for (const greenlet of gevent.iwait(greenlets)) console.log(greenlet.value); // 1, then 2
 */
export function iwait<O extends Linkable>(
  objects: Iterable<O>,
  timeout?: Seconds | WaitOptions,
  count?: number | null,
): BlockingIterator<O> {
  const iterator = new WaitIterator(objects, waitOptions(timeout, count));
  return new BlockingIterator('iwait', () => iterator.next());
}

/**
 * Wait until `objects` are ready, or `count` of them, for at most `timeout` seconds; give those that are, in the order in
 * which they became so. Without `objects`, main waits until nothing is left to run, and is given whether that is so
 * (gevent.wait).
 *
 * @param timeout the seconds, or an object of both: `{ timeout, count }`.
 * @example
 * const event = new gevent.Event();
 * const greenlet = gevent.spawn(hello, 3);
 * gevent.wait([event, greenlet], { timeout: 10, count: 1 }); // [greenlet], after 3 seconds
 */
export function wait(objects?: null, timeout?: Seconds | WaitOptions): Blocking<boolean>;
export function wait<O extends Linkable>(
  objects: Iterable<O>,
  timeout?: Seconds | WaitOptions,
  count?: number | null,
): Blocking<O[]>;
export function wait(
  objects?: Iterable<Linkable> | null,
  timeout?: Seconds | WaitOptions,
  count?: number | null,
): Blocking<unknown> {
  const options = waitOptions(timeout, count);
  if (objects === undefined || objects === null) return blockingCall('wait', () => waitForLoop(options));
  return blockingCall('wait', () => collect(new WaitIterator(objects, options)));
}

/**
 * Wait as `wait` does, for greenlets (gevent.joinall).
 *
 * @param timeout the seconds, or an object of all: `{ timeout, raiseError, count }`.
 * @throws with `raiseError`, what the first that fails has thrown.
 * @example
 * gevent.joinall([gevent.spawn(hello, 1), gevent.spawn(hello, 2)]);
 */
export function joinall<O extends Linkable>(
  greenlets: Iterable<O>,
  timeout?: Seconds | WaitOptions,
  raiseError?: boolean,
  count?: number | null,
): Blocking<O[]> {
  const options = waitOptions(timeout, count, raiseError);
  return blockingCall('joinall', () => collect(new WaitIterator(greenlets, options), options.raiseError));
}

/** Wait until `objects` are ready. @internal */
export function* waitForAll(objects: Iterable<Linkable>): Steps<void> {
  yield* collect(new WaitIterator(objects, {}));
}

/** Those that are waited for, and what is still to come of them. */
class WaitIterator<O extends Linkable> {
  private readonly hub = getHub();
  private readonly waiter = new MultipleWaiter<O | 'timeout'>(this.hub);
  private readonly objects: readonly O[];
  /** Those of them that have not come. */
  private readonly missing: Set<O>;
  /** What they are linked to. */
  private readonly onReady = (object: O): unknown => this.waiter.switch(object);
  private timer: Callback | undefined = undefined;
  private readonly timeout: Seconds;
  private isBegun = false;
  /** How many are still to be given. */
  private left: number;

  constructor(objects: Iterable<O>, { timeout, count }: WaitOptions) {
    this.objects = [...objects];
    this.missing = new Set(this.objects);
    this.timeout = timeout;
    this.left = Math.min(count ?? this.objects.length, this.objects.length);
  }

  *next(): Steps<IteratorResult<O, undefined>> {
    this.begin();
    if (this.left === 0) return this.end();
    this.left -= 1;
    try {
      const object = yield* this.waiter.get({ label: namesOf(this.missing) });
      if (object === 'timeout') return this.end();
      this.missing.delete(object);
      return { done: false, value: object };
    } catch (error) {
      this.end();
      throw error;
    }
  }

  private begin(): void {
    if (this.isBegun) return;
    this.isBegun = true;
    for (const object of this.objects) object.rawlink(this.onReady);
    if (this.timeout === undefined || this.timeout === null) return;
    this.timer = this.hub.callLater(this.timeout, 'wait', () => this.waiter.switch('timeout'), { last: true });
  }

  private end(): IteratorReturnResult<undefined> {
    this.left = 0;
    this.timer?.stop();
    for (const object of this.objects) object.unlink(this.onReady);
    return { done: true, value: undefined };
  }
}

function* collect<O extends Linkable>(iterator: WaitIterator<O>, raiseError = false): Steps<O[]> {
  const ready: O[] = [];
  for (let next = yield* iterator.next(); !next.done; next = yield* iterator.next()) {
    const { exception } = next.value;
    if (raiseError && exception instanceof Error) throw exception;
    ready.push(next.value);
  }
  return ready;
}

/** Let main run the loop until nothing is left to run. */
function* waitForLoop({ timeout }: WaitOptions): Steps<boolean> {
  if (!getcurrent().isMain) throw new AssertionError('only possible from the MAIN greenlet');
  const hub = getHub();
  const waiter = new Waiter<void>(hub);
  const isGiven = timeout !== undefined && timeout !== null;
  const timer = isGiven ? hub.callLater(timeout, 'wait', () => waiter.switch(), { isIgnored: true }) : undefined;
  try {
    yield* waiter.get({ label: 'the end', isEnd: true });
    return false;
  } catch (error) {
    if (error instanceof LoopExit) return true;
    throw error;
  } finally {
    timer?.stop();
  }
}

/** How many names are given. */
const MAX_NAMES = 3;

function namesOf(objects: ReadonlySet<Linkable>): string {
  const names: string[] = [];
  for (const object of objects) {
    if (names.push((object as { name?: string }).name ?? typeName(object)) === MAX_NAMES) break;
  }
  return objects.size > MAX_NAMES ? `${names.join(', ')}, ...` : names.join(', ');
}
