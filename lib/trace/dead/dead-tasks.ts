/**
 * Dead tasks: those that can never run again, although others go on.
 *
 * Where nobody goes on, the loop itself finds out, and raises a DeadlockError. Here it is found
 * out before. Who is dead, liveness.ts decides; the text is that of a DeadlockError.
 *
 * Whoever may be alive is left out. Only to be cancelled may wake a dead task, as `run` in the
 * end cancels all that is left.
 *
 * Counterpart: none.
 */

import { withoutLooking } from '../../future/await-chain';
import { type BlockedTasks, describeBlocked } from '../../loop/blocked-tasks';
import type { EventLoop } from '../../loop/event-loop';
import type { Task } from '../../task/task';
import type { Host } from '../host';
import { lookForDeadTasks } from './liveness';
import { reachersAmong } from './reachers';

/**
 * Find the tasks of `loop` that can never run again, unless one of them is cancelled, and say who
 * waits for whom; undefined where there are none.
 *
 * Without a `host`, and while the loop runs, those are found that wait for each other, or for
 * each other's locks. With a host that has watched since they were made, also those that wait
 * for something which nobody can reach any more.
 *
 * @example
 * const lock = new Lock();
 * const twice = () => asyncWith(lock, () => lock.acquire());
 * createTask(twice(), { name: 'stuck' });
 * yield* sleep(1);
 * findDeadTasks(loop)?.tasks.length; // 1
 */
export function findDeadTasks(loop: EventLoop, host?: Host): BlockedTasks | undefined {
  // What the functions hold that are under way, no host can tell.
  const { dead } = lookForDeadTasks(loop, { host: loop.isRunning() ? undefined : host });
  return describeDead(dead, host);
}

/** Say of dead tasks who waits for whom; undefined where there are none. */
export function describeDead(tasks: readonly Task[], host: Host | undefined): BlockedTasks | undefined {
  if (tasks.length === 0) return undefined;
  if (host === undefined) return describeBlocked(tasks, summary(tasks.length));
  const chainOf = (task: Task) => host.chainOf(task.getCoro());
  const knowledge = { chainOf, reachersOf: reachersAmong(tasks, host) };
  return withoutLooking(() => describeBlocked(tasks, summary(tasks.length), knowledge));
}

function summary(count: number): string {
  return count === 1
    ? '1 task can never run again, unless it is cancelled:'
    : `${count} tasks can never run again, unless one of them is cancelled:`;
}
