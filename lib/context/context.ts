/**
 * Context variables: values that belong to a chain of calls rather than to a scope.
 *
 * A Context is a mapping from ContextVar to value. One context is always current;
 * `context.run(callback)` makes another current while `callback` runs. Every task and
 * every callback of the loop runs in a context of its own, so that what one sets, no
 * other sees.
 *
 * Invariant: a Map of values is never changed once it is in a context; `set` puts a
 * changed copy in its place. So `copyContext()`, which every scheduled callback pays
 * for, shares the Map and takes constant time, as PEP 567 asks; `set` takes time linear
 * in the number of variables set.
 *
 * Counterpart: contextvars.py and PEP 567.
 */

import { RuntimeError } from '../errors';
import { repr, showAsString } from '../repr';

/** What a context has values for: a ContextVar, as far as a context needs to know it. */
export interface Variable<T> {
  /** The name that messages show. */
  readonly name: string;
  /** Give the value in the current context. */
  get(...fallback: [] | [fallback: T]): T;
}

/** The values of one context. */
export type Values = ReadonlyMap<Variable<unknown>, unknown>;

const NO_VALUES: Values = new Map();

/**
 * The values of every ContextVar for whatever runs inside it (contextvars.Context).
 *
 * @example
 * const context = copyContext();
 * context.run(() => user.set('ann')); // seen only inside `context`
 */
export class Context {
  /** The values, shared with copies until one of them changes. @internal */
  values: Values;
  private entered = false;

  /** @param values for copies: a new context has none. */
  constructor(values: Values = NO_VALUES) {
    this.values = values;
  }

  /** The context that code runs in now. @internal */
  static current = new Context();

  /**
   * Run `callback` with this context as the current one, and return what it returns.
   *
   * @throws RuntimeError when this context is entered already: one context, one user at a time.
   */
  run<A extends unknown[], R>(callback: (...args: A) => R, ...args: A): R {
    return this.apply(callback, args);
  }

  /** Do as `run` does, with the arguments in an array. @internal */
  apply<A extends unknown[], R>(callback: (...args: A) => R, args: A): R {
    if (this.entered) throw new RuntimeError(`cannot enter context: ${this} is already entered`);
    const previous = Context.current;
    Context.current = this;
    this.entered = true;
    try {
      return callback.apply(undefined, args);
    } finally {
      this.entered = false;
      Context.current = previous;
    }
  }

  /** Give a context of the same values, which from here on goes its own way. */
  copy(): Context {
    return new Context(this.values);
  }

  /** Look up `variable`; undefined where this context has no value for it. */
  get<T>(variable: Variable<T>): T | undefined {
    return this.values.get(variable as Variable<unknown>) as T | undefined;
  }

  /** Tell whether `variable` has a value here. */
  has<T>(variable: Variable<T>): boolean {
    return this.values.has(variable as Variable<unknown>);
  }

  /** Count the variables that have a value here. */
  get size(): number {
    return this.values.size;
  }

  /** Walk the variables and their values. */
  [Symbol.iterator](): IterableIterator<[Variable<unknown>, unknown]> {
    return this.values.entries();
  }

  toString(): string {
    return '<Context>';
  }
}
showAsString(Context);

/** Copy the current context (contextvars.copy_context): a snapshot that later changes do not reach. */
export function copyContext(): Context {
  return Context.current.copy();
}

/**
 * Give the context that was asked for, else a copy of the current one.
 *
 * @throws TypeError when what was asked for is no context.
 */
export function contextOrCopy(context: Context | null | undefined): Context {
  if (context === undefined || context === null) return copyContext();
  if (context instanceof Context) return context;
  throw new TypeError(`a Context was expected, got ${repr(context)}`);
}
