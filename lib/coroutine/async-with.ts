/**
 * asyncWith: Python's `async with`.
 *
 * Enter the manager, run the body, leave the manager: on every path, with the error that
 * ends the body, if one does. A manager that answers true has dealt with the error.
 *
 * Counterpart: PEP 492, `async with`; `aenter` and `aexit` are its `__aenter__` and `__aexit__`.
 */

import { GeneratorExit, linkContext, toError } from '../errors';
import { repr, typeName } from '../repr';
import { type AwaitableLike, getAwaitable, type Yielded } from './awaitable';
import { Coroutine } from './coroutine';

/** Something to be entered, and left again. */
export interface AsyncContextManager<T> {
  /** Begin; what it gives when awaited is the body's argument. */
  aenter(): AwaitableLike<T>;
  /**
   * End; true, when awaited, for an error that is dealt with.
   *
   * @param error what ended the body; undefined when it came to its end.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: one that returns nothing has dealt with no error
  aexit(error: Error | undefined): AwaitableLike<boolean | undefined | void>;
}

/**
 * Run `body`, a generator function or an async function, inside `manager`. It is given
 * what entering returned. Gives what the body returns; undefined when the manager
 * suppressed its error. Adds no iteration to those that the manager and the body take.
 * Cancelled, it is left as by any other error: with the CancelledError.
 *
 * @throws when awaited: what ended the body, or what entering or leaving throws.
 * @example
 * yield* asyncWith(timeout(10), function* () {
 *   yield* sleep(60);
 * }); // TimeoutError, after 10 seconds
 */
export function asyncWith<T, R>(manager: AsyncContextManager<T>, body: (target: T) => AwaitableLike<R>): Coroutine<R> {
  if (typeof manager?.aenter !== 'function' || typeof manager.aexit !== 'function') {
    throw new TypeError(`'${typeName(manager)}' object does not support the asynchronous context manager protocol`);
  }
  if (typeof body !== 'function') throw new TypeError(`asyncWith() expects a function to run, got ${repr(body)}`);
  return new Coroutine(enterAndLeave(manager, body), 'asyncWith');
}

function* enterAndLeave<T, R>(
  manager: AsyncContextManager<T>,
  body: (target: T) => AwaitableLike<R>,
): Generator<Yielded, R, unknown> {
  const target = yield* getAwaitable(manager.aenter());
  let result: R | undefined;
  let error: Error | undefined;
  let closed = true;
  try {
    result = yield* getAwaitable(body(target));
    closed = false;
  } catch (thrown) {
    error = toError(thrown);
    closed = false;
  } finally {
    // Neither returned nor thrown: this coroutine is being closed, half-way.
    if (closed) yield* leave(manager, new GeneratorExit());
  }
  const suppressed = yield* leave(manager, error);
  if (error !== undefined && !suppressed) throw error;
  return result as R;
}

/** Leave `manager`. An error that it throws, it throws while handling `error`. */
function* leave(manager: AsyncContextManager<unknown>, error: Error | undefined): Generator<Yielded, unknown, unknown> {
  try {
    return yield* getAwaitable(manager.aexit(error));
  } catch (thrown) {
    if (thrown instanceof Error) linkContext(thrown, error);
    throw thrown;
  }
}
