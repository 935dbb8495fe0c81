/**
 * JobOwner: whose a job is, and what is current while it runs.
 *
 * Mostly the code of a call goes on in the step of its own task, and there is nothing to do. But
 * other code may let it go on, by resolving a promise that it awaits: then it runs within that
 * code's step, and has to be, for so long, in its own context, and its own task.
 *
 * Counterpart: asyncio's swap_current_task, and Context.run, of which this is the other half.
 */

import { Context } from '../context/context';
import type { Future } from '../future/future';
import { peekCurrentTask, swapCurrentTask } from '../future/registry';
import { peekRunningLoop } from '../future/running-loop';
import type { Task } from '../task/task';

export abstract class JobOwner {
  /** The task in whose steps the code runs. */
  protected task: Task | undefined = undefined;
  private context = Context.current;
  /** What was current where the code of this owner stands in for other. */
  private outside: { readonly task: Future | undefined; readonly context: Context } | undefined = undefined;

  /** Note what is current now, in its own step. */
  protected noteWhere(): void {
    const loop = peekRunningLoop();
    this.task = loop && (peekCurrentTask(loop) as Task | undefined);
    this.context = Context.current;
  }

  /** Called before a job of this owner is run where another's was asked for. */
  enter(): void {
    this.outside = { task: swapCurrentTask(this.task), context: Context.current };
    Context.current = this.context;
    const task = this.taskAside();
    task?.getLoop().observer?.stepBegun(task, undefined);
  }

  /** Called after it. */
  leave(): void {
    if (this.outside === undefined) return;
    const task = this.taskAside();
    task?.getLoop().observer?.stepEnded(task);
    swapCurrentTask(this.outside.task);
    Context.current = this.outside.context;
    this.outside = undefined;
  }

  /** The task that takes a step within another's; undefined where the step is its own, or it is done and has code left. */
  private taskAside(): Task | undefined {
    const { task } = this;
    return task === this.outside?.task || task?.done() ? undefined : task;
  }
}
