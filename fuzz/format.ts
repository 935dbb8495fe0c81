/**
 * How values, errors and things are shown in a trace: as in cpython/show.py, to the letter.
 *
 * What differs from run to run for no reason of the program's has no place here: a repr
 * with an address in it is shown only as far as the address, or without it.
 *
 * Counterpart: the functions of the same names in cpython/show.py.
 */

import { DeadlockError, Future, Task, TimerHandle } from '../lib';

/** Show a value as Python's `str` would. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value instanceof Error) return showError(value);
  return Array.isArray(value) ? `[${value.map(show).join(', ')}]` : String(value);
}

/** Show the class of an error, what it was made with, and what it was raised from. */
export function showError(error: Error): string {
  // Where our loop has nothing left to run, CPython's is stopped by its selector (virtual_loop.py).
  if (error instanceof DeadlockError) return 'RuntimeError(Event loop stopped before Future completed.)';
  const args = (error as { args?: readonly unknown[] }).args ?? (error.message === '' ? [] : [error.message]);
  const shown = args.map(show).join(', ');
  const cause = error.cause instanceof Error ? ` from ${showError(error.cause)}` : '';
  return `${error.name}(${error.name === 'RuntimeError' ? shown.split('<')[0] : shown})${cause}`;
}

/** Show how far a future is; its exception does not count as retrieved for that. */
export function state(future: Future): string {
  if (!future.done()) return 'pending';
  if (future.cancelled()) return 'cancelled';
  const error = future.peekException();
  return error === undefined ? `-> ${show(future.result())}` : `! ${showError(error)}`;
}

/** Show a thing that a program can name. */
export function look(thing: unknown): string {
  if (thing instanceof Future) return lookAtFuture(thing);
  if (thing instanceof TimerHandle) return `${thing.when()} ${show(thing.cancelled())}`;
  return String(thing).replace(/asyncio\.locks\.(\w+) object/, '$1');
}

function lookAtFuture(future: Future): string {
  const asked = future instanceof Task ? ` c${future.cancelling()}` : '';
  return `${state(future)}${asked}${future.logTraceback ? ' unretrieved' : ''}`;
}
