/**
 * ExceptionGroup: several errors at once, in a tree.
 *
 * A group keeps the errors it was made of, some of which may be groups. What is asked of
 * it (`split`, `subgroup`) is asked of its leaves; the answer keeps the shape of the tree,
 * with what is not wanted left out.
 *
 * Counterpart: PEP 654. `errors` is Python's `exceptions`; a group that holds a
 * BaseException is a BaseExceptionGroup.
 */

import {
  BaseException,
  contextOf,
  type ErrorClass,
  isErrorClass,
  nameAfterClass,
  setContext,
  ValueError,
} from './errors';
import { typeName } from './repr';

/** Which errors are meant: those of a class, of one of several, or that a function answers true of. */
export type ErrorCondition = ErrorClass | readonly ErrorClass[] | ((error: Error) => boolean);

/**
 * Several errors, of any kind. Where none is a BaseException, `new` gives an ExceptionGroup.
 *
 * @example
 * const group = new BaseExceptionGroup('two', [new CancelledError(), new ValueError('a')]);
 * String(group.subgroup(ValueError)); // 'two (1 sub-exception)'
 * group instanceof ExceptionGroup; // false
 */
export class BaseExceptionGroup extends Error {
  /** What the group was made of, in order (Python's `exceptions`). */
  readonly errors: readonly Error[];

  /** @throws TypeError unless `message` is a string and `errors` an array; ValueError when it is empty, or holds what is no error. */
  constructor(message: string, errors: readonly Error[]) {
    super(message);
    if (typeof message !== 'string') throw new TypeError(`argument 1 must be str, not ${typeName(message)}`);
    if (!Array.isArray(errors)) throw new TypeError('second argument (exceptions) must be a sequence');
    if (errors.length === 0) throw new ValueError('second argument (exceptions) must be a non-empty sequence');
    const other = errors.findIndex((error) => !(error instanceof Error));
    if (other !== -1) throw new ValueError(`Item ${other} of second argument (exceptions) is not an exception`);
    this.errors = [...errors];
    // As in Python, a group is of the narrower class where its errors allow that.
    if (new.target === BaseExceptionGroup && !errors.some(isBase))
      Object.setPrototypeOf(this, ExceptionGroup.prototype);
  }

  /** What the group was made with. */
  get args(): readonly unknown[] {
    return [this.message, this.errors];
  }

  /** Make a group of the same kind from some of the errors. A subclass with more to keep has its own. */
  derive(errors: readonly Error[]): BaseExceptionGroup {
    return new BaseExceptionGroup(this.message, errors);
  }

  /** Give the group of the leaves that `condition` means; undefined when there are none. @throws TypeError as `split`. */
  subgroup(condition: ErrorCondition): BaseExceptionGroup | undefined {
    const matches = matcher(condition);
    if (matches(this)) return this;
    return this.part(
      this.errors.map((error) => (isGroup(error) ? error.subgroup(condition) : matchOf(error, matches))),
    );
  }

  /**
   * Part the leaves that `condition` means from the others; undefined where there are none.
   *
   * @throws TypeError when `condition` is neither a class of errors, nor an array of such, nor a function.
   */
  split(condition: ErrorCondition): [BaseExceptionGroup | undefined, BaseExceptionGroup | undefined] {
    const matches = matcher(condition);
    if (matches(this)) return [this, undefined];
    const parts = this.errors.map((error) => {
      if (isGroup(error)) return error.split(condition);
      return matches(error) ? [error, undefined] : [undefined, error];
    });
    return [this.part(parts.map(([match]) => match)), this.part(parts.map(([, rest]) => rest))];
  }

  /** Make a group of those errors that there are, with what this knows of where it comes from. */
  private part(errors: readonly (Error | undefined)[]): BaseExceptionGroup | undefined {
    const present = errors.filter((error) => error !== undefined);
    if (present.length === 0) return undefined;
    const group = this.derive(present);
    if (!isGroup(group)) throw new TypeError('derive must return an instance of BaseExceptionGroup');
    if (!Object.isExtensible(group)) return group;
    if (this.cause !== undefined) group.cause = this.cause;
    setContext(group, contextOf(this));
    group.stack = this.stack;
    return group;
  }

  override toString(): string {
    return `${this.message} (${this.errors.length} sub-exception${this.errors.length === 1 ? '' : 's'})`;
  }
}

/**
 * Several errors, none of them a BaseException.
 *
 * @throws TypeError when one is.
 * @example
 * const group = new ExceptionGroup('two', [new ValueError('a'), new TypeError('b')]);
 * const [match, rest] = group.split(ValueError);
 * String(match?.errors[0]); // 'ValueError: a'
 * String(rest); // 'two (1 sub-exception)'
 */
export class ExceptionGroup extends BaseExceptionGroup {
  constructor(message: string, errors: readonly Error[]) {
    super(message, errors);
    const kind = new.target === ExceptionGroup ? 'an ExceptionGroup' : `'${new.target.name}'`;
    if (errors.some(isBase)) throw new TypeError(`Cannot nest BaseExceptions in ${kind}`);
  }
}

nameAfterClass(BaseExceptionGroup);
nameAfterClass(ExceptionGroup);

function isBase(error: Error): boolean {
  return error instanceof BaseException || (error instanceof BaseExceptionGroup && !(error instanceof ExceptionGroup));
}

function isGroup(error: unknown): error is BaseExceptionGroup {
  return error instanceof BaseExceptionGroup;
}

type Matcher = (error: Error) => boolean;

function matchOf(error: Error, matches: Matcher): Error | undefined {
  return matches(error) ? error : undefined;
}

function matcher(condition: ErrorCondition): Matcher {
  if (isErrorClass(condition)) return (error) => error instanceof condition;
  if (Array.isArray(condition) && condition.every(isErrorClass))
    return (error) => condition.some((type) => error instanceof type);
  if (typeof condition === 'function' && !isClass(condition)) return condition as Matcher;
  throw new TypeError('expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

/** Whether `func` can only be called with `new`. */
function isClass(func: object): boolean {
  return Object.getOwnPropertyDescriptor(func, 'prototype')?.writable === false;
}
