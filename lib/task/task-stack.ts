/**
 * The stack of a task, as far as it can be known from outside.
 *
 * Counterpart: base_tasks._task_get_stack and _task_print_stack.
 */

import type { Future } from '../future/future';
import { logger } from '../log';
import { captureStack, type Frame, formatStack, framesOf } from '../stack';
import { peekCurrentTask } from './registry';
import { suspendedAt } from './task-repr';

/** Keyword arguments of `getStack` and `printStack`. */
export interface StackOptions {
  /** How many frames at most: the newest of a stack, the oldest of a traceback. */
  readonly limit?: number;
}

/** What is looked at of a task. */
interface Stacked extends Future {
  getCoro(): Iterator<unknown, unknown, unknown> | undefined;
  getFutWaiter(): Future | undefined;
}

/** Give the frames of `task`, oldest first. */
export function stackOf(task: Stacked, { limit = Infinity }: StackOptions): Frame[] {
  const error = task.peekException();
  if (error !== undefined) return framesOf(error).slice(0, limit);
  if (task.done()) return [];
  if (peekCurrentTask(task.getLoop()) === task) return captureStack().slice(-limit);
  const coro = task.getCoro();
  // As in Python, of a suspended coroutine only the outermost frame.
  return coro === undefined ? [] : suspendedAt(coro, task.getFutWaiter()).slice(0, Math.min(1, limit));
}

/** Write the frames of `task` below a line that says what they are. */
export function writeStack(
  task: Stacked,
  { limit, file }: StackOptions & { readonly file?: { write(text: string): unknown } },
): void {
  const frames = stackOf(task, { limit });
  const error = task.peekException();
  const kind = error === undefined ? 'Stack' : 'Traceback';
  const lines = [frames.length === 0 ? `No stack for ${task}` : `${kind} for ${task} (most recent call last):`];
  if (frames.length > 0) lines.push(formatStack(frames));
  if (error !== undefined) lines.push(error.message === '' ? error.name : `${error.name}: ${error.message}`);
  const text = lines.join('\n');
  if (file === undefined) logger.write(text);
  else file.write(`${text}\n`);
}
