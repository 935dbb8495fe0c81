/**
 * How a lock and its kin show themselves: as in CPython, but for the address, which would
 * differ from run to run.
 *
 * Counterpart: the `__repr__` of each class in asyncio/locks.py.
 */

/** Show `primitive`: its state, and how many stand in line for it. */
export function reprPrimitive(primitive: object, state: string, waiting = 0): string {
  const waiters = waiting === 0 || brief ? '' : `, waiters:${waiting}`;
  return `<asyncio.locks.${primitive.constructor.name} object [${state}${waiters}]>`;
}

let brief = false;

/** Call `show` while primitives show neither who waits for them nor what they hold: for one who tells of that otherwise. */
export function shownBriefly(show: () => string): string {
  const before = brief;
  brief = true;
  try {
    return show();
  } finally {
    brief = before;
  }
}

/** Tell whether that is so now. */
export function isShownBriefly(): boolean {
  return brief;
}
