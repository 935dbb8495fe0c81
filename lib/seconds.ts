/**
 * Durations and times: what is a number of seconds, and what is not.
 *
 * Python finds out by comparing, and has a NaN fire at once; here both are refused.
 */

import { ValueError } from './errors';
import { repr } from './repr';

/** @throws TypeError when `value` is no number; ValueError when it is NaN. */
export function checkSeconds(name: string, value: unknown): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number of seconds, not ${repr(value)}`);
  if (Number.isNaN(value)) throw new ValueError(`Invalid ${name}: NaN (not a number)`);
}
