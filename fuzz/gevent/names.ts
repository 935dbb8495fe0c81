/**
 * The names of what is there from the beginning, and with which sizes it may be made.
 *
 * Names are few, so that greenlets meet at the same things.
 *
 * Counterpart: MAKERS in world.ts and in python/world.py, which make what they name.
 */

import type { Name } from './program';

export const EVENTS = ['event0', 'event1'];
export const RESULTS = ['result0', 'result1'];
export const QUEUES = ['queue0', 'queue0', 'joinable0', 'joinable0', 'lifo0', 'prio0'];
export const SEMAPHORES = ['sem0', 'sem1', 'bounded0', 'lock0'];
export const POOLS = ['pool0', 'pool0', 'group0'];

/** What is made with one of these; null for no limit. */
export const SIZES: Readonly<Record<Name, readonly (number | null)[]>> = {
  queue0: [null, 1, 2],
  joinable0: [null, 1, 1, 2],
  lifo0: [null, 2],
  prio0: [null, 1, 2],
  sem0: [0, 1, 2],
  sem1: [1, 2],
  bounded0: [1, 2],
  pool0: [null, 1, 1, 2, 3],
};
