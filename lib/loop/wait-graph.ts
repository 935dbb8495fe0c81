/**
 * WaitGraph: which task waits for which.
 *
 * A task waits for another that it awaits: straight, or by way of futures that end with it,
 * as those of gather, shield and a task group do. And who stands in line for a lock waits for
 * its owner; for a semaphore, for any of several. Who waits for a queue, an event or a bare
 * future waits for whoever can reach that; but who can, only a host knows (lib/trace).
 *
 * It is drawn when it is asked for, of tasks of which none is running, and shows that moment.
 *
 * Counterpart: none; the call graph (lib/trace/call-graph.ts) has the first kind only.
 */

import { awaitersOf } from '../future/awaiters';
import type { Future } from '../future/future';
import { primitiveOf } from '../future/waiter';
import { Task } from '../task/task';

/** For whom a task waits, and why for them: they hold a lock, are awaited, or can reach what it waits for. */
export interface Wait {
  readonly because: 'held' | 'awaited' | 'reached';
  /** An owner may be among them that is done. */
  readonly on: ReadonlySet<Task>;
}

/** Who waits for whom, among tasks that are not done. */
export class WaitGraph {
  private readonly waits = new Map<Task, Wait>();

  /** @param reachersOf tells which of the tasks can reach what one waits for; asked where nothing else says for whom it waits. */
  constructor(
    private readonly tasks: readonly Task[],
    reachersOf: (task: Task) => readonly Task[] = () => [],
  ) {
    const awaited = awaitedBy(tasks);
    for (const task of tasks) {
      const owners = ownersOf(task.getFutWaiter());
      const on = awaited.get(task) ?? new Set<Task>();
      if (owners.length > 0) this.waits.set(task, { because: 'held', on: new Set(owners) });
      else if (on.size > 0) this.waits.set(task, { because: 'awaited', on });
      else this.waits.set(task, { because: 'reached', on: new Set(reachersOf(task)) });
    }
  }

  /** Give for whom `task` waits. */
  waitOf(task: Task): Wait {
    return this.waits.get(task) ?? { because: 'reached', on: new Set() };
  }

  /** Give the tasks of all cycles, and those that wait for one of them. */
  caught(): Set<Task> {
    const caught = new Set(this.cycles().flat());
    if (caught.size === 0) return caught;
    const waiting = new Map(this.tasks.map((task) => [task, [] as Task[]]));
    for (const [task, { on }] of this.waits) for (const each of on) waiting.get(each)?.push(task);
    for (const task of caught) for (const each of waiting.get(task) ?? []) caught.add(each);
    return caught;
  }

  /** Give cycles that have no task in common: in each, every task waits for the next, and the last for the first. */
  cycles(): Task[][] {
    const cycles: Task[][] = [];
    const cleared = new Set<Task>();
    for (const task of this.tasks) {
      const cycle = this.followFrom(task, cleared);
      if (cycle.length > 0) cycles.push(cycle);
    }
    return cycles;
  }

  /** Follow from `start`, depth first, whom each waits for, until that leads back to a task on the way. */
  private followFrom(start: Task, cleared: Set<Task>): Task[] {
    // Kept by hand, as such a way may be longer than the stack. All on it count as cleared at once.
    const way: Visit[] = [];
    const onWay = new Set<Task>();
    const enter = (task: Task): void => {
      way.push({ task, toFollow: [...this.waitOf(task).on].reverse() });
      onWay.add(task);
      cleared.add(task);
    };
    if (!cleared.has(start)) enter(start);
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const next = last.toFollow.pop();
      if (next === undefined) {
        onWay.delete(last.task);
        way.pop();
      } else if (onWay.has(next)) {
        const tasks = way.map(({ task }) => task);
        return tasks.slice(tasks.indexOf(next));
      } else if (!cleared.has(next)) {
        enter(next);
      }
    }
    return [];
  }
}

/** A task on the way that is followed, and those it waits for that are still to be followed. */
interface Visit {
  readonly task: Task;
  readonly toFollow: Task[];
}

/** The tasks that hold what `waiter` is parked on. */
function ownersOf(waiter: Future | undefined): Task[] {
  const owners = (waiter && primitiveOf(waiter))?.owners?.() ?? [];
  return owners.filter((owner): owner is Task => owner instanceof Task);
}

/** Whom each of `tasks` awaits. */
function awaitedBy(tasks: readonly Task[]): Map<Task, Set<Task>> {
  const awaited = new Map<Task, Set<Task>>();
  for (const task of tasks) {
    for (const awaiter of tasksAwaiting(task)) {
      const known = awaited.get(awaiter);
      if (known === undefined) awaited.set(awaiter, new Set([task]));
      else known.add(task);
    }
  }
  return awaited;
}

/** The tasks that await `future`, straight or by way of other futures. One that has entered a group, and not come to leave it, does not. */
function tasksAwaiting(future: Future): Task[] {
  const tasks = new Set<Task>();
  const between = new Set([future]);
  for (const each of between) {
    for (const awaiter of awaitersOf(each)) {
      if (awaiter instanceof Task) tasks.add(awaiter);
      else between.add(awaiter);
    }
  }
  return [...tasks].filter((task) => between.has(task.getFutWaiter() as Future));
}
