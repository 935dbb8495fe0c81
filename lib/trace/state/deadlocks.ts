/**
 * Deadlocks: which tasks can never run again, at some moment of a trace.
 *
 * A task is dead from the event that says so to the next that is about it: the end of the
 * program may yet cancel it.
 */

import type { DeadlockEvent } from '../event/program-events';
import type { Trace } from '../trace-event';
import type { TaskState } from './task-state';

export class Deadlocks {
  /** For each task, the events that declare it dead. */
  private readonly byTask = new Map<number, DeadlockEvent[]>();

  constructor({ events }: Trace) {
    for (const event of events) {
      if (event.type !== 'deadlock') continue;
      for (const task of event.tasks) this.byTask.set(task, [...(this.byTask.get(task) ?? []), event]);
    }
  }

  /** Tell whether a task is dead that is in this state at event `at`. */
  hasKilled({ task, event }: TaskState, at: number): boolean {
    return (this.byTask.get(task) ?? []).some(({ n }) => event < n && n <= at);
  }
}
