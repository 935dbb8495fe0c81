/**
 * createTask: a task on the loop that is running.
 *
 * Counterpart: asyncio.create_task, in tasks.py.
 */

import type { CoroutineLike } from '../coroutine/coroutine';
import type { TaskOptions } from '../future/abstract-event-loop';
import { getRunningLoop } from '../future/running-loop';
import type { Task } from './task';

/**
 * Make a task of `coro` on the running loop; it takes its first step in the next iteration.
 *
 * @throws RuntimeError when no loop is running; TypeError when `coro` is no coroutine.
 * @example
 * const task = createTask(hello(1), { name: 'first' });
 * const result = yield* task;
 */
export function createTask<T>(coro: CoroutineLike<T>, options: TaskOptions = {}): Task<T> {
  return getRunningLoop().createTask(coro, options) as Task<T>;
}
