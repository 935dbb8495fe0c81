/**
 * What can stand after `await`, and after `yield*`.
 *
 * To wait for something is to run its iterator inside one's own: every value that the
 * iterator yields goes up, through all who wait, to the task, which knows what to do
 * with it; what the iterator returns is the value of the `yield*` expression. That is
 * the whole protocol, and JavaScript's `yield*` does it as Python's `yield from` does.
 *
 * `Awaitable` is the class of what may be waited for: coroutines, futures, tasks, and
 * any class of the user's that extends it. Plain generators count too. An array has an
 * iterator as well, and is no awaitable: hence a class and not a mere `Symbol.iterator`.
 *
 * Counterpart: collections.abc.Awaitable, PEP 492 (`__await__` is `[Symbol.iterator]`).
 */

import { repr, showAsString, typeName } from '../repr';

/** What a coroutine yields on its way to the task that drives it: a future to wait for, or undefined. */
export type Yielded = unknown;

/** Whatever `await` takes: an Awaitable, a generator, or the call of an async function, which TypeScript takes for a Promise. */
export type AwaitableLike<T> = Awaitable<T> | Generator<Yielded, T, unknown> | PromiseLike<T>;

/** What awaiting an `A` gives. */
export type ResultOf<A> =
  A extends Generator<unknown, infer T, never> ? T : A extends PromiseLike<infer T> ? T : unknown;

/**
 * What can be waited for: by `yield*` in a generator, by `await` in an async function.
 *
 * @example
 * class Twice extends Awaitable<number> {
 *   *[Symbol.iterator]() { yield; yield; return 2; } // two iterations, then 2
 * }
 * yield* new Twice(); // 2
 */
export abstract class Awaitable<T> {
  /** Give the iterator that runs inside whoever waits (Python's `__await__`): what it returns is the result. */
  abstract [Symbol.iterator](): Iterator<Yielded, T, unknown>;

  /**
   * Refuse to be awaited by native code. Only the type serves: by it TypeScript knows
   * what `await` gives. An async function that is ours never calls this; V8's would,
   * and would then wait in the host's scheduler, which the loop does not run.
   */
  declare readonly then: PromiseLike<T>['then'];
}
showAsString(Awaitable);

Object.defineProperty(Awaitable.prototype, 'then', {
  value(this: Awaitable<unknown>): never {
    throw new TypeError(`${repr(this)} was awaited by native code, outside the event loop: ${REMEDY}`);
  },
});

/** Tell whether `await object` is possible (inspect.isawaitable). */
export function isawaitable(object: unknown): object is Awaitable<unknown> | Generator<Yielded, unknown, unknown> {
  return object instanceof Awaitable || isgenerator(object) || isDuckFuture(object);
}

/** Tell whether `object` is a generator: the object that calling a `function*` gives. */
export function isgenerator(object: unknown): object is Generator<Yielded, unknown, unknown> {
  return Object.prototype.toString.call(object) === '[object Generator]';
}

/**
 * Give what `yield*` takes in place of `await object`.
 *
 * @throws TypeError, at once, when `object` cannot be awaited; a native promise is told apart.
 */
export function getAwaitable<T>(object: AwaitableLike<T>): Iterable<Yielded, T, unknown> {
  if (object instanceof Awaitable || isawaitable(object)) return object as Iterable<Yielded, T, unknown>;
  throw notAwaitable(object, `object ${typeName(object)} can't be used in 'await' expression`);
}

/**
 * Make the error for an `object` that cannot be waited for: `text`, and for a native
 * promise also what to do. A TypeError, unless another class is given.
 */
export function notAwaitable(object: unknown, text: string, ErrorType: new (text: string) => Error = TypeError): Error {
  if (!isPromise(object)) return new ErrorType(text);
  return new ErrorType(`${text}: it is a native promise, which only the host's scheduler can fulfil. ${REMEDY}`);
}

const REMEDY =
  'Compile async functions for yieldstar: in tsconfig.json set "target": "ES2016" (any below ES2017) and ' +
  '"noEmitHelpers": true, or write a generator and use yield*';

/** Tell whether `object` is a native promise, or any other thenable that is none of ours. */
export function isPromise(object: unknown): boolean {
  return (
    !(object instanceof Awaitable) && typeof (object as { then?: unknown } | null | undefined)?.then === 'function'
  );
}

/** asyncio's own duck test: a class that carries this mark says that it is a future. */
function isDuckFuture(object: unknown): boolean {
  const mark = (object as { asyncioFutureBlocking?: unknown } | null | undefined)?.asyncioFutureBlocking;
  return mark !== undefined && mark !== null && typeof (object as Iterable<unknown>)[Symbol.iterator] === 'function';
}
