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

import { BaseException, type ErrorClass, isErrorClass, nameAfterClass, ValueError } from './errors';

/** Which errors are meant: those of a class, of one of several, or that a function answers true of. */
export type ErrorCondition = ErrorClass | readonly ErrorClass[] | ((error: Error) => boolean);

/** Several errors, of any kind. */
export class BaseExceptionGroup extends Error {
  /** What the group was made of, in order (Python's `exceptions`). */
  readonly errors: readonly Error[];

  /** @throws TypeError unless `errors` is an array; ValueError when it is empty, or holds what is no error. */
  constructor(message: string, errors: readonly Error[]) {
    super(message);
    if (!Array.isArray(errors)) throw new TypeError('second argument (exceptions) must be a sequence');
    if (errors.length === 0) throw new ValueError('second argument (exceptions) must be a non-empty sequence');
    const other = errors.findIndex((error) => !(error instanceof Error));
    if (other !== -1) throw new ValueError(`Item ${other} of second argument (exceptions) is not an exception`);
    this.errors = [...errors];
  }

  /** What the group was made with. */
  get args(): readonly unknown[] {
    return [this.message, this.errors];
  }

  /** Make a group of the same kind from some of the errors. A subclass with more to keep has its own. */
  derive(errors: readonly Error[]): BaseExceptionGroup {
    return exceptionGroup(this.message, errors);
  }

  /** Give the group of the leaves that `condition` means; undefined when there are none. */
  subgroup(condition: ErrorCondition): BaseExceptionGroup | undefined {
    return this.split(condition)[0];
  }

  /** Part the leaves that `condition` means from the others; undefined where there are none. */
  split(condition: ErrorCondition): [BaseExceptionGroup | undefined, BaseExceptionGroup | undefined] {
    const matches = matcher(condition);
    if (matches(this)) return [this, undefined];
    const matching: Error[] = [];
    const others: Error[] = [];
    for (const error of this.errors) {
      const [match, rest] = splitOne(error, condition, matches);
      if (match !== undefined) matching.push(match);
      if (rest !== undefined) others.push(rest);
    }
    return [this.part(matching), this.part(others)];
  }

  private part(errors: readonly Error[]): BaseExceptionGroup | undefined {
    if (errors.length === 0) return undefined;
    const group = this.derive(errors);
    group.cause = this.cause;
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
    if (errors.some(isBase)) throw new TypeError('Cannot nest BaseExceptions in an ExceptionGroup');
  }
}

nameAfterClass(BaseExceptionGroup);
nameAfterClass(ExceptionGroup);

/** Make the narrower group that can hold `errors`. */
export function exceptionGroup(message: string, errors: readonly Error[]): BaseExceptionGroup {
  return errors.some(isBase) ? new BaseExceptionGroup(message, errors) : new ExceptionGroup(message, errors);
}

function isBase(error: Error): boolean {
  return error instanceof BaseException || (error instanceof BaseExceptionGroup && !(error instanceof ExceptionGroup));
}

type Matcher = (error: Error) => boolean;

function splitOne(error: Error, condition: ErrorCondition, matches: Matcher): [Error | undefined, Error | undefined] {
  if (error instanceof BaseExceptionGroup) return error.split(condition);
  return matches(error) ? [error, undefined] : [undefined, error];
}

function matcher(condition: ErrorCondition): Matcher {
  if (Array.isArray(condition)) return (error) => condition.some((type) => error instanceof type);
  if (isErrorClass(condition)) return (error) => error instanceof condition;
  return condition as Matcher;
}
