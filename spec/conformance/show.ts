/*
 * Values as both languages can print them, which is as Python does: True and None among them,
 * an error by its class and its text, a group with what is in it.
 *
 * Its counterpart is show.py.
 */

import { BaseExceptionGroup, repr } from 'yieldstar';

/** Show a value. */
export function show(value: unknown): string {
  if (value instanceof BaseExceptionGroup) return `${classOf(value)}: ${value.message} ${show(value.errors)}`;
  if (value instanceof Error) return value.message === '' ? classOf(value) : `${classOf(value)}: ${value.message}`;
  if (value instanceof Uint8Array) return repr(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value === undefined || value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

function classOf(value: object): string {
  return value.constructor.name;
}
