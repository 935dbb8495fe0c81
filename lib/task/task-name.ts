/**
 * The names of tasks that were given none: `Task-1`, `Task-2`, …
 *
 * One counter serves the whole process, as in CPython; only a task without a name of its
 * own takes a number.
 *
 * Counterpart: `_task_name_counter`, in tasks.py.
 */

let count = 0;

/** Give the number of the next task that has no name of its own. */
export function nextTaskNumber(): number {
  count += 1;
  return count;
}

/** Give the number taken last: to begin again from there. */
export function lastTaskNumber(): number {
  return count;
}

/** Have the numbers begin again after `number`: so a program that is run once more gives the same names. */
export function restartTaskNumbers(number: number): void {
  count = number;
}
