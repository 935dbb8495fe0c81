/**
 * How a lock and its kin show themselves: as in CPython, but for the address, which would
 * differ from run to run.
 *
 * Counterpart: the `__repr__` of each class in asyncio/locks.py.
 */

/** Show `primitive`: its state, and how many stand in line for it. */
export function reprPrimitive(primitive: object, state: string, waiting = 0): string {
  const waiters = waiting === 0 ? '' : `, waiters:${waiting}`;
  return `<asyncio.locks.${primitive.constructor.name} object [${state}${waiters}]>`;
}
