/**
 * TaskGroup: tasks that end together.
 *
 * Whoever leaves the group waits for its tasks. If one of them fails, or what runs inside,
 * the others are cancelled, and so is the parent, to call it out of whatever it is waiting
 * for; when all have ended, their errors come out as one ExceptionGroup.
 *
 *     created --enter--> entered --leave--> exiting --all tasks are done--> finished
 *                           |                  |
 *                           +-- a failure, or a cancellation from outside: aborting, as well
 *
 * To cancel the parent is the same for the group as for anybody else, and so it has to take
 * that request back (`uncancel`) when it leaves: what is then left over of requests came
 * from outside, and goes on.
 *
 * Invariant: when `asyncWith` ends, every task of the group is done, and the parent has as
 * many requests to cancel as came from outside.
 *
 * Counterpart: asyncio/taskgroups.py. Tasks are aborted in the order of their creation.
 */

import type { AsyncContextManager } from '../coroutine/async-with';
import type { Yielded } from '../coroutine/awaitable';
import { Coroutine, type CoroutineLike } from '../coroutine/coroutine';
import { closeCoroutine } from '../coroutine/coroutine-function';
import { CancelledError, leavesTheLoop, RuntimeError } from '../errors';
import { BaseExceptionGroup } from '../exception-group';
import type { AbstractEventLoop, TaskOptions } from '../future/abstract-event-loop';
import { setAwaiter } from '../future/awaiters';
import type { Future } from '../future/future';
import { retrieveException } from '../future/outcome';
import { getRunningLoop } from '../future/running-loop';
import { createWaiter, releaseWaiter } from '../future/waiter';
import { showAsString } from '../repr';
import { currentTask } from './current-task';
import type { Task } from './task';

/**
 * A scope that outlives its tasks (asyncio.TaskGroup). Entered with `asyncWith`, once.
 *
 * Leaving throws an ExceptionGroup of what the tasks failed with, in the order in which they
 * did, and last of what the body threw. (Of a BaseException among them, a BaseExceptionGroup;
 * SystemExit and KeyboardInterrupt come out bare.) A cancelled task has not failed. A
 * cancellation from outside cancels the tasks, and comes out when they have ended, unless
 * there are errors: they come first, and the cancellation at the next `await`.
 *
 * @example
 * const [a, b] = yield* asyncWith(new TaskGroup(), function* (group) {
 *   return [group.createTask(hello(1)), group.createTask(hello(2))];
 * });
 * a.result(); // both are done
 */
export class TaskGroup implements AsyncContextManager<TaskGroup> {
  private state: 'created' | 'entered' | 'exiting' = 'created';
  private loop!: AbstractEventLoop;
  private parentTask!: Task;
  private aborting = false;
  /** Whether the parent was cancelled by this group, which then has to take that back. */
  private parentCancelRequested = false;
  /** Those that are not done. */
  private readonly tasks = new Set<Task>();
  private readonly errors: Error[] = [];
  /** The first SystemExit or KeyboardInterrupt. */
  private baseError: Error | undefined = undefined;
  /** What the parent waits for on leaving; undefined while it does not. */
  private onCompletedFuture: Future<void> | undefined = undefined;
  /** `onTaskDone`, as the tasks are given it. */
  private readonly doneCallback = this.onTaskDone.bind(this);

  constructor() {
    setAwaiter(this.doneCallback, () => this.onCompletedFuture ?? this.parentTask);
  }

  /**
   * Enter. `asyncWith` calls this.
   *
   * @throws RuntimeError, when awaited, if entered before, or outside a task.
   */
  aenter(): Coroutine<TaskGroup> {
    return new Coroutine(this.enter(), 'TaskGroup.aenter');
  }

  private *enter(): Generator<never, TaskGroup, unknown> {
    if (this.state !== 'created') throw new RuntimeError(`TaskGroup ${this} has already been entered`);
    const loop = getRunningLoop();
    const parentTask = currentTask(loop);
    if (parentTask === undefined) throw new RuntimeError(`TaskGroup ${this} cannot determine the parent task`);
    this.loop = loop;
    this.parentTask = parentTask;
    this.state = 'entered';
    return this;
  }

