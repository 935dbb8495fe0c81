/**
 * Durations, times and counts: what is a number, and what is not.
 *
 * A Python loop takes what it can compare with a number, and runs a timer for NaN at once;
 * this one refuses what is no number, and NaN.
 */

import { ValueError } from './errors';
import { repr, typeName } from './repr';

/** @throws TypeError when `value` is no number: JavaScript would compare nearly anything with one. */
export function checkNumber(name: string, value: unknown): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number, not ${repr(value)}`);
}

/** @throws TypeError when `value` is no number; ValueError when it is NaN. */
export function checkSeconds(name: string, value: unknown): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number of seconds, not ${repr(value)}`);
  if (Number.isNaN(value)) throw new ValueError(`Invalid ${name}: NaN (not a number)`);
}

/** @throws TypeError when `value` is no integer. */
export function checkInteger(value: unknown): void {
  if (Number.isInteger(value)) return;
  const type = typeof value === 'string' ? 'str' : typeof value === 'number' ? 'float' : typeName(value);
  throw new TypeError(`'${type}' object cannot be interpreted as an integer`);
}
