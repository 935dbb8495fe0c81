/**
 * The names that random programs use for what need only be named, and the sizes of what has one.
 *
 * Names are few, so that tasks meet at the same things; one that stands twice in its list is
 * drawn more often.
 *
 * Counterpart: MAKERS in makers.ts, which makes what they name.
 */

import type { Name } from './program';

export const FUTURES = ['f0', 'f1', 'f2', 'f3'];
export const LOCKS = ['lock0', 'lock1', 'sem0', 'bounded0'];
export const CONDITIONS = ['cond0', 'cond0', 'cond1'];
export const EVENTS = ['event0', 'event1'];
export const QUEUES = ['queue0', 'queue0', 'lifo0', 'prio0'];
export const BARRIERS = ['barrier0', 'barrier1'];

/** What primitives are made with: one of these. */
export const SIZES: Readonly<Record<Name, readonly number[]>> = {
  sem0: [0, 1, 2],
  bounded0: [1, 2],
  queue0: [0, 1, 1, 2],
  lifo0: [0, 1, 2],
  prio0: [0, 1, 2],
  barrier0: [1, 2, 3],
  barrier1: [2],
};
