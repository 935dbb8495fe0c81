/**
 * The task being executed, and the tasks still to be done, for users to ask.
 *
 * future/registry.ts knows them, and knows them only as futures: it stands below Task, which tells
 * it. Here they have their type, and the loop may be left out.
 *
 * Counterpart: asyncio.current_task and asyncio.all_tasks, in tasks.py.
 */

import type { AbstractEventLoop } from '../future/abstract-event-loop';
import { peekCurrentTask, pendingTasks } from '../future/registry';
import { getRunningLoop } from '../future/running-loop';
import type { Task } from './task';

/**
 * Give the task whose step is running on `loop`; undefined in a callback that is no task's step.
 *
 * @param loop otherwise the running one.
 * @throws RuntimeError when no loop is given and none is running.
 * @example
 * const task = currentTask(); // of the coroutine that asks
 * yield* sleep(1);
 * currentTask() === task; // true
 */
export function currentTask(loop?: AbstractEventLoop | null): Task | undefined {
  return peekCurrentTask(loop ?? getRunningLoop()) as Task | undefined;
}

/**
 * Give the tasks of `loop` that are not done, in the order of their creation.
 *
 * @param loop otherwise the running one.
 * @throws RuntimeError when no loop is given and none is running.
 */
export function allTasks(loop?: AbstractEventLoop | null): Set<Task> {
  return new Set(pendingTasks(loop ?? getRunningLoop()) as Task[]);
}
