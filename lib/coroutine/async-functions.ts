/**
 * Async functions, without promises.
 *
 * For a target below ES2017 TypeScript compiles
 *
 *     async function f(a) { return g(await h(a)); }
 *
 * to a generator that yields what it awaits, handed to a helper by the name `__awaiter`:
 *
 *     function f(a) { return __awaiter(this, void 0, void 0, function* () { return g(yield h(a)); }); }
 *
 * With `noEmitHelpers` the helper is looked up as a global, and it is ours: the call
 * makes a coroutine and runs nothing, as in Python. `drive` is the coroutine's body: each
 * value that the function awaits, it awaits in turn, by `yield*`.
 *
 * Counterpart: PEP 492, which does the same to Python's `async def` in the interpreter.
 */

import { type AwaitableLike, getAwaitable, type Yielded } from './awaitable';
import { Coroutine } from './coroutine';

/** What an async function was compiled to: it yields what it awaits. */
type Body<T> = Generator<AwaitableLike<unknown>, T, unknown>;

/** Make the coroutine of an async function's call: TypeScript's `__awaiter`. */
export function awaiter<T>(
  thisArgument: unknown,
  args: ArrayLike<unknown> | undefined,
  _promiseConstructor: unknown,
  body: (...args: unknown[]) => Body<T>,
): Coroutine<T> {
  return new Coroutine(drive(body.apply(thisArgument, (args ?? []) as unknown[])), body.name || 'async_function');
}

function* drive<T>(body: Body<T>): Generator<Yielded, T, unknown> {
  let closed = true;
  try {
    const result = yield* follow(body, body.next());
    closed = false;
    return result;
  } catch (error) {
    closed = false;
    throw error;
  } finally {
    // Closed half-way: so is the body. Its finally blocks may still await what need not wait.
    if (closed) yield* follow(body, body.return(undefined as T));
  }
}

/** Await what `body` awaits, from `step` on to its end. */
function* follow<T>(body: Body<T>, step: IteratorResult<AwaitableLike<unknown>, T>): Generator<Yielded, T, unknown> {
  while (!step.done) {
    let value: unknown;
    try {
      value = yield* getAwaitable(step.value);
    } catch (error) {
      step = body.throw(error);
      continue;
    }
    step = body.next(value);
  }
  return step.value;
}

/** Tell whether `generator` drives an async function, which it resumes by hand. @internal */
export function drivesAsyncFunction(generator: object): boolean {
  return generator instanceof drive;
}
