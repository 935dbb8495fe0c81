/**
 * DeadTaskWatch: when to look for dead tasks, while a loop runs.
 *
 * Who is dead stays dead, so a look may come late, and looks can be kept from taking long. They
 * are taken when nothing is ready, and time has to pass; of two kinds:
 *
 *     by waits and owners   takes as long as there are tasks, and finds what came about when some
 *                           of them were suspended: taken once enough were, for as many tasks
 *     by the host           takes long: taken at the first waits, and then less and less often;
 *                           and what it takes has to be earned, by suspensions
 *
 * So either costs a step a fixed part more at most.
 */

import type { Future } from '../../future/future';
import { pendingTasks } from '../../future/registry';
import type { BlockedTasks } from '../../loop/blocked-tasks';
import type { EventLoop } from '../../loop/event-loop';
import type { Task } from '../../task/task';
import type { Host } from '../host';
import { describeDead } from './dead-tasks';
import { lookForDeadTasks } from './liveness';

/** How many tasks are looked at for each suspension. */
const TASKS_PER_SUSPENSION = 8;

/** How often the host may be asked: from the beginning, and more for each suspension. To ask it takes a quarter of a millisecond. */
const QUESTIONS = 2_000;
const QUESTIONS_PER_SUSPENSION = 0.2;

export class DeadTaskWatch {
  /** What each task that was reported waited for then: should it wait for something else, it was cancelled, and lives. */
  private readonly reported = new WeakMap<Task, Future | undefined>();
  /** How many more are to be suspended before it is time to look by waits and owners. */
  private untilLook = 1;
  /** How often time had to pass, and when it is time to look by the host. */
  private waits = 0;
  private nextHostLook = 1;
  private questionsLeft = QUESTIONS;

  constructor(
    private readonly loop: EventLoop,
    private readonly host?: Host,
  ) {}

  /** Take note that a task was suspended. */
  taskSuspended(): void {
    this.untilLook -= 1;
    this.questionsLeft += QUESTIONS_PER_SUSPENSION;
  }

  /** Look, if it is time to; give the tasks that were found dead, each once. To be called when a handle was run. */
  handleEnded(): BlockedTasks | undefined {
    if (!this.loop.isWaitingForTime()) return undefined;
    this.waits += 1;
    if (this.isTimeToAsk()) {
      this.nextHostLook = this.waits + 1 + Math.floor(this.waits / 4);
      return this.look(this.host);
    }
    return this.untilLook <= 0 ? this.look(undefined) : undefined;
  }

  private isTimeToAsk(): boolean {
    return this.host !== undefined && this.waits >= this.nextHostLook && this.questionsLeft > 0;
  }

  private look(host: Host | undefined): BlockedTasks | undefined {
    this.untilLook = Math.max(1, pendingTasks(this.loop).length / TASKS_PER_SUSPENSION);
    const isKnown = (task: Task) => this.reported.has(task) && this.reported.get(task) === task.getFutWaiter();
    const { dead, looks } = lookForDeadTasks(this.loop, { host, isKnown });
    this.questionsLeft -= looks;
    for (const task of dead) this.reported.set(task, task.getFutWaiter());
    return describeDead(dead, this.host);
  }
}
