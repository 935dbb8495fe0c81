/**
 * The errors that programs raise and catch.
 *
 * Counterpart: ERRORS and CATCHES in cpython/errors.py.
 */

import {
  BaseException,
  BaseExceptionGroup,
  CancelledError,
  ExceptionGroup,
  KeyboardInterrupt,
  RuntimeError,
  SystemExit,
  TimeoutError,
  ValueError,
} from '../lib';
import type { ErrorName, Structure } from './program';

/** An error of the user's: a class that the library does not know. */
class Oops extends Error {
  readonly args = ['o', 1];
  override readonly name = 'Oops';
}

const ERRORS: Record<ErrorName, () => Error> = {
  ValueError: () => new ValueError('v'),
  Oops: () => new Oops(),
  RuntimeError: () => new RuntimeError('r'),
  TimeoutError: () => new TimeoutError(),
  CancelledError: () => new CancelledError('own'),
  SystemExit: () => new SystemExit(3),
  KeyboardInterrupt: () => new KeyboardInterrupt(),
};

/** Make the error of that name. */
export function makeError(name: ErrorName): Error {
  return ERRORS[name]();
}

/** Tell whether `error` is none of Python's Exceptions. */
export function isBase(error: unknown): boolean {
  return error instanceof BaseExceptionGroup ? !(error instanceof ExceptionGroup) : error instanceof BaseException;
}

/** Tell whether an `except` of `kind` catches `error`. */
export function catches(kind: (Structure & { op: 'try' })['catches'], error: unknown): error is Error {
  if (kind === 'CancelledError') return error instanceof CancelledError;
  return kind === 'BaseException' || !isBase(error);
}
