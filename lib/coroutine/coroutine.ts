/**
 * Coroutine: a computation that can be suspended, and is driven from outside.
 *
 * A generator does the work; around it stands what Python's coroutines know and
 * JavaScript's generators do not: that they may be awaited only once. (A generator that
 * has ended goes on answering `{ done: true, value: undefined }` for ever.)
 *
 *     created --send--> running <--send, yield--> suspended
 *        |                 |                          |
 *        +-- throw, close -+-- return, throw, close --+--> closed
 *
 * Where Python's `send` raises StopIteration with the result, JavaScript's protocol
 * returns `{ done: true, value: result }`; so do `send` and `throw` here. `next` and
 * `return` are the names by which `yield*` calls `send` and `close`.
 *
 * Counterpart: types.CoroutineType, PEP 342, PEP 492; states as in inspect.getcoroutinestate.
 */

import { RuntimeError, ValueError } from '../errors';
import { nextSerial } from '../serial';
import { captureStack, type Frame } from '../stack';
import { Awaitable, type AwaitableLike, isgenerator, type Yielded } from './awaitable';

/** Where a coroutine is in its life: see the diagram at the head of this file (inspect.getcoroutinestate). */
export type CoroutineState = 'created' | 'running' | 'suspended' | 'closed';

/** What a task can drive: a Coroutine or a plain generator. An async function's call is a Coroutine that TypeScript takes for a Promise. */
export type CoroutineLike<T> = Coroutine<T> | Generator<Yielded, T, unknown> | PromiseLike<T>;

/**
 * Run a generator by Python's rules. Made by calling a `coroutine(function* …)` or an
 * async function; nothing of the body runs before it is awaited or made a task.
 */
export class Coroutine<T> extends Awaitable<T> {
  /** Whether new coroutines note where they were created: set by a loop in debug mode while it runs. @internal */
  static originTracking = false;
  /** Called with each new coroutine: set by a loop while it runs, so that it can tell which were never awaited. @internal */
  static creationHook: ((coroutine: Coroutine<unknown>) => void) | undefined = undefined;

  /** Kept by this class; for others to read. */
  state: CoroutineState = 'created';
  /** Its place in the order of creation. @internal */
  readonly serial = nextSerial();
  /** The calls that led to the creation, oldest first; undefined unless origins are tracked. */
  readonly origin: readonly Frame[] | undefined;

  constructor(
    /** What does the work. @internal */
    readonly generator: Generator<Yielded, T, unknown>,
    readonly name: string = 'generator',
  ) {
    super();
    this.origin = Coroutine.originTracking ? captureStack() : undefined;
    Coroutine.creationHook?.(this);
  }

  /**
   * Begin to be awaited: `yield*` calls this, once.
   *
   * @throws RuntimeError when this coroutine is being awaited elsewhere. (One that has ended throws at `next`.)
   */
  [Symbol.iterator](): this {
    if (this.state === 'suspended') throw new RuntimeError('coroutine is being awaited already');
    return this;
  }

  /**
   * Resume with `value` as what the `yield` gives, up to the next `yield` or the end.
   *
   * @returns what was yielded, with `done: false`; or the result, with `done: true`.
   * @throws whatever the body throws; TypeError when `value` comes before the first `yield`.
   */
  send(value: unknown): IteratorResult<Yielded, T> {
    if (this.state === 'created' && value !== undefined && value !== null) {
      throw new TypeError("can't send non-None value to a just-started coroutine");
    }
    return this.next(value);
  }

  /** Resume, as `send` does: what `yield*` calls. */
  next(value?: unknown): IteratorResult<Yielded, T> {
    this.enter();
    try {
      return this.leave(generatorMethods.next.call(this.generator, value));
    } catch (error) {
      this.state = 'closed';
      throw error;
    }
  }

  /**
   * Resume by throwing `error` at the `yield`. A coroutine that has not begun ends there, its body untouched.
   *
   * @throws whatever the body throws: `error` itself where it does not catch it.
   */
  throw(error: unknown): IteratorResult<Yielded, T> {
    this.enter();
    try {
      return this.leave(generatorMethods.throw.call(this.generator, error));
    } catch (thrown) {
      this.state = 'closed';
      throw thrown;
    }
  }

  /**
   * End here: the `finally` blocks run, nothing else does. Does nothing when closed already.
   *
   * @throws RuntimeError when a `finally` block waits for something.
   */
  close(): void {
    if (this.state === 'closed') return;
    if (!this.return(undefined as T).done) throw new RuntimeError('coroutine ignored GeneratorExit');
  }

  /** End, as `close` does, with `value` for the result: what `yield*` calls. */
  return(value: T): IteratorResult<Yielded, T> {
    if (this.state === 'closed') return { done: true, value };
    this.enter();
    try {
      return this.leave(generatorMethods.return.call(this.generator, value));
    } catch (error) {
      this.state = 'closed';
      throw error;
    }
  }

  /** Give the name to show: of an async function, which does not know its own, that of the call that made this. @internal */
  shownName(): string {
    return this.name === 'async_function' ? (this.origin?.at(-1)?.name ?? this.name) : this.name;
  }

  override toString(): string {
    return `<coroutine object ${this.name}>`;
  }

  protected enter(): void {
    if (this.state === 'running') throw new ValueError('coroutine already executing');
    if (this.state === 'closed') throw new RuntimeError('cannot reuse already awaited coroutine');
    this.state = 'running';
  }

  protected leave(result: IteratorResult<Yielded, unknown>): IteratorResult<Yielded, T> {
    this.state = result.done ? 'closed' : 'suspended';
    return result as IteratorResult<Yielded, T>;
  }
}

/**
 * What every generator inherits. Called from here rather than looked up on each generator:
 * that has the prototype of its function, so that to V8 the generators of each function
 * are of another shape, and a look-up that sees many shapes is slow.
 */
const generatorMethods: Generator<unknown, unknown, unknown> = Object.getPrototypeOf(function* () {}).prototype;

/** Tell whether `name` is one that a coroutine has for want of a better: a generator does not know its own, nor does an async function. */
export function isNameless(name: string): boolean {
  return NAMELESS.has(name);
}

/** Of a generator; of the call of an async function that was compiled for this library; of any other, which was made already. */
const NAMELESS = new Set(['generator', 'async_function', 'async_call']);

/** Tell whether a task can drive `object`: a Coroutine, or a plain generator (which Python, since 3.12, refuses). */
export function iscoroutine<T>(object: AwaitableLike<T>): object is Coroutine<T> | Generator<Yielded, T, unknown>;
export function iscoroutine(object: unknown): object is Coroutine<unknown> | Generator<Yielded, unknown, unknown>;
export function iscoroutine(object: unknown): boolean {
  return object instanceof Coroutine || isgenerator(object);
}
