/**
 * The events of a trace that are about primitives: locks, queues and their kin.
 *
 * They are numbered from 1, in the order in which they were met.
 *
 * Counterpart: asyncio/locks.py and queues.py, where all this happens.
 */

import type { EventBase } from './event-base';

/** A task has to wait in the line of a primitive, by this future. */
export interface WaitEvent extends EventBase {
  readonly type: 'wait';
  readonly primitive: number;
  readonly future: number;
  readonly task?: number;
}

/** A task has acquired or released a lock, or a permit of a semaphore. */
export interface HoldEvent extends EventBase {
  readonly type: 'acquire' | 'release';
  readonly primitive: number;
  readonly task?: number;
}

/** What a primitive shows of itself; told when it is first met, and whenever it has changed. */
export interface PrimitiveEvent extends EventBase {
  readonly type: 'primitive';
  readonly primitive: number;
  /** Its class: `Lock`, `Queue`. */
  readonly kind: string;
  /** Its repr, but for those who wait for it, and what it holds: that is told otherwise. */
  readonly text: string;
  /** The tasks that hold it. */
  readonly owners?: readonly number[];
  /** The first items of a queue, and how many there are. */
  readonly items?: readonly string[];
  readonly size?: number;
}
