/**
 * DeadlockError: the loop has nothing to run, and never will.
 *
 * Nothing is ready, and no timer is scheduled that will ever be due, while `runForever`
 * would go on. CPython waits then, for ever. Here it is an error, which says of every
 * task that is not done what it waits for, by which calls, and which tasks wait for each
 * other in a cycle (blocked-tasks.ts). The loop can be used again afterwards: cancel one of
 * them, and run.
 *
 * Counterpart: none.
 */

import { nameAfterClass } from '../errors';
import type { Observer } from '../future/observer';
import type { Task } from '../task/task';
import { type BlockedTask, describeBlocked } from './blocked-tasks';

/**
 * A loop has nothing left to run while something is waited for: it would wait for ever.
 *
 * @example
 * function* stuck() { yield* loop.createFuture(); }
 * try {
 *   loop.runUntilComplete(stuck());
 * } catch (error) {
 *   if (error instanceof DeadlockError) for (const { task } of error.tasks) task.cancel();
 * }
 */
export class DeadlockError extends Error {
  constructor(
    message: string,
    /** The tasks that are not done, in the order of their creation. */
    readonly tasks: readonly BlockedTask[],
    /** Tasks of which each waits for the next, and the last for the first: the first such cycle; empty when there is none. */
    readonly cycle: readonly Task[],
  ) {
    super(message);
  }
}
nameAfterClass(DeadlockError);

/** Make the error for a loop whose tasks are `pending`; its observer is told. */
export function deadlock(pending: readonly Task[], observer?: Observer): DeadlockError {
  const { text, tasks, cycles } = describeBlocked(pending, summary(pending.length));
  const error = new DeadlockError(text, tasks, cycles[0] ?? []);
  observer?.deadlocked(error);
  return error;
}

function summary(count: number): string {
  const nothing = 'nothing is ready and nothing is scheduled';
  if (count === 0) return `${nothing}: the loop would wait for ever`;
  return `${nothing}, but ${count === 1 ? '1 task is' : `${count} tasks are`} not done:`;
}
