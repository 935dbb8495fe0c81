/**
 * DeadlockError: the loop has nothing to run, and never will.
 *
 * Nothing is ready, and no timer is scheduled that will ever be due, while `runForever`
 * would go on. CPython waits then, for ever. Here it is an error, which says of every
 * task that is not done what it waits for, by which calls, and which tasks wait for each
 * other in a cycle. The loop can be used again afterwards: cancel one of them, and run.
 *
 * Counterpart: none.
 */

import { nameAfterClass } from '../errors';
import { awaitersOf } from '../future/awaiters';
import type { Future } from '../future/future';
import { primitiveOf } from '../future/waiter';
import { type Frame, locationOf } from '../stack';
import { Task } from '../task/task';

/** A task that will never run again. */
export interface BlockedTask {
  /** The task itself: to cancel it lets it run once more. */
  readonly task: Task;
  /** What it waits for; undefined when its step was lost, which takes a loop that was stopped by an error. */
  readonly awaits: Future | undefined;
  /** The calls by which it waits, outermost first, as far as they can be seen; looked for in the first tasks only. */
  readonly chain: readonly Frame[];
}

/**
 * A loop has nothing left to run while something is waited for: it would wait for ever.
 *
 * @example
 * function* stuck() { yield* loop.createFuture(); }
 * try {
 *   loop.runUntilComplete(stuck());
 * } catch (error) {
 *   if (error instanceof DeadlockError) for (const { task } of error.tasks) task.cancel();
 * }
 */
export class DeadlockError extends Error {
  constructor(
    message: string,
    /** The tasks that are not done, in the order of their creation. */
    readonly tasks: readonly BlockedTask[],
    /** Tasks of which each waits for the next, and the last for the first; empty when there is no such cycle. */
    readonly cycle: readonly Task[],
  ) {
    super(message);
  }
}
nameAfterClass(DeadlockError);

/** How many tasks are described: to look for the calls of one takes a millisecond. */
const MAX_DESCRIBED = 20;

/** Make the error for a loop whose tasks are `pending`. */
export function deadlock(pending: readonly Task[]): DeadlockError {
  const tasks = pending.map((task, i) => blockedTask(task, i < MAX_DESCRIBED));
  const cycle = findCycle(pending);
  const lines = [summary(pending.length), ...tasks.slice(0, MAX_DESCRIBED).map((blocked) => `  ${describe(blocked)}`)];
  if (pending.length > MAX_DESCRIBED) lines.push(`  and ${pending.length - MAX_DESCRIBED} more`);
  if (cycle.length > 0) lines.push(`  cycle: ${namesOf([...cycle, cycle[0] as Task])}`);
  return new DeadlockError(lines.join('\n'), tasks, cycle);
}

function summary(count: number): string {
  const nothing = 'nothing is ready and nothing is scheduled';
  if (count === 0) return `${nothing}: the loop would wait for ever`;
  return `${nothing}, but ${count === 1 ? '1 task is' : `${count} tasks are`} not done:`;
}

function blockedTask(task: Task, described: boolean): BlockedTask {
  return { task, awaits: task.getFutWaiter(), chain: described ? task.awaitChain() : [] };
}

function describe({ task, awaits, chain }: BlockedTask): string {
  const what = awaits instanceof Task ? awaits.getName() : shown(awaits);
  const waits = `${task.getName()} waits for ${what}`;
  if (chain.length > 0) return `${waits} in ${chain.map((frame) => `${frame.name} (${locationOf(frame)})`).join(', ')}`;
  const created = task.createdAt();
  return created === undefined ? waits : `${waits} in ${created.name}, created at ${locationOf(created)}`;
}

/** What is waited for: a lock says more than the future on which its waiter is parked. */
function shown(awaits: Future | undefined): string {
  return awaits === undefined ? 'nothing' : String(primitiveOf(awaits) ?? awaits);
}

/** The names along a cycle, which may be long. */
function namesOf(tasks: readonly Task[]): string {
  const names = tasks.map((task) => task.getName());
  if (names.length > MAX_DESCRIBED) names.splice(MAX_DESCRIBED / 2, names.length - MAX_DESCRIBED, '...');
  return names.join(' -> ');
}

/** Follow from each task in turn, depth first, who awaits it, until that leads back to a future on the way. */
function findCycle(tasks: readonly Task[]): Task[] {
  const cleared = new Set<Future>();
  for (const task of tasks) {
    const path: Visit[] = [visit(task)];
    const onPath = new Set<Future>([task]);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.awaiters.pop();
      if (next === undefined) {
        cleared.add(last.future);
        onPath.delete(last.future);
        path.pop();
      } else if (onPath.has(next)) {
        return tasksFrom(path, next);
      } else if (!cleared.has(next)) {
        path.push(visit(next));
        onPath.add(next);
      }
    }
  }
  return [];
}

/** A future on the path being followed, and those who await it and are still to be followed. */
interface Visit {
  readonly future: Future;
  readonly awaiters: Future[];
}

function visit(future: Future): Visit {
  return { future, awaiters: awaitersOf(future) };
}

/** The tasks of the path from `start` on, against its direction: each waits for the next. */
function tasksFrom(path: readonly Visit[], start: Future): Task[] {
  const futures = path.map(({ future }) => future);
  const [first, ...others] = futures.slice(futures.indexOf(start));
  return [first, ...others.reverse()].filter((future): future is Task => future instanceof Task);
}
