/**
 * The events of a trace that are about the program as a whole: what it wrote, where it came to a
 * standstill, what it left behind, how it ended.
 *
 * Counterpart: none in asyncio, which notices the third only, and says so by a log.
 */

import type { OutputStream, Place } from '../host';
import type { EventBase } from './event-base';

/** The program wrote something, at this place. */
export interface OutputEvent extends EventBase {
  readonly type: 'output';
  readonly stream: OutputStream;
  readonly text: string;
  readonly place?: Place;
}

/** From here on, these tasks will never run again. */
export interface DeadlockEvent extends EventBase {
  readonly type: 'deadlock';
  readonly tasks: readonly number[];
  /** Who waits for whom. */
  readonly text: string;
}

/** Something was left behind when the loop was closed: an exception not retrieved, a coroutine not awaited. */
export interface LeftoverEvent extends EventBase {
  readonly type: 'leftover';
  /** The complaint. */
  readonly text: string;
  /** The future that it is about, if it is one; and where it was made. */
  readonly future?: number;
  readonly place?: Place;
}

/** The last event: how the program ended. */
export interface EndEvent extends EventBase {
  readonly type: 'end';
  /** By itself, with an error that nobody caught, by `process.exit`, or because it took more steps than it was allowed. */
  readonly outcome: 'end' | 'error' | 'exit' | 'limit';
  /** The error's trace, the exit status or the limit. */
  readonly text?: string;
}
