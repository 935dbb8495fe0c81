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
 * The class of what `except Exception` does not catch: cancellation, and the requests to leave the program.
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

/** The future or task was cancelled (asyncio.CancelledError). `args` holds the message given to `cancel`. */
export class CancelledError extends BaseException {}

/** The request to leave the program: passes through every task and out of the loop. `code` is the exit status, or a text to print with status 1. */
export class SystemExit extends BaseException {
  constructor(readonly code: number | string = 0) {
    super(code);
  }
}

/** The user's request to leave the program (Ctrl-C, in Python): passes through every task and out of the loop. */
export class KeyboardInterrupt extends BaseException {}

/** A generator is being closed: what a context manager is told then (Python's GeneratorExit). */
export class GeneratorExit extends BaseException {}

/** An operation is not allowed in this state (asyncio.InvalidStateError). */
export class InvalidStateError extends Error {}

/**
 * The operating system, or a network, has failed to do something (Python's OSError). Made of a number and what it
 * means, or of a message.
 *
 * @example
 * new OSError(113, 'No route to host').message; // '[Errno 113] No route to host'
 */
export class OSError extends Error {
  /** The number and what it means, or the message; empty where there is none. */
  declare readonly args: readonly (number | string)[];

  constructor(errno: number, strerror: string);
  constructor(message?: string, options?: ErrorOptions);
  constructor(first?: number | string, second?: string | ErrorOptions) {
    if (typeof first === 'number') super(`[Errno ${first}] ${second}`);
    else super(first, second as ErrorOptions);
    const args = typeof first === 'number' ? [first, second] : first ? [first] : [];
    Object.defineProperty(this, 'args', { value: args });
  }

  /** The number of the error (errno.h); undefined where it has none. */
  get errno(): number | undefined {
    return this.args.length === 2 ? (this.args[0] as number) : undefined;
  }

  /** What the number means; undefined where there is none. */
  get strerror(): string | undefined {
    return this.args.length === 2 ? (this.args[1] as string) : undefined;
  }
}

/** A deadline passed (Python's TimeoutError, which is asyncio's). Its message is empty, as there, unless it was the network's deadline. */
export class TimeoutError extends OSError {}

/** An error of no other kind (Python's RuntimeError). */
export class RuntimeError extends Error {}

/** An argument has the right type and a wrong value (Python's ValueError). */
export class ValueError extends Error {}

/** A number is too large, or too small, for what it stands for (Python's OverflowError). */
export class OverflowError extends Error {}

/** A barrier was aborted or reset while it was waited for (asyncio.BrokenBarrierError). */
export class BrokenBarrierError extends RuntimeError {}

/** Something assumed does not hold (Python's AssertionError). */
export class AssertionError extends Error {}

for (const type of [
  BaseException,
  CancelledError,
  SystemExit,
  KeyboardInterrupt,
  GeneratorExit,
  InvalidStateError,
  OSError,
  TimeoutError,
  RuntimeError,
  ValueError,
  OverflowError,
  BrokenBarrierError,
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

/** A class to make errors of. */
// biome-ignore lint/suspicious/noExplicitAny: a class of errors may be made with anything
export type ErrorClass = abstract new (...args: any[]) => Error;

/** Tell whether `object` is a class of errors, as against an error, or a function. */
export function isErrorClass(object: unknown): object is ErrorClass {
  return object === Error || (typeof object === 'function' && object.prototype instanceof Error);
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
 * Give the exception that was being handled when `error` was raised (Python's
 * `__context__`); undefined where none is known.
 */
export function contextOf(error: Error): Error | undefined {
  return (error as WithContext).context;
}

/**
 * Set the exception that was being handled when `error` was raised; a frozen error has none.
 * Where that one came, in the end, from `error` itself, the chain is cut there, as Python
 * does: it never leads back to where it began.
 */
export function setContext(error: Error, context: Error | undefined): void {
  if (context === error || !Object.isExtensible(error)) return;
  const chain = new Set<Error>();
  for (let each = context; each !== undefined && !chain.has(each); each = contextOf(each)) {
    chain.add(each);
    if (contextOf(each) === error) defineContext(each, undefined);
  }
  defineContext(error, context);
}

function defineContext(error: Error, context: Error | undefined): void {
  Reflect.defineProperty(error, 'context', { value: context, writable: true, configurable: true });
}

/** Take note that `error` was raised while `handled` was being handled, unless it has a context already. */
export function linkContext(error: Error, handled: Error | undefined): void {
  if (error !== handled && contextOf(error) === undefined) setContext(error, handled);
}

type WithContext = Error & { context?: Error };
