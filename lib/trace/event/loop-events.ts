/**
 * The events of a trace that are about the loop itself: its iterations, its clock, its handles.
 *
 * Handles are numbered from 1, in the order in which they were scheduled.
 *
 * Counterpart: asyncio/base_events.py, where all this happens.
 */

import type { EventBase } from './event-base';

/** An iteration begins: so many handles are ready; they are run, or passed over where they are cancelled. */
export interface IterationEvent extends EventBase {
  readonly type: 'iteration';
  readonly count: number;
}

/** Nothing was ready: the clock went on from there to the time of this event. */
export interface AdvanceEvent extends EventBase {
  readonly type: 'advance';
  readonly from: number;
}

/** A handle was put in the ready queue or, with a deadline, in the heap of timers. */
export interface ScheduleEvent extends EventBase {
  readonly type: 'schedule';
  readonly handle: number;
  /** What it calls. */
  readonly label: string;
  /** Whose step it is, if it is one. */
  readonly task?: number;
  /** The deadline, of a timer. `null` stands for never. */
  readonly when?: number | null;
}

/** A timer's time has come: it goes to the ready queue. */
export interface DueEvent extends EventBase {
  readonly type: 'due';
  readonly handle: number;
}

/** A handle will not be run. */
export interface HandleCancelEvent extends EventBase {
  readonly type: 'cancelHandle';
  readonly handle: number;
}

/** A handle is run: this is one step of the loop. */
export interface RunEvent extends EventBase {
  readonly type: 'run';
  readonly handle: number;
}

/** A loop was closed, and what was scheduled on it is dropped. */
export interface CloseEvent extends EventBase {
  readonly type: 'close';
}
