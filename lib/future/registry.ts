/**
 * Which task is being executed, and which are still to be done.
 *
 * Invariant: at most one task is current, and only while its step runs. (Only one loop
 * runs at a time, so one slot serves all loops.) A task is listed from its creation
 * until it is done, in the order of creation.
 *
 * Counterpart: `_current_tasks`, `_scheduled_tasks` and their hooks, in tasks.py. There the
 * list is a weak set; here it holds the tasks (lib/future/pending-list.ts).
 */

import { RuntimeError } from '../errors';
import { repr } from '../repr';
import type { AbstractEventLoop } from './abstract-event-loop';
import type { Future } from './future';

let current: Future | undefined;
let lastEntered: Future | undefined;

/** Give the task of `loop` whose step is running. */
export function peekCurrentTask(loop: AbstractEventLoop): Future | undefined {
  return current?.getLoop() === loop ? current : undefined;
}

/**
 * Mark `task` as the one being executed, `error` being thrown into it.
 *
 * @throws RuntimeError while another is.
 */
export function enterTask(task: Future, error?: Error): void {
  if (current !== undefined) {
    throw new RuntimeError(
      `Cannot enter into task ${repr(task)} while another task ${repr(current)} is being executed.`,
    );
  }
  current = task;
  lastEntered = task;
  task.getLoop().observer?.stepBegun(task, error);
}

/** Give the task that was executed last, once. */
export function takeLastEntered(): Future | undefined {
  const task = lastEntered;
  lastEntered = undefined;
  return task;
}

/**
 * Mark `task` as no longer being executed.
 *
 * @throws RuntimeError when it was not.
 */
export function leaveTask(task: Future): void {
  if (current !== task) {
    throw new RuntimeError(`Leaving task ${repr(task)} does not match the current task ${repr(current)}.`);
  }
  task.getLoop().observer?.stepEnded(task);
  current = undefined;
}

/** Put `task` in the place of the current one, for an eager first step; give the one it replaces. */
export function swapCurrentTask(task: Future | undefined): Future | undefined {
  const previous = current;
  current = task;
  return previous;
}

/** List `task` among those still to be done. */
export function registerTask(task: Future): void {
  task.getLoop().tasks.add(task);
}

/** Take `task`, which is not done, off the list. One that is done need not be. */
export function unregisterTask(task: Future): void {
  task.getLoop().tasks.delete(task);
}

/** Give the tasks of `loop` that are not done, in the order of their creation. */
export function pendingTasks(loop: AbstractEventLoop): Future[] {
  return loop.tasks.pending() as Future[];
}
