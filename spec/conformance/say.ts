/*
 * The line that the programs of this folder print: the time, the name of the task, the words.
 *
 * Values are shown as Python prints them, True and None among them; an error by its class
 * and its text, a group with what is in it.
 *
 * Its counterpart is virtual_time.py.
 */

import { BaseExceptionGroup, currentTask, getRunningLoop, RuntimeError } from 'yieldstar';

/** Print a line. */
export function say(...words: unknown[]): void {
  console.log([whenAndWho(), ...words.map(show)].join(' '));
}

function whenAndWho(): string {
  try {
    const loop = getRunningLoop();
    return `${loop.time()} ${currentTask(loop)?.getName() ?? 'loop'}`;
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    return '-';
  }
}

function show(value: unknown): string {
  if (value instanceof BaseExceptionGroup) return `${classOf(value)}: ${value.message} ${show(value.errors)}`;
  if (value instanceof Error) return value.message === '' ? classOf(value) : `${classOf(value)}: ${value.message}`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (value === undefined || value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

function classOf(value: object): string {
  return value.constructor.name;
}
