/**
 * timeout: an end to what takes too long.
 *
 *     created --enter--> active --leave--> finished
 *                          | the deadline passes: the task is cancelled
 *                          v
 *                       expiring --leave--> expired
 *
 * At the deadline the task is cancelled, as anybody might; on leaving, that request is
 * taken back, and the CancelledError that it raised becomes a TimeoutError. But only if no
 * other request has come since entering: `cancelling()` tells. A cancellation from outside
 * is never swallowed.
 *
 * Counterpart: asyncio/timeouts.py.
 */

import type { AsyncContextManager } from '../coroutine/async-with';
import { Coroutine } from '../coroutine/coroutine';
import { CancelledError, contextOf, RuntimeError, setContext, TimeoutError } from '../errors';
import { ExceptionGroup } from '../exception-group';
import type { Cancellable } from '../future/abstract-event-loop';
import { setAwaiter } from '../future/awaiters';
import { getRunningLoop } from '../future/running-loop';
import { showAsString } from '../repr';
import { checkSeconds } from '../seconds';
import { currentTask } from './current-task';
import type { Task } from './task';

type TimeoutState = 'created' | 'active' | 'expiring' | 'expired' | 'finished';

/**
 * A deadline for what runs inside, at which that is cancelled (asyncio.Timeout). Made by
 * `timeout` and `timeoutAt`; entered with `asyncWith`.
 *
 * @example
 * yield* asyncWith(timeout(1), function* (limit) {
 *   limit.reschedule(loop.time() + 10); // there is more to do than was thought
 *   yield* sleep(5);
 *   limit.expired(); // false
 * });
 */
export class Timeout implements AsyncContextManager<Timeout> {
  private state: TimeoutState = 'created';
  private timeoutHandler: Cancellable | undefined = undefined;
  private task: Task | undefined = undefined;
  /** How often the task had been asked to cancel when it entered. */
  private cancellingBefore = 0;

  constructor(private deadline: number | null) {}

  /** Give the deadline, in seconds of the loop's clock; null where there is none. */
  when(): number | null {
    return this.deadline;
  }

  /**
   * Move the deadline; null for none. One that is past lets the timeout expire in the next iteration.
   *
   * @throws RuntimeError unless entered, and neither left nor expired.
   */
  reschedule(when: number | null): void {
    if (this.state === 'created') throw new RuntimeError('Timeout has not been entered');
    if (this.state !== 'active') throw new RuntimeError(`Cannot change state of ${this.state} Timeout`);
    if (!isNone(when)) checkSeconds('when', when);
    this.deadline = isNone(when) ? null : when;
    this.timeoutHandler?.cancel();
    this.timeoutHandler = isNone(when) ? undefined : this.schedule(when);
  }

  private schedule(when: number): Cancellable {
    const loop = getRunningLoop();
    const onTimeout = setAwaiter(this.onTimeout.bind(this), () => this.task);
    if (when <= loop.time()) return loop.callSoon(onTimeout);
    return loop.callAt(when, onTimeout);
  }

  private onTimeout(): void {
    this.task?.cancel();
    this.state = 'expiring';
    this.timeoutHandler = undefined;
  }

  /** Tell whether the deadline has passed inside. */
  expired(): boolean {
    return this.state === 'expiring' || this.state === 'expired';
  }

  /**
   * Enter: from now on the deadline counts. `asyncWith` calls this.
   *
   * @throws RuntimeError, when awaited, if entered before, or outside a task.
   */
  aenter(): Coroutine<Timeout> {
    return new Coroutine(this.enter(), 'Timeout.aenter');
  }

  private *enter(): Generator<never, Timeout, unknown> {
    if (this.state !== 'created') throw new RuntimeError('Timeout has already been entered');
    const task = currentTask();
    if (task === undefined) throw new RuntimeError('Timeout should be used inside a task');
    this.state = 'active';
    this.task = task;
    this.cancellingBefore = task.cancelling();
    this.reschedule(this.deadline);
    return this;
  }

  /**
   * Leave: the deadline counts no more. `asyncWith` calls this.
   *
   * @throws TimeoutError, when awaited, in place of the CancelledError that the deadline raised.
   */
  aexit(error: Error | undefined): Coroutine<undefined> {
    return new Coroutine(this.leave(error), 'Timeout.aexit');
  }

  private *leave(error: Error | undefined): Generator<never, undefined, unknown> {
    this.timeoutHandler?.cancel();
    this.timeoutHandler = undefined;
    if (this.state === 'active') this.state = 'finished';
    if (this.state !== 'expiring') return;
    this.state = 'expired';
    const requests = (this.task as Task).uncancel();
    if (requests > this.cancellingBefore || error === undefined) return;
    if (error instanceof CancelledError) throw timeoutErrorFrom(error);
    // The task will only later set what the error arose from.
    (this.task as Task).linkContext(error);
    insertTimeoutError(error);
    if (error instanceof ExceptionGroup) error.errors.forEach(insertTimeoutError);
  }

  toString(): string {
    const when = this.deadline === null ? 'None' : Math.round(this.deadline * 1000) / 1000;
    return `<Timeout [${this.state}]${this.state === 'active' ? ` when=${when}` : ''}>`;
  }
}
showAsString(Timeout);

/**
 * Limit what runs inside to `delay` seconds, counted from this call; null for no limit.
 *
 * At the deadline it cancels what runs inside, and TimeoutError comes out of `asyncWith` in
 * place of the CancelledError. A cancellation from outside comes out as it is. Entering and
 * leaving do not yield to the loop; so what never waits is never cancelled.
 *
 * @throws RuntimeError when no loop is running; TypeError when `delay` is no number, ValueError when it is NaN.
 * @example
 * try {
 *   yield* asyncWith(timeout(10), () => fetchAll());
 * } catch (error) {
 *   if (error instanceof TimeoutError) console.log('too slow');
 * }
 */
export function timeout(delay: number | null): Timeout {
  const loop = getRunningLoop();
  if (isNone(delay)) return new Timeout(null);
  checkSeconds('delay', delay);
  return new Timeout(loop.time() + delay);
}

/**
 * Limit what runs inside to the time before the loop's clock shows `when` seconds; null for no
 * limit. At the deadline it does as `timeout` does.
 *
 * @throws TypeError when `when` is no number, ValueError when it is NaN.
 * @example
 * const deadline = loop.time() + 10; // for both pages
 * yield* asyncWith(timeoutAt(deadline), () => fetchPage());
 * yield* asyncWith(timeoutAt(deadline), () => fetchPage());
 */
export function timeoutAt(when: number | null): Timeout {
  if (isNone(when)) return new Timeout(null);
  checkSeconds('when', when);
  return new Timeout(when);
}

function isNone(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** Make the TimeoutError that takes the place of `error`. */
export function timeoutErrorFrom(error: CancelledError): TimeoutError {
  const timeoutError = new TimeoutError('', { cause: error });
  setContext(timeoutError, error);
  return timeoutError;
}

/** Put a TimeoutError between the first CancelledError that `error` arose from and what arose from it. */
function insertTimeoutError(error: Error): void {
  for (let each = error, context = contextOf(each); context !== undefined; each = context, context = contextOf(each)) {
    if (context instanceof CancelledError) {
      setContext(each, timeoutErrorFrom(context));
      return;
    }
  }
}
