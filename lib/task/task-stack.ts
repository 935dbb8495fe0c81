/**
 * The stack of a task, as far as it can be known from outside.
 *
 *     failed       the traceback of its exception
 *     running      the calls that are under way
 *     suspended    where it waits: the outermost call only, as in Python
 *     otherwise    nothing: it has not begun, or is done
 *
 * Counterpart: base_tasks._task_get_stack and _task_print_stack. A frame is a line of the
 * host's stack trace: there are no local variables in it, and no code.
 */

import type { Future } from '../future/future';
import { peekCurrentTask } from '../future/registry';
import { logger } from '../log';
import { captureStack, type Frame, formatStack, framesOf } from '../stack';

/** Keyword arguments of `getStack`. */
export interface StackOptions {
  /** How many frames at most: the newest of a stack, the oldest of a traceback. */
  readonly limit?: number;
}

/** Keyword arguments of `printStack`. */
export interface WriteOptions extends StackOptions {
  /** Where to write; otherwise to the log. */
  readonly file?: { write(text: string): unknown };
}

/** What is looked at of a task. */
interface Stacked extends Future<unknown> {
  awaitChain(): Frame[];
}

/** Give the frames of `task`, oldest first. */
export function stackOf(task: Stacked, { limit = Infinity }: StackOptions): Frame[] {
  const error = task.peekException();
  if (error !== undefined) return framesOf(error).slice(0, limit);
  if (peekCurrentTask(task.getLoop()) === task) return limit > 0 ? captureStack().slice(-limit) : [];
  // As in Python, of a suspended coroutine only the outermost frame.
  return task.awaitChain().slice(0, Math.min(1, limit));
}

/** Write the frames of `task` below a line that says what they are. */
export function writeStack(task: Stacked, { limit, file }: WriteOptions): void {
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