  /**
   * Make a task of `coro` that belongs to this group. Others of the group may still do so
   * while the parent waits for them. Where it is not allowed, `coro` is closed.
   *
   * @throws RuntimeError when the group was not entered, is finished, or is shutting down.
   */
  createTask<T>(coro: CoroutineLike<T>, { name, context }: Omit<TaskOptions, 'eagerStart'> = {}): Task<T> {
    this.checkOpen(coro);
    const task = this.loop.createTask(coro, { name, context }) as Task<T>;
    if (task.done()) {
      this.onTaskDone(task); // its first step, an eager one, was its last
    } else {
      this.tasks.add(task as Task);
      task.addDoneCallback(this.doneCallback);
    }
    return task;
  }

  private checkOpen(coro: CoroutineLike<unknown>): void {
    const problem = this.problem();
    if (problem === undefined) return;
    closeCoroutine(coro);
    throw new RuntimeError(`TaskGroup ${this} ${problem}`);
  }

  private problem(): string | undefined {
    if (this.state === 'created') return 'has not been entered';
    if (this.state === 'exiting' && this.tasks.size === 0) return 'is finished';
    return this.aborting ? 'is shutting down' : undefined;
  }

  private onTaskDone(task: Task): void {
    this.tasks.delete(task);
    if (this.onCompletedFuture !== undefined && this.tasks.size === 0) releaseWaiter(this.onCompletedFuture);
    const error = retrieveException(task);
    if (error !== undefined) this.taskFailed(task, error);
  }

  private taskFailed(task: Task, error: Error): void {
    const { loop, parentTask } = this;
    this.errors.push(error);
    if (leavesTheLoop(error)) this.baseError ??= error;
    if (parentTask.done()) {
      const message = `Task ${task} has errored out but its parent task ${parentTask} is already completed`;
      loop.callExceptionHandler({ message, exception: error, task });
    } else if (!this.aborting && !this.parentCancelRequested) {
      this.abort();
      this.parentCancelRequested = true;
      parentTask.cancel();
    }
  }

  private abort(): void {
    this.aborting = true;
    for (const task of this.tasks) if (!task.done()) task.cancel();
  }

  /**
   * Leave: wait for the tasks; cancel them first, if `error` ended the body. `asyncWith` calls
   * this. Does not yield to the loop if there are none left.
   *
   * @throws when awaited: the group of their errors; the cancellation, if it came from outside.
   */
  aexit(error: Error | undefined): Coroutine<undefined> {
    return new Coroutine(this.leave(error), 'TaskGroup.aexit');
  }

  private *leave(error: Error | undefined): Generator<Yielded, undefined, unknown> {
    this.state = 'exiting';
    if (leavesTheLoop(error)) this.baseError ??= error;
    if (error !== undefined && !this.aborting) this.abort();
    const cancelledWaiting = yield* this.waitForTasks();
    if (this.baseError !== undefined) throw this.baseError;
    // The group takes back its own request to cancel: what is left came from outside.
    const fromOutside = !this.parentCancelRequested || this.parentTask.uncancel() > 0;
    const cancellation = cancelledWaiting ?? (error instanceof CancelledError ? error : undefined);
    if (fromOutside && cancellation !== undefined && this.errors.length === 0) throw cancellation;
    if (error !== undefined && !(error instanceof CancelledError)) this.errors.push(error);
    if (this.errors.length > 0) this.raiseErrors();
  }

  /** Wait until no task is left; give the cancellation from outside that came meanwhile, if it was the first reason to abort. */
  private *waitForTasks(): Generator<Yielded, CancelledError | undefined, unknown> {
    let cancellation: CancelledError | undefined;
    while (this.tasks.size > 0) {
      this.onCompletedFuture ??= createWaiter(this.loop);
      try {
        yield* this.onCompletedFuture;
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        if (!this.aborting) {
          cancellation = error;
          this.abort();
        }
      }
      this.onCompletedFuture = undefined;
    }
    return cancellation;
  }

  /** Raise the errors. A cancellation from outside is asked for again, or it would be lost behind them. */
  private raiseErrors(): never {
    const { parentTask } = this;
    if (parentTask.cancelling() > 0) {
      parentTask.uncancel();
      parentTask.cancel();
    }
    throw new BaseExceptionGroup('unhandled errors in a TaskGroup', this.errors.splice(0));
  }

  toString(): string {
    const info = ['TaskGroup'];
    if (this.tasks.size > 0) info.push(`tasks=${this.tasks.size}`);
    if (this.errors.length > 0) info.push(`errors=${this.errors.length}`);
    if (this.aborting) info.push('cancelling');
    else if (this.state !== 'created') info.push('entered');
    return `<${info.join(' ')}>`;
  }
}
showAsString(TaskGroup);
