/**
 * PrimitiveState: what a lock, a queue or the like is like after some number of events.
 *
 * What it shows of itself is told whole, whenever it changes; who stands in its line is kept
 * account of here, one who joins and one who leaves at a time. A state is never changed: an
 * event makes a new one of it.
 */

import type { PrimitiveEvent } from '../event/primitive-events';

/** A task in the line of a primitive. */
export interface WaiterState {
  readonly future: number;
  readonly task: number | undefined;
}

/** A lock, a queue or the like. */
export interface PrimitiveState {
  readonly primitive: number;
  readonly kind: string;
  /** Its repr, but for those who wait for it, and what it holds: that is told otherwise. */
  readonly text: string;
  /** The tasks that have acquired it. */
  readonly owners: readonly number[];
  /** Those who stand in line, first come first. */
  readonly waiters: readonly WaiterState[];
  /** The first items, of a queue, and how many there are. */
  readonly items: readonly string[];
  readonly size: number;
}

/** Give the state of a primitive of which `event` tells, and of which `before` was known. */
export function primitiveState(event: PrimitiveEvent, before: PrimitiveState | undefined): PrimitiveState {
  const { primitive, kind, text, owners = [], items = [], size = 0 } = event;
  return { primitive, kind, text, owners, waiters: before?.waiters ?? [], items, size };
}

/** Give the state once `waiter` has joined the line, unless it stands there. */
export function withWaiter(state: PrimitiveState, waiter: WaiterState): PrimitiveState {
  const isThere = state.waiters.some(({ future }) => future === waiter.future);
  return isThere ? state : { ...state, waiters: [...state.waiters, waiter] };
}

/** Give the state once the one who stood in line by `future` has left. */
export function withoutWaiter(state: PrimitiveState, future: number): PrimitiveState {
  return { ...state, waiters: state.waiters.filter((waiter) => waiter.future !== future) };
}
