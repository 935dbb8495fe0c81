/**
 * Asynchronous generators and `for await`, without promises.
 *
 * TypeScript compiles `async function*` to a generator that yields two kinds of things:
 * what it awaits, wrapped by the helper `__await`, and what it yields, bare. It hands
 * that generator to the helper `__asyncGenerator`; `for await` takes its iterator from
 * `__asyncValues`, and `yield*` from `__asyncDelegator`. All four are ours.
 *
 * `next`, `throw` and `return` each give a coroutine; awaiting it runs the body up to its
 * next bare yield. Only one such coroutine may be under way at a time.
 *
 * Counterpart: PEP 525. There, as in Python, a generator is closed by `aclose`; but a
 * `for await` that is left early closes its generator, as JavaScript has it, where Python
 * leaves that to the garbage collector. And `yield x` awaits an `x` that can be awaited.
 */

import { RuntimeError } from '../errors';
import { showAsString, typeName } from '../repr';
import { nextSerial } from '../serial';
import { getAwaitable, isawaitable, isPromise, type Yielded } from './awaitable';
import { Coroutine } from './coroutine';

/** What the body of an asynchronous generator awaits: TypeScript's `__await`. */
export class Await {
  constructor(readonly operand: unknown) {}

  /** An operand that cannot be awaited is its own result: TypeScript wraps what is yielded, too. */
  *result(): Generator<Yielded, unknown, unknown> {
    const { operand } = this;
    return isawaitable(operand) || isPromise(operand) ? yield* getAwaitable(operand as PromiseLike<unknown>) : operand;
  }
}

/** Awaited by a `yield*` that is being closed: the closing goes on afterwards. */
class AwaitThenReturn extends Await {}

/** Called at the first use of a generator; what it gives back is called when the generator has ended. */
export type FirstIterHook = (generator: AsyncGenerator<unknown>) => () => void;

type Body<T> = Generator<Await | T, T, unknown>;

/**
 * What yields values, and awaits between them. Made by calling an `async function*`; gone
 * through by `for await`, or by awaiting `next()`.
 */
export class AsyncGenerator<T> {
  /** Set by a loop while it runs, so that it can close the generators begun on it (sys.set_asyncgen_hooks). @internal */
  static firstIterHook: FirstIterHook | undefined = undefined;

  /** Its place in the order of creation. @internal */
  readonly serial = nextSerial();
  /** Whether `firstIterHook` was called: at the first operation, awaited or not. */
  private hooksInited = false;
  /** Whether the body was resumed before: from then on it can be sent a value. */
  private started = false;
  /** Whether an operation is under way: there may be no other. */
  private running = false;
  /** What `firstIterHook` gave: tells the loop that there is nothing left to close. */
  private onEnd: (() => void) | undefined = undefined;

  constructor(
    private readonly body: Body<T>,
    readonly name: string,
  ) {}

  /** Give itself: what `for await` asks for. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /**
   * Go on to the next value (`__anext__`, `asend`): `{ value }`, or `{ done: true }` at the end.
   *
   * @throws RuntimeError, when awaited, while another is under way; TypeError when `value` comes before the first yield.
   */
  next(value?: unknown): Coroutine<IteratorResult<T, T>> {
    return this.operation('anext', function* (this: AsyncGenerator<T>) {
      if (!this.started && value !== undefined && value !== null)
        throw new TypeError("can't send non-None value to a just-started async generator");
      return yield* this.drive(() => this.body.next(value));
    });
  }

  /**
   * Throw `error` at the yield, and go on to the next value (`athrow`).
   *
   * @throws when awaited: what the body throws, `error` itself if it does not catch it; RuntimeError while another is under way.
   */
  throw(error: unknown): Coroutine<IteratorResult<T, T>> {
    return this.operation('athrow', function* (this: AsyncGenerator<T>) {
      return yield* this.drive(() => this.body.throw(error));
    });
  }

  /**
   * End at the yield: the `finally` blocks run, and may await.
   *
   * @throws RuntimeError, when awaited, if one of them yields.
   */
  return(value?: T): Coroutine<IteratorResult<T, T>> {
    return this.operation('aclose', function* (this: AsyncGenerator<T>) {
      return yield* this.end(value as T);
    });
  }

  /** End at the yield, as `return` does (PEP 525's `aclose`). */
  aclose(): Coroutine<IteratorResult<T, T>> {
    return this.return();
  }

