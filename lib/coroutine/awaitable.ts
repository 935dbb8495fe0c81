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
import { isResolvingAsItIs, nativeCode } from './native-code';

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
   * Called by the host where native code awaits this. The type serves all: by it TypeScript
   * knows what `await` gives. An async function that is ours never calls this.
   *
   * @throws TypeError where nothing drives native code.
   */
  declare readonly then: PromiseLike<T>['then'];
}
showAsString(Awaitable);

type Then = (this: Awaitable<unknown>, resolve: (value: unknown) => void, reject: (error: unknown) => void) => void;

const then: Then = function (resolve, reject) {
  const native = nativeCode();
  if (native === undefined) throw new TypeError(`${repr(this)} was awaited by native code: ${WITHOUT_NATIVE_CODE}`);
  // V8 gives both. What then() would have to return, a promise, is made by an async function that awaits.
  if (typeof reject !== 'function') throw new TypeError(`then() of ${repr(this)} is for await: await it, and go on`);
  native.awaited(this, resolve, reject);
};

Object.defineProperty(Awaitable.prototype, 'then', {
  get: () => {
    if (isResolvingAsItIs()) return undefined;
    nativeCode()?.aboutToAwait();
    return then;
  },
});

/** Tell whether `await object` is possible (inspect.isawaitable). Of a native promise it is, where native code can be driven. */
export function isawaitable(object: unknown): object is AwaitableLike<unknown> {
  return isIterableAwaitable(object) || isNativeCall(object);
}

function isIterableAwaitable(object: unknown): object is Iterable<Yielded, unknown, unknown> {
  return object instanceof Awaitable || isgenerator(object) || isDuckFuture(object);
}

/** Tell whether `object` is a generator: the object that calling a `function*` gives. */
export function isgenerator(object: unknown): object is Generator<Yielded, unknown, unknown> {
  return Object.prototype.toString.call(object) === '[object Generator]';
}

/**
 * Give what `yield*` takes in place of `await object`.
 *
 * @throws TypeError, at once, when `object` cannot be awaited.
 */
export function getAwaitable<T>(object: AwaitableLike<T>): Iterable<Yielded, T, unknown> {
  if (isIterableAwaitable(object)) return object as Iterable<Yielded, T, unknown>;
  const native = nativeCode();
  if (native !== undefined && isPromise(object)) return native.takeOver(object);
  throw notAwaitable(object, `object ${typeName(object)} can't be used in 'await' expression`);
}

/**
 * Make the error for an `object` that cannot be waited for: `text`, and for a native promise also what
 * to do, as it can only be the host that cannot. A TypeError, unless another class is given.
 */
export function notAwaitable(object: unknown, text: string, ErrorType: new (text: string) => Error = TypeError): Error {
  if (!isPromise(object)) return new ErrorType(text);
  object.then(undefined, () => {}); // what its code awaits tells it the same
  return new ErrorType(`${text}: ${WITHOUT_NATIVE_CODE}`);
}

const WITHOUT_NATIVE_CODE =
  'this host cannot drive native async functions. Compile them for yieldstar: in tsconfig.json set "target": "ES2016" ' +
  '(any below ES2017) and "noEmitHelpers": true, or write generators and use yield*';

/** Tell whether `object` is a native promise, or any other thenable that is none of ours. */
export function isPromise<T>(object: AwaitableLike<T>): object is PromiseLike<T>;
export function isPromise(object: unknown): object is PromiseLike<unknown>;
export function isPromise(object: unknown): boolean {
  return (
    !(object instanceof Awaitable) && typeof (object as { then?: unknown } | null | undefined)?.then === 'function'
  );
}

/** Tell whether `object` is a native promise, and there is what drives native code: then it can be awaited. */
export function isNativeCall(object: unknown): object is PromiseLike<unknown> {
  return isPromise(object) && nativeCode() !== undefined;
}

/** asyncio's own duck test: a class that carries this mark says that it is a future. */
function isDuckFuture(object: unknown): boolean {
  const mark = (object as { asyncioFutureBlocking?: unknown } | null | undefined)?.asyncioFutureBlocking;
  return mark !== undefined && mark !== null && typeof (object as Iterable<unknown>)[Symbol.iterator] === 'function';
}
