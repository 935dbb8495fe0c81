/**
 * ContextVar: a name whose value depends on the current context; Token: the way back.
 *
 * Counterpart: contextvars.ContextVar and contextvars.Token, PEP 567. Python raises
 * LookupError where a variable has no value; so does `get` here.
 */

import { nameAfterClass, RuntimeError, ValueError } from '../errors';
import { repr } from '../repr';
import { Context } from './context';

/** A ContextVar has no value and no default (Python's LookupError). */
export class LookupError extends Error {}
nameAfterClass(LookupError);

/** Stands for "no argument": `undefined` is a value like any other. */
const MISSING = Symbol('missing');

/**
 * Declare a variable whose value is looked up in the current context.
 *
 * @example
 * const user = new ContextVar('user', { default: 'nobody' });
 * const token = user.set('ann');
 * user.get(); // 'ann'
 * user.reset(token);
 * user.get(); // 'nobody'
 */
export class ContextVar<T> {
  private readonly fallback: T | typeof MISSING;

  constructor(
    readonly name: string,
    options: { default?: T } = {},
  ) {
    this.fallback = 'default' in options ? (options.default as T) : MISSING;
  }

  /**
   * Give the value in the current context; else `fallback`; else the variable's default.
   *
   * @throws LookupError when there is none of the three.
   */
  get(...fallback: [] | [fallback: T]): T {
    const { values } = Context.current;
    const self = this as ContextVar<unknown>;
    if (values.has(self)) return values.get(self) as T;
    if (fallback.length > 0) return fallback[0] as T;
    if (this.fallback !== MISSING) return this.fallback;
    throw new LookupError(repr(this));
  }

  /** Set the value in the current context. The Token undoes it. */
  set(value: T): Token<T> {
    const context = Context.current;
    const token = new Token<T>(this, context, context.values);
    context.values = new Map(context.values).set(this as ContextVar<unknown>, value);
    return token;
  }

  /**
   * Put back what `set` replaced.
   *
   * @throws RuntimeError when the token was used before, ValueError when it is of another variable or another context.
   */
  reset(token: Token<T>): void {
    if (token.used) throw new RuntimeError(`${token} has already been used once`);
    if (token.variable !== this) throw new ValueError(`${token} was created by a different ContextVar`);
    if (token.context !== Context.current) throw new ValueError(`${token} was created in a different Context`);
    token.used = true;
    const values = new Map(token.context.values);
    const self = this as ContextVar<unknown>;
    if (token.before.has(self)) values.set(self, token.before.get(self));
    else values.delete(self);
    token.context.values = values;
  }

  toString(): string {
    const fallback = this.fallback === MISSING ? '' : ` default=${repr(this.fallback)}`;
    return `<ContextVar name=${repr(this.name)}${fallback}>`;
  }
}

/** What a `ContextVar.set` replaced, for `reset`; each serves once. */
export class Token<T> {
  /** `oldValue` of a variable that had no value. */
  static readonly MISSING: typeof MISSING = MISSING;
  /** Whether `reset` was called with it. @internal */
  used = false;

  /** @internal */
  constructor(
    readonly variable: ContextVar<T>,
    readonly context: Context,
    readonly before: Context['values'],
  ) {}

  /** The value that `set` replaced, or `Token.MISSING`. */
  get oldValue(): T | typeof MISSING {
    const variable = this.variable as ContextVar<unknown>;
    return this.before.has(variable) ? (this.before.get(variable) as T) : MISSING;
  }

  toString(): string {
    return `<Token${this.used ? ' used' : ''} var=${this.variable}>`;
  }
}
