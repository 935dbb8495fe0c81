/**
 * Coroutine functions: what gives a coroutine when it is called.
 *
 *     coroutine(function* () { … yield* …  })     a generator does the work
 *     coroutine(async function () { … await … })  the host does, driven by this library (native-code.ts)
 *     async function () { … await … }             compiled for this library: is one already
 *
 * Of each, nothing runs before the coroutine's first step.
 *
 * Counterpart: types.coroutine, `async def`, and asyncio.iscoroutinefunction.
 */

import { RuntimeError } from '../errors';
import { repr } from '../repr';
import { type AwaitableLike, getAwaitable, isgenerator, isNativeCall, isPromise, type Yielded } from './awaitable';
import { Coroutine, type CoroutineLike, iscoroutine } from './coroutine';
import { nativeCode } from './native-code';

/** A function whose call gives a Coroutine. */
export type CoroutineFunction<This, A extends unknown[], T> = (this: This, ...args: A) => Coroutine<T>;

/** The functions that `coroutine` made, and others of which it is said that they give coroutines. */
const coroutineFunctions = new WeakSet<object>();

/** Say that `func`, which `coroutine` did not make, gives coroutines. */
export function markCoroutineFunction<F extends (...args: never[]) => Coroutine<unknown>>(func: F): F {
  coroutineFunctions.add(func);
  return func;
}

/**
 * Make a coroutine function: calling it gives a Coroutine, and runs nothing. It may be made of a
 * generator function; of an async function, whoever compiled it; or of any other function that
 * gives what can be awaited.
 *
 * @throws TypeError when `func` is no such function; when awaited, if what `func` gives cannot be.
 * @example
 * const hello = coroutine(function* (n: number) {
 *   yield* sleep(n);
 *   return n;
 * });
 * const n = yield* hello(1); // a number
 */
export function coroutine<This, A extends unknown[], T>(
  func: (this: This, ...args: A) => Generator<Yielded, T, unknown>,
): CoroutineFunction<This, A, T>;
export function coroutine<This, A extends unknown[], T>(
  func: (this: This, ...args: A) => AwaitableLike<T>,
): CoroutineFunction<This, A, T>;
export function coroutine<This, A extends unknown[], T>(
  func: (this: This, ...args: A) => AwaitableLike<T>,
): CoroutineFunction<This, A, T> {
  if (typeof func !== 'function' || kindOf(func) === 'AsyncGeneratorFunction') {
    throw new TypeError(`coroutine() expects a generator function or an async function, got ${repr(func)}`);
  }
  const name = func.name || 'coroutine';
  const call = isGeneratorFunction(func) ? ofGenerators(func, name) : ofOthers(func, name);
  Object.defineProperty(call, 'name', { value: name });
  coroutineFunctions.add(call);
  return call;
}

type Given<This, A extends unknown[], T> = (this: This, ...args: A) => AwaitableLike<T>;

function ofGenerators<This, A extends unknown[], T>(
  func: Given<This, A, T>,
  name: string,
): CoroutineFunction<This, A, T> {
  return function (...args) {
    return new Coroutine(func.apply(this, args) as Generator<Yielded, T, unknown>, name);
  };
}

function ofOthers<This, A extends unknown[], T>(func: Given<This, A, T>, name: string): CoroutineFunction<This, A, T> {
  const isAsync = kindOf(func) === 'AsyncFunction';
  return function (...args) {
    const native = isAsync ? nativeCode() : undefined;
    const call = () => func.apply(this, args);
    return new Coroutine(native === undefined ? awaitCall(call) : native.drive(call as () => PromiseLike<T>), name);
  };
}

function* awaitCall<T>(call: () => AwaitableLike<T>): Generator<Yielded, T, unknown> {
  return yield* getAwaitable(call());
}

/** Tell whether a task can be made of `object`: a coroutine, a plain generator, or a native promise where those can be driven. */
export function isCoroutineLike<T>(object: AwaitableLike<T>): object is CoroutineLike<T>;
export function isCoroutineLike(object: unknown): object is CoroutineLike<unknown>;
export function isCoroutineLike(object: unknown): boolean {
  return iscoroutine(object) || isNativeCall(object);
}

/** The plain generators that `coroutineOf` was given. */
const taken = new WeakSet<object>();

/**
 * Give a coroutine as it is, and make one of a plain generator, or of a native promise.
 *
 * @throws RuntimeError for a generator given before: it may have ended, and does not tell.
 */
export function coroutineOf<T>(coro: CoroutineLike<T>): Coroutine<T> {
  if (coro instanceof Coroutine) return coro;
  if (isPromise(coro)) return new Coroutine(getAwaitable(coro) as Generator<Yielded, T, unknown>, 'async_call');
  if (taken.has(coro)) throw new RuntimeError('cannot reuse already awaited coroutine');
  taken.add(coro);
  return new Coroutine(coro as Generator<Yielded, T, unknown>);
}

/**
 * Give `awaitable` as it is, but a coroutine in place of a native promise: such a call has begun, and
 * whoever is to drive it has to take it over while nothing else has run (lib/native).
 */
export function takeOver<T>(awaitable: AwaitableLike<T>): AwaitableLike<T> {
  return isNativeCall(awaitable) ? coroutineOf(awaitable as PromiseLike<T>) : awaitable;
}

/** Close `coro`, whatever it is: nothing of it will run any more. A native call, which has begun, ends where it awaits. */
export function closeCoroutine(coro: CoroutineLike<unknown>): void {
  if (isgenerator(coro)) coro.return(undefined);
  else coroutineOf(coro).close();
}

/**
 * Tell whether calling `func` gives a coroutine: a `coroutine(…)`, a generator function,
 * or an async function, whoever compiled it (asyncio.iscoroutinefunction).
 */
export function iscoroutinefunction(func: unknown): boolean {
  if (typeof func !== 'function') return false;
  return (
    coroutineFunctions.has(func) ||
    isGeneratorFunction(func) ||
    kindOf(func) === 'AsyncFunction' ||
    AWAITER_CALL.test(Function.prototype.toString.call(func))
  );
}

/** What TypeScript puts before the call of `__awaiter` where the function uses `super`, or `arguments`. */
const SUPER = /(?:const _super\w* = Object\.create\(null, \{[\s\S]*?\}\);\s*)?/.source;
const ARGUMENTS = /(?:var arguments_\d+ = arguments;\s*)?/.source;
const PARAMETERS = /[^{]*/.source;
const ARROW = /=>\s*/.source;
const BLOCK = `${/\{\s*/.source}${SUPER}${ARGUMENTS}${/return\s+/.source}`;

/** An async function is, once compiled, a function that only calls `__awaiter`: its text is all that tells. */
const AWAITER_CALL = new RegExp(`^${PARAMETERS}(?:${ARROW}|${BLOCK})${/__awaiter\(/.source}`);

function isGeneratorFunction(func: unknown): boolean {
  return kindOf(func) === 'GeneratorFunction';
}

/** Tell what kind of function the language has `func` for: a Function, an AsyncFunction or another. */
function kindOf(func: unknown): string {
  return Object.prototype.toString.call(func).slice('[object '.length, -1);
}
