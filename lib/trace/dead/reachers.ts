/**
 * Reachers: which of some tasks have at hand what another of them waits for.
 *
 * Of dead tasks, these are the only ones that could have put an item in the queue, or have set
 * the event; so they are whom it waits for. Those that wait for the same do not count, as they
 * have it at hand in any case.
 *
 * It is there to explain, and decides nothing: each task is looked at for a short while only, in
 * which its own variables are seen, and what these lead to.
 */

import type { Future } from '../../future/future';
import { primitiveOf } from '../../future/waiter';
import type { Task } from '../../task/task';
import type { Host } from '../host';
import { Reach } from './reach';

/** How often the host is asked of each task, at most: each time takes a quarter of a millisecond. */
const MAX_LOOKS = 60;

/** How many tasks are looked at. */
const MAX_TASKS = 20;

/** Give a function that tells which of `tasks` have at hand what one of them waits for. */
export function reachersAmong(tasks: readonly Task[], host: Host): (task: Task) => readonly Task[] {
  const reached = new Map(tasks.slice(0, MAX_TASKS).map((task) => [task, futuresAtHand(task, host)]));
  return (task) =>
    [...reached].flatMap(([other, futures]) => {
      const isAtHand = futures.has(task.getFutWaiter() as Future);
      return isAtHand && waitsFor(other) !== waitsFor(task) ? other : [];
    });
}

function futuresAtHand(task: Task, host: Host): Set<Future> {
  const futures = new Set<Future>();
  const reach = new Reach(host, (future) => futures.add(future));
  reach.enter(task);
  while (reach.looks < MAX_LOOKS && reach.next());
  return futures;
}

/** What a task waits for: a queue, an event; or a future that is all there is. */
function waitsFor(task: Task): object | undefined {
  const future = task.getFutWaiter();
  return future && (primitiveOf(future) ?? future);
}
