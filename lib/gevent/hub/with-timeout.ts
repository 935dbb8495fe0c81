/**
 * withTimeout: call a function, and give it up if it takes too long.
 *
 * Counterpart: gevent.with_timeout.
 */

import { type Blocking, blockingCall, type Given, resultOf, type Steps } from './blocking-call';
import { Timeout } from './timeout';

/** What is called. Which arguments it takes is not checked: there may be one more. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Func<R> = (...args: any[]) => R;

/** A result, or what is given in its place. */
// biome-ignore lint/suspicious/noExplicitAny: see above
type Whatever = any;

/** A last argument of `withTimeout`, in place of Python's keyword. */
export interface TimeoutValue {
  /** What is given in place of a result, where the function takes too long. */
  readonly timeoutValue: unknown;
}

/**
 * Call `func(...args)`, and give its result; after `seconds`, what a last argument `{ timeoutValue }`
 * holds (gevent.with_timeout).
 *
 * @throws Timeout where it takes too long and there is no `timeoutValue`; what the function throws.
 * @example
 * gevent.withTimeout(10, gevent.sleep, 60, { timeoutValue: 'late' }); // 'late', after 10 seconds
 */
export function withTimeout(
  seconds: number | null,
  func: Func<unknown>,
  ...args: [...unknown[], TimeoutValue]
): Blocking<Whatever>;
export function withTimeout<R>(seconds: number | null, func: Func<R>, ...args: unknown[]): Blocking<Given<R>>;
export function withTimeout(seconds: number | null, func: Func<unknown>, ...args: unknown[]): Blocking<unknown> {
  return blockingCall('withTimeout', () => callInTime(seconds, func, args));
}

function* callInTime(seconds: number | null, func: Func<unknown>, args: unknown[]): Steps<unknown> {
  const last = args[args.length - 1];
  const hasValue = isTimeoutValue(last);
  const timeout = Timeout.startNew(seconds);
  try {
    return yield* resultOf(func(...(hasValue ? args.slice(0, -1) : args)));
  } catch (error) {
    if (error === timeout && hasValue) return last.timeoutValue;
    throw error;
  } finally {
    timeout.cancel();
  }
}

function isTimeoutValue(object: unknown): object is TimeoutValue {
  if (typeof object !== 'object' || object === null) return false;
  const keys = Object.keys(object);
  return keys.length === 1 && keys[0] === 'timeoutValue';
}
