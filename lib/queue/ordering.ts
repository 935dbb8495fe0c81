/**
 * Python's `<`, for what a PriorityQueue holds.
 *
 * JavaScript's own would compare arrays as texts, and so put [10] before [9]. Here an array
 * is compared as Python's tuples and lists are: by the first elements that differ. Numbers
 * (and booleans, and what `valueOf` makes one of, as a Date) are compared with numbers, and
 * strings with strings (by their UTF-16 units); there is no order between any others.
 *
 * Counterpart: `object.__lt__`, for numbers, strings and tuples.
 */

import { typeName } from '../repr';

/**
 * Tell whether `a` comes before `b`.
 *
 * @throws TypeError when there is no order between the two.
 */
export function lessThan(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return arrayLessThan(a, b);
  const [x, y] = [primitive(a), primitive(b)];
  if (isNumber(x) && isNumber(y)) return x < y;
  if (typeof x === 'string' && typeof y === 'string') return x < y;
  throw new TypeError(`'<' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function arrayLessThan(a: readonly unknown[], b: readonly unknown[]): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (!equal(a[i], b[i])) return lessThan(a[i], b[i]);
  return a.length < b.length;
}

function equal(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => equal(item, b[i]));
  const [x, y] = [primitive(a), primitive(b)];
  return isNumber(x) && isNumber(y) ? x <= y && x >= y : x === y;
}

/** What an object stands for, as JavaScript's own operators ask it. */
function primitive(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? value.valueOf() : value;
}

function isNumber(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}
