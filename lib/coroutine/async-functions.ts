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

import { RuntimeError } from '../errors';
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
  let step = body.next();
  try {
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
  } finally {
    // Only when closed half-way is the body not at its end yet.
    if (!body.return(undefined as T).done) throw new RuntimeError('coroutine ignored GeneratorExit');
  }
}
