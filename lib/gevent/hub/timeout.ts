/**
 * Timeout: an error that is thrown where a greenlet waits, once its time has come.
 *
 * It is thrown in the greenlet that called `start`, whatever that waits for then, unless it is
 * cancelled before. So whoever starts one has to cancel it, on every path; `run` does.
 *
 * As it may be thrown anywhere, many may be under way at once, one around the other: whoever catches
 * one looks whether it is his own.
 *
 * Counterpart: gevent/timeout.py. What Python writes as `with timeout:` is `timeout.run(body)`.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import {
  AssertionError,
  BaseException,
  type ErrorClass,
  isErrorClass,
  nameAfterClass,
  RuntimeError,
} from '../../errors';
import { peekCurrentTask } from '../../future/registry';
import type { Move } from '../../greenlet/move';
import { getcurrent, type RawGreenlet } from '../../greenlet/raw-greenlet';
import { repr } from '../../repr';
import { checkSeconds } from '../../seconds';
import { type Blocking, blockingCall, type Given, resultOf, type Steps } from './blocking-call';
import type { Callback } from './callback';
import { getHub, Hub } from './hub';
import { throwInto } from './pause';

/** What is thrown in place of the Timeout: an error, or a class of errors. A text is said by the Timeout; false silences it, for `run`. */
export type TimeoutException = Error | ErrorClass | string | false | null;

/**
 * Throw `exception`, otherwise itself, in the current greenlet after `seconds` (gevent.Timeout).
 *
 * @example
 * const timeout = gevent.Timeout.startNew(10);
 * try {
 *   gevent.sleep(60);
 * } catch (error) {
 *   if (error !== timeout) throw error; // after 10 seconds, it is
 * } finally {
 *   timeout.close();
 * }
 */
export class Timeout extends BaseException {
  private timer: Callback | undefined = undefined;
  /** How long it still counts: as libev's timers, one that was stopped goes on where it was. */
  private left: number;
  private due = 0;
  private isClosed = false;

  /**
   * @param seconds until it is thrown, from its start; undefined or null for never.
   * @param exception what is thrown in its place.
   */
  constructor(
    readonly seconds?: number | null,
    readonly exception: TimeoutException = null,
  ) {
    super();
    if (seconds !== undefined && seconds !== null) checkSeconds('seconds', seconds);
    this.left = seconds ?? 0;
    this.message = textOf(seconds, exception);
  }

  /** Make one, and start it. One that is made already is started, unless it is pending. */
  static startNew(timeout?: number | Timeout | null, exception?: TimeoutException): Timeout {
    const made = timeout instanceof Timeout ? timeout : new Timeout(timeout, exception);
    if (!made.pending) made.start();
    return made;
  }

  /**
   * Begin to count, or go on where it was cancelled.
   *
   * @throws AssertionError while it is pending, and once it was closed; RuntimeError in a task, which does not switch: `run` will do there.
   */
  start(): void {
    if (this.pending) throw new AssertionError(`${repr(this)} is already started; to restart it, cancel it first`);
    if (this.seconds === undefined || this.seconds === null) return;
    if (this.isClosed) throw new AssertionError('non-expiring timer cannot be started');
    const greenlet = getcurrent();
    const hub = getHub();
    if ((greenlet.isMain || greenlet instanceof Hub) && peekCurrentTask(hub.loop) !== undefined) {
      throw new RuntimeError('a task cannot start a Timeout of gevent: use timeout.run(body), or asyncio.timeout()');
    }
    this.due = hub.loop.time() + this.left;
    this.timer = hub.callLater(this.left, 'Timeout', () => this.expire(greenlet), { last: true });
  }

  private expire(greenlet: RawGreenlet): Move | undefined {
    this.left = 0;
    return throwInto(greenlet, this.thrown());
  }

  private thrown(): Error {
    const { exception } = this;
    if (exception instanceof Error) return exception;
    return isErrorClass(exception) ? Reflect.construct(exception, []) : this;
  }

  /** Whether it is started, and was neither thrown nor cancelled. */
  get pending(): boolean {
    return this.timer?.pending ?? false;
  }

  /** Do not throw, if that has not happened. It may be started again, for what is left. */
  cancel(): void {
    if (!this.pending) return;
    this.left = Math.max(0, this.due - getHub().loop.time());
    this.timer?.stop();
  }

  /** Do not throw, if that has not happened, and never again. */
  close(): void {
    this.cancel();
    this.isClosed = true;
  }

  /**
   * Run `body` while this is pending, and give its result; cancel it on every path (Python's `with`).
   * One that was made with false for its exception ends the body, and nothing else: then undefined is given.
   *
   * @throws this, or what is thrown in its place, where the body takes too long; what the body throws.
   * @example
   * new gevent.Timeout(10, false).run(() => gevent.sleep(60)); // undefined, after 10 seconds
   */
  run<R>(body: (timeout: this) => R): Blocking<Given<R>> {
    return blockingCall('Timeout.run', () => this.around(body)) as Blocking<Given<R>>;
  }

  private *around(body: (timeout: this) => unknown): Steps<unknown> {
    try {
      if (!this.pending) this.start();
      return yield* resultOf(body(this));
    } catch (error) {
      if (error !== this || this.exception !== false) throw error;
      return undefined;
    } finally {
      this.close();
    }
  }

  /** Start it: what `asyncWith` does first. */
  aenter(): Coroutine<this> {
    return new Coroutine(this.enter(), 'Timeout.aenter');
  }

  private *enter(): Generator<Yielded, this, unknown> {
    if (!this.pending) this.start();
    return this;
  }

  /** Cancel it: what `asyncWith` does last. */
  aexit(error: Error | undefined): Coroutine<boolean> {
    return new Coroutine(this.exit(error), 'Timeout.aexit');
  }

  private *exit(error: Error | undefined): Generator<Yielded, boolean, unknown> {
    this.close();
    return error === this && this.exception === false;
  }
}
nameAfterClass(Timeout);

function textOf(seconds: number | null | undefined, exception: TimeoutException): string {
  if (seconds === undefined || seconds === null) return '';
  const text = `${seconds} second${seconds === 1 ? '' : 's'}`;
  if (exception === null) return text;
  if (exception === false) return `${text} (silent)`;
  return `${text}: ${exception instanceof Error ? exception.message : String(exception)}`;
}

/** Start a Timeout for what has one as an option; undefined for none. */
export function startTimeout(
  seconds: number | Timeout | null | undefined,
  exception?: TimeoutException,
): Timeout | undefined {
  return seconds === undefined || seconds === null ? undefined : Timeout.startNew(seconds, exception);
}
