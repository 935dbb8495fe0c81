/**
 * How a trace shows values, errors, what a future is, and how it ended.
 *
 * To show a value may call its `toString`, and nothing else of the program's: the places where
 * tasks are suspended, which a task's repr has otherwise, are left out, as to find them would
 * be to touch the coroutine.
 */

import { Coroutine, type CoroutineLike, isNameless } from '../../coroutine/coroutine';
import { withoutLooking } from '../../future/await-chain';
import type { Future } from '../../future/future';
import { type Handle, TimerHandle } from '../../loop/handle';
import { repr, typeName } from '../../repr';
import { Task } from '../../task/task';
import type { DoneEvent } from '../event/task-events';
import type { Host } from '../host';

/** Show a value, as `repr` does. */
export function shownQuietly(value: unknown): string {
  return withoutLooking(() => repr(value));
}

/** Show what a task was told when it was asked to end; nothing, where it was told nothing. */
export function messageText(message: unknown): string | undefined {
  if (message === undefined || message === null) return undefined;
  return typeof message === 'string' ? message : shownQuietly(message);
}

/** Give the name of a task; of a class of the program's, whose own `getName` may fail as long as it is being made, that of the class. */
export function nameOf(task: Task): string {
  try {
    return String(task.getName());
  } catch {
    return typeName(task);
  }
}

/** Say what a future is for which a task waits: in the line of `primitive`, or until a timer sets it at `deadline`. */
export function futureText(future: Future, primitive: object | undefined, deadline: number | undefined): string {
  if (future instanceof Task) return nameOf(future);
  if (primitive !== undefined) return typeName(primitive);
  return deadline === undefined ? typeName(future) : `${typeName(future)}, set at ${deadline}s`;
}

/** Show an error: its name, and what it says. One of the program's may not let itself be shown. */
export function errorText(error: Error): string {
  try {
    return String(error);
  } catch {
    return typeName(error);
  }
}

/** Give the deadline of a handle that is a timer. One that never comes is null: JSON has no Infinity. */
export function deadlineOf(handle: Handle): number | null | undefined {
  if (!(handle instanceof TimerHandle)) return undefined;
  return handle.when() === Infinity ? null : handle.when();
}

/** Give the name of a coroutine; of a generator or an async function, which do not know theirs, the host may. */
export function coroutineName(coro: CoroutineLike<unknown> | undefined, host: Host | undefined): string {
  const name = coro instanceof Coroutine ? coro.shownName() : 'generator';
  return coro === undefined || !isNameless(name) ? name : (host?.nameOf?.(coro) ?? name);
}

/** Tell how a future ended that is done. */
export function outcomeOf(future: Future): Pick<DoneEvent, 'outcome' | 'text'> {
  if (future.cancelled()) return { outcome: 'cancelled', text: undefined };
  const error = future.peekException();
  if (error !== undefined) return { outcome: 'exception', text: errorText(error) };
  const result = future.result();
  return { outcome: 'result', text: result === undefined ? undefined : shownQuietly(result) };
}
