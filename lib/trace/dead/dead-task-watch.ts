/**
 * DeadTaskWatch: when to look for dead tasks, while a loop runs.
 *
 * After each step, as long as that is no burden: then it is known at which step a task died. Who is
 * dead stays dead, so in a long run a look may also come later (allowance.ts). There are two kinds:
 *
 *     by waits and owners   takes as long as there are tasks and handles
 *     by the host           takes long
 *
 * Nothing is reported of a loop that is about to stop: its caller goes on, to end what is left.
 */

import type { Future } from '../../future/future';
import type { BlockedTasks } from '../../loop/blocked-tasks';
import { type EventLoop, runUntilCompleteCallback } from '../../loop/event-loop';
import type { Handle } from '../../loop/handle';
import type { Task } from '../../task/task';
import type { Host } from '../host';
import { Allowance } from './allowance';
import { describeDead } from './dead-tasks';
import { lookForDeadTasks } from './liveness';

/** What a look takes in any case: as much as a hundred tasks more; as four questions to the host. */
const TASKS_PER_LOOK = 100;
const QUESTIONS_PER_LOOK = 4;

export class DeadTaskWatch {
  /** What each task that was reported waited for then: should it wait for something else, it was cancelled, and lives. */
  private readonly reported = new WeakMap<Task, Future | undefined>();
  /** How many tasks and handles may be looked at. A thousand take some tenths of a millisecond. */
  private readonly tasks = new Allowance(200_000, 32, 500);
  /** How many questions the host may be asked. Each takes a quarter of a millisecond. */
  private readonly questions = new Allowance(2_000, 0.5, 20);

  constructor(
    private readonly loop: EventLoop,
    private readonly host?: Host,
  ) {}

  /** Take note that a task was suspended. */
  taskSuspended(): void {
    this.tasks.earn();
    this.questions.earn();
  }

  /** Look, if it is time to; give the tasks that were found dead, each once. To be called when a handle was run. */
  handleEnded(): BlockedTasks | undefined {
    if (!this.tasks.isTime()) return undefined;
    return this.look(this.questions.isTime() ? this.host : undefined);
  }

  private look(host: Host | undefined): BlockedTasks | undefined {
    const isKnown = (task: Task) => this.reported.has(task) && this.reported.get(task) === task.getFutWaiter();
    const { dead, count, looks } = lookForDeadTasks(this.loop, { host, isKnown });
    this.tasks.spend(TASKS_PER_LOOK + count);
    if (host !== undefined) this.questions.spend(QUESTIONS_PER_LOOK + looks);
    if (dead.length === 0 || isAboutToStop(this.loop)) return undefined;
    for (const task of dead) this.reported.set(task, task.getFutWaiter());
    return describeDead(dead, this.host);
  }
}

/** Whether the iteration under way is the last of a run, or the next one is. */
function isAboutToStop(loop: EventLoop): boolean {
  const isToStop = (handle: Handle) => handle.getCall().callback === runUntilCompleteCallback;
  return loop.stopping || loop.handlesToRun().some(isToStop);
}
