/**
 * Eager tasks: those that take their first step when they are made.
 *
 * That step is Task's to take (`eagerStart`); these factories only ask for it. It runs inside
 * the task that is being executed, in whose place the new one is the current one meanwhile.
 * Where the loop is not running, an eager task begins as any other.
 *
 * Counterpart: asyncio.eager_task_factory and create_eager_task_factory, in tasks.py.
 */

import type { CoroutineLike } from '../coroutine/coroutine';
import type { AbstractEventLoop, TaskOptions } from '../future/abstract-event-loop';
import { Task } from './task';

type Arguments<T> = [coro: CoroutineLike<T>, options: TaskOptions & { readonly loop: AbstractEventLoop }];

/** Makes a task, as `new Task` would: a function, or a class of tasks. */
export type TaskConstructor = (<T>(...args: Arguments<T>) => Task<T>) | (new <T>(...args: Arguments<T>) => Task<T>);

/** A task factory that makes eager tasks: what `loop.setTaskFactory` takes. */
export type EagerTaskFactory = <T>(loop: AbstractEventLoop, coro: CoroutineLike<T>, options?: TaskOptions) => Task<T>;

/** Give a task factory that has `makeTask` make eager tasks: for tasks of a class of one's own. */
export function createEagerTaskFactory(makeTask: TaskConstructor): EagerTaskFactory {
  return (loop, coro, given = {}) => {
    const options = { ...given, loop, eagerStart: given.eagerStart ?? true };
    return isTaskClass(makeTask) ? new makeTask(coro, options) : makeTask(coro, options);
  };
}

function isTaskClass(makeTask: TaskConstructor): makeTask is new <T>(...args: Arguments<T>) => Task<T> {
  return makeTask === Task || makeTask.prototype instanceof Task;
}

/**
 * Make an eager task: a coroutine that need not wait is done before the task is even given
 * out, and awaiting it takes no iteration.
 *
 * @example
 * loop.setTaskFactory(eagerTaskFactory);
 */
export const eagerTaskFactory: EagerTaskFactory = createEagerTaskFactory((coro, options) => new Task(coro, options));
