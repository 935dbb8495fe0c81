/**
 * createTask: a task on the loop that is running.
 *
 * The loop makes it, so that its task factory has a say; this only finds the loop, and it
 * looks for a running one: where none is, a task would be made that nobody runs.
 *
 * Counterpart: asyncio.create_task, in tasks.py.
 */

import type { CoroutineLike } from '../coroutine/coroutine';
import type { TaskOptions } from '../future/abstract-event-loop';
import { getRunningLoop } from '../future/running-loop';
import type { Task } from './task';

/**
 * Make a task of `coro` on the running loop; it takes its first step in the next iteration.
 * Making it does not yield to the loop: `coro` runs once the caller waits.
 *
 * @throws RuntimeError when no loop is running; TypeError when `coro` is no coroutine.
 * @example
 * const task = createTask(hello(1), { name: 'first' });
 * const result = yield* task;
 */
export function createTask<T>(coro: CoroutineLike<T>, options: TaskOptions = {}): Task<T> {
  return getRunningLoop().createTask(coro, options) as Task<T>;
}