  /** Tell whether `generator` drives an asynchronous generator, which it resumes by hand. @internal */
  static isDriver(generator: object): boolean {
    return generator instanceof AsyncGenerator.prototype.drive;
  }

  toString(): string {
    return `<async_generator object ${this.name}>`;
  }

  private operation(
    name: string,
    steps: (this: AsyncGenerator<T>) => Generator<Yielded, IteratorResult<T, T>, unknown>,
  ): Coroutine<IteratorResult<T, T>> {
    if (!this.hooksInited) this.onEnd = AsyncGenerator.firstIterHook?.(this);
    this.hooksInited = true;
    return new Coroutine(this.alone(name, steps.call(this)), `${this.name}.${name}`);
  }

  /** Refuse while another operation is under way. */
  private *alone<R>(name: string, steps: Generator<Yielded, R, unknown>): Generator<Yielded, R, unknown> {
    if (this.running) throw new RuntimeError(`${name}(): asynchronous generator is already running`);
    this.running = true;
    try {
      return yield* steps;
    } finally {
      this.running = false;
    }
  }

  /** Resume the body by `resume`, and await what it awaits, up to a bare yield or the end. */
  private *drive(resume: () => IteratorResult<Await | T, T>): Generator<Yielded, IteratorResult<T, T>, unknown> {
    let state: 'awaiting' | 'yielded' | 'ended' = 'ended';
    try {
      this.started = true;
      let step = resume();
      state = 'awaiting';
      while (!step.done && step.value instanceof Await) step = yield* this.resumeWith(step.value);
      state = step.done ? 'ended' : 'yielded';
      return step as IteratorResult<T, T>;
    } catch (error) {
      state = 'ended';
      throw error;
    } finally {
      // Closed half-way, in an await: so is the body.
      if (state === 'awaiting') {
        state = 'ended';
        yield* this.end(undefined as T);
      } else if (state === 'ended') this.onEnd?.();
    }
  }

  private *end(value: T): Generator<Yielded, IteratorResult<T, T>, unknown> {
    const result = yield* this.drive(() => this.body.return(value));
    if (!result.done) throw new RuntimeError('async generator ignored GeneratorExit');
    return result;
  }

  private *resumeWith(awaited: Await): Generator<Yielded, IteratorResult<Await | T, T>, unknown> {
    let value: unknown;
    try {
      value = yield* awaited.result();
    } catch (error) {
      return this.body.throw(error);
    }
    return awaited instanceof AwaitThenReturn ? this.body.return(undefined as T) : this.body.next(value);
  }
}
showAsString(AsyncGenerator);

/** Make the asynchronous generator of an `async function*`'s call: TypeScript's `__asyncGenerator`. */
export function asyncGenerator<T>(
  thisArgument: unknown,
  args: ArrayLike<unknown> | undefined,
  body: (...args: unknown[]) => Body<T>,
): AsyncGenerator<T> {
  const generator = body.apply(thisArgument, (args ?? []) as unknown[]);
  return new AsyncGenerator(generator, body.name.replace(/_\d+$/, '') || 'async_generator');
}

/**
 * Give the iterator that `for await` goes through: TypeScript's `__asyncValues`.
 *
 * @throws TypeError for what is not asynchronously iterable, with Python's text.
 */
export function asyncValues<T>(iterable: AsyncIterable<T>): AsyncIterator<T> {
  const method = (iterable as AsyncIterable<T> | null | undefined)?.[Symbol.asyncIterator];
  if (typeof method === 'function') return method.call(iterable);
  throw new TypeError(`'async for' requires an object with __aiter__ method, got ${typeName(iterable)}`);
}

/** Pass on what another asynchronous generator yields: TypeScript's `__asyncDelegator`, for `yield*`. */
export function* asyncDelegator<T>(inner: AsyncIterator<T>): Generator<Await | T, unknown, unknown> {
  let step = (yield new Await(inner.next())) as IteratorResult<T>;
  let returning = true;
  try {
    while (!step.done) {
      let sent: unknown;
      try {
        sent = yield step.value;
      } catch (error) {
        step = (yield new Await(inner.throw?.(error))) as IteratorResult<T>;
        continue;
      }
      step = (yield new Await(inner.next(sent as never))) as IteratorResult<T>;
    }
    returning = false;
    return step.value;
  } catch (error) {
    returning = false;
    throw error;
  } finally {
    if (returning && inner.return !== undefined) yield new AwaitThenReturn(inner.return());
  }
}
