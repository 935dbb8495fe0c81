/**
 * StepRecorder: says in a trace's words how tasks take their steps, are suspended, and are woken.
 *
 * A step of a task ends when the task is suspended or done. But the code of a native async
 * function may also be let go on by that of another task, which has a promise resolved, and so
 * within its step. That is told of as a step, too. When it is over, the task waits as it did, or is
 * scheduled as it was, unless it was woken meanwhile; and is said to, as it may await elsewhere.
 *
 * Counterpart: none.
 */

import { CancelledError } from '../../errors';
import type { Future } from '../../future/future';
import { primitiveOf } from '../../future/waiter';
import type { Task } from '../../task/task';
import type { EventLog, Writer } from './event-log';
import type { HandleRecorder } from './handle-recorder';
import type { PrimitiveRecorder } from './primitive-recorder';
import { errorText, futureText } from './shown';

export class StepRecorder {
  /** The tasks that take a step, the innermost last, until it is told what they do after it. */
  private readonly stepping: Task[] = [];

  constructor(
    private readonly log: EventLog,
    private readonly writer: Writer,
    private readonly handles: HandleRecorder,
    private readonly primitives: PrimitiveRecorder,
  ) {}

  /** Give the number of the event with which a step of `task` begins. */
  begun(task: Task, error: Error | undefined): number {
    this.handles.expectStep(undefined, 0);
    this.stepping.push(task);
    const thrown = error === undefined ? undefined : errorText(error);
    const cancelled = error instanceof CancelledError ? true : undefined;
    return this.writer.write({ type: 'resume', task: this.numberOf(task), error: thrown, cancelled });
  }

  suspended(task: Task, future: Future | undefined): void {
    this.settle(task);
    const chain = this.log.host?.chainOf(task.getCoro(), { variables: true });
    const line = future && primitiveOf(future);
    const label = future && futureText(future, line, this.handles.deadlineFor(future));
    const primitive = line && this.primitives.numberOf(line);
    const number = future && this.numberOf(future);
    this.writer.write({ type: 'suspend', task: this.numberOf(task), future: number, label, primitive, chain });
  }

  /** Give the number of the event by which `task` is woken. */
  woken(task: Task, future: Future): number {
    this.settle(task);
    return this.writer.write({ type: 'wake', task: this.numberOf(task), future: this.numberOf(future) });
  }

  ended(task: Task): void {
    if (!this.leave(task) || this.stepping.includes(task) || task.done()) return;
    const future = task.getFutWaiter();
    this.suspended(task, future?.done() ? undefined : future);
  }

  /** What `task` does after its step is told. */
  private settle(task: Task): void {
    while (this.leave(task));
  }

  private leave(task: Task): boolean {
    const at = this.stepping.lastIndexOf(task);
    if (at !== -1) this.stepping.splice(at, 1);
    return at !== -1;
  }

  private numberOf(future: Future): number {
    return this.log.futures.of(future);
  }
}
