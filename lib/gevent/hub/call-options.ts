/**
 * What in Python are keyword arguments of calls that wait: `block`, `timeout` and their kin.
 *
 * They may be given by position, as there, or by name, as an object in place of the first of them:
 * `queue.get(true, 1)` is `queue.get({ timeout: 1 })`.
 *
 * Counterpart: none.
 */

import type { Timeout } from './timeout';

/** How long to wait at most, in seconds; undefined or null for as long as it takes. */
export type Seconds = number | null | undefined;

/** The same, or a Timeout, which is started. */
export type Limit = Seconds | Timeout;

/** Whether, and for how long, to wait. */
export interface BlockOptions {
  readonly block?: boolean;
  readonly timeout?: Limit;
}

/** The same, as locks call it. */
export interface AcquireOptions {
  readonly blocking?: boolean;
  readonly timeout?: Limit;
}

/** For how long, and for how many, to wait. */
export interface WaitOptions {
  readonly timeout?: Seconds;
  /** How many are enough; otherwise all. */
  readonly count?: number | null;
  /** Whether the error of one that fails is thrown. For `joinall` only. */
  readonly raiseError?: boolean;
}

/** With what, and whether to wait for the end, and for how long. */
export interface KillOptions extends BlockOptions {
  /** What is thrown: an error or a class of errors, otherwise GreenletExit. */
  readonly exception?: Exception;
}

/** What may be thrown into a greenlet: an error, or a class of errors. */
export type Exception = Error | (new () => Error);

/** Give the options that are meant by `block`, or by it and `timeout`. */
export function blockOptions(block: boolean | BlockOptions = {}, timeout?: Limit): BlockOptions {
  return typeof block === 'boolean' ? { block, timeout } : block;
}

/** Give the options that are meant by `blocking`, or by it and `timeout`. */
export function acquireOptions(blocking: boolean | AcquireOptions = {}, timeout?: Limit): BlockOptions {
  if (typeof blocking === 'boolean') return { block: blocking, timeout };
  return { block: blocking.blocking, timeout: blocking.timeout };
}

/** Give the options that are meant by `timeout`, or by it and those that follow it. */
export function waitOptions(timeout: Seconds | WaitOptions, count?: number | null, raiseError?: boolean): WaitOptions {
  return typeof timeout === 'object' && timeout !== null ? timeout : { timeout, count, raiseError };
}

/** Give the options that are meant by `exception`, or by it and those that follow it. */
export function killOptions(exception?: Exception | KillOptions, block?: boolean, timeout?: Limit): KillOptions {
  const isException = typeof exception === 'function' || exception instanceof Error || exception === undefined;
  return isException ? { exception, block, timeout } : exception;
}
