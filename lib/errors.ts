/**
 * The errors that cross layers, named and worded as Python's.
 *
 * Python splits what can be thrown in two: `Exception`, which `except Exception`
 * catches, and the few `BaseException`s that pass it by: cancellation and the
 * requests to leave the program. JavaScript's `catch` has no such sieve, so the
 * split is a class here: everything thrown is an "Exception" unless it is a
 * `BaseException`, and a handler that means `except Exception` rethrows those.
 *
 * Counterpart: asyncio/exceptions.py and Python's built-in exceptions.
 */

import { repr } from './repr';

/**
 * Stand above what `except Exception` must not catch.
 *
 * @example
 * try { yield* work() } catch (error) {
 *   if (error instanceof BaseException) throw error; // a cancellation goes on
 *   recover(error);
 * }
 */
export class BaseException extends Error {
  /** What the exception was made with; any type goes through unchanged. */
  readonly args: readonly unknown[];

  constructor(...args: unknown[]) {
    super(args.length === 0 ? '' : typeof args[0] === 'string' ? args[0] : repr(args[0]));
    this.args = args;
  }
}

/** Report that the future or task was cancelled (asyncio.CancelledError). `args` holds the message given to `cancel`. */
export class CancelledError extends BaseException {}

/** Leave the program: passes through every task and out of the loop. `code` is the exit status, or a text to print with status 1. */
export class SystemExit extends BaseException {
  constructor(readonly code: number | string = 0) {
    super(code);
  }
}

/** Leave the program at the user's request: passes through every task and out of the loop. */
export class KeyboardInterrupt extends BaseException {}

/** End a generator that is closed: what a context manager is told then (Python's GeneratorExit). */
export class GeneratorExit extends BaseException {}

/** Report that an operation is not allowed in this state (asyncio.InvalidStateError). */
export class InvalidStateError extends Error {}

/** Report that a deadline passed (Python's TimeoutError, which is asyncio's). Its message is empty, as there. */
export class TimeoutError extends Error {}

/** Report an error of no other kind (Python's RuntimeError). */
export class RuntimeError extends Error {}

/** Report an argument of the right type and a wrong value (Python's ValueError). */
export class ValueError extends Error {}

/** Report that something assumed does not hold (Python's AssertionError). */
export class AssertionError extends Error {}

for (const type of [
  BaseException,
  CancelledError,
  SystemExit,
  KeyboardInterrupt,
  GeneratorExit,
  InvalidStateError,
  TimeoutError,
  RuntimeError,
  ValueError,
  AssertionError,
]) {
  nameAfterClass(type);
}

/** Give `type`'s instances their class's name, on the prototype, where Error keeps its own. */
export function nameAfterClass(type: { readonly name: string; readonly prototype: Error }): void {
  Object.defineProperty(type.prototype, 'name', { value: type.name, writable: true, configurable: true });
}

/** Tell whether `error` must leave the event loop at once: SystemExit and KeyboardInterrupt. */
export function leavesTheLoop(error: unknown): error is SystemExit | KeyboardInterrupt {
  return error instanceof SystemExit || error instanceof KeyboardInterrupt;
}

/**
 * Give what was thrown as an Error. JavaScript throws anything; Python refuses
 * `raise 5` with a TypeError, and so a thrown value that is no Error becomes that
 * TypeError, with the value as its `cause`.
 */
export function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new TypeError(
    `exceptions must derive from BaseException: ${repr(thrown)} was thrown; throw an Error instead`,
    {
      cause: thrown,
    },
  );
}

/**
 * The exception that was being handled when `error` was raised (Python's
 * `__context__`), where one is known.
 */
export function contextOf(error: Error): Error | undefined {
  return (error as WithContext).context;
}

/** Set the exception that was being handled when `error` was raised; a frozen error has none. */
export function setContext(error: Error, context: Error | undefined): void {
  if (!Object.isExtensible(error)) return;
  Object.defineProperty(error, 'context', { value: context, writable: true, configurable: true });
}

type WithContext = Error & { context?: Error };
