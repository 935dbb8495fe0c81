/**
 * unlessCycle: keep tasks from waiting for themselves.
 *
 * CPython's `cancel` hands the request on to what a task awaits, and never comes to an end
 * if that leads back to the task. (Ours does.) So an await that would close a cycle is
 * refused, by the interpreters of both languages and by the same rule: by looking at what
 * each task really awaits. A library that is wrong about that is found out here, too.
 *
 * Counterpart: cpython/cycle.py.
 */

import { currentTask, type Future, isfuture, Task } from '../lib';

/** Make what is to be awaited; undefined if to await it would close a cycle. */
export function unlessCycle<T, R>(awaited: T, make: (awaited: T) => R): R | undefined {
  return closesCycle(awaited) ? undefined : make(awaited);
}

function closesCycle(awaited: unknown): boolean {
  const current = currentTask();
  const todo = [awaited];
  const seen = new Set<unknown>();
  while (todo.length > 0) {
    const future = todo.pop();
    if (!isfuture(future) || future.done() || seen.has(future)) continue;
    if (future === current) return true;
    seen.add(future);
    if ('children' in future) todo.push(...(future.children as Future[]));
    if (future instanceof Task) todo.push(future.getFutWaiter());
  }
  return false;
}
