/**
 * TraceEvent: what happened in a run, one thing at a time. This is the format of a trace.
 *
 * Events are numbered from 1, in the order in which they happened. Each carries the time of
 * its loop's clock, and the number of the event that caused it: what was done in a step was
 * caused by the step, which was caused by its handle being run, which was caused by its being
 * scheduled, and so on back to what the program did before the loop ran, which has the cause 0.
 *
 * Things have numbers, too: handles, futures (tasks are futures), and primitives, which are
 * locks, queues and their kin; each kind counts from 1. What is said of a thing holds until
 * something else is said of it. docs/reference/trace-format.md describes each event.
 *
 * Counterpart: none in asyncio; the trace event format of Chromium, to which one can be converted.
 */

import type { OutputStream, Place } from './host';

/** The version of the format. A trace of another version cannot be read. */
export const TRACE_VERSION = 1;

/** What every event has. */
export interface EventBase {
  /** Its number. */
  readonly n: number;
  /** In seconds of the loop's clock. */
  readonly time: number;
  /** The number of the event that caused it; 0 where that was nothing on a loop. */
  readonly cause: number;
  /** On which loop, in the order in which they were seen; left out for the first. */
  readonly loop?: number;
}

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

/** A task was made. */
export interface TaskEvent extends EventBase {
  readonly type: 'task';
  readonly task: number;
  readonly name: string;
  /** The name of its coroutine. */
  readonly coroutine: string;
  /** The task that made it. */
  readonly parent?: number;
  /** Where it was made. */
  readonly place?: Place;
}

/** A task was given another name. */
export interface RenameEvent extends EventBase {
  readonly type: 'rename';
  readonly task: number;
  readonly name: string;
}

/** A task takes a step: its coroutine goes on, from where it was suspended. */
export interface ResumeEvent extends EventBase {
  readonly type: 'resume';
  readonly task: number;
  /** The error that is thrown into it there. */
  readonly error?: string;
  /** Whether that error is a CancelledError. */
  readonly cancelled?: true;
}

/** The step is over, and the coroutine waits; with no future it only gives way to others. */
export interface SuspendEvent extends EventBase {
  readonly type: 'suspend';
  readonly task: number;
  readonly future?: number;
  /** What that future is: a task by its name, a lock or a queue where it is a place in its line. */
  readonly label?: string;
  /** The lock, queue or the like in whose line it waits. */
  readonly primitive?: number;
  /** The calls by which it waits, outermost first. */
  readonly chain?: readonly Place[];
}

/** What a task waits for is done: a step of it will be scheduled. */
export interface WakeEvent extends EventBase {
  readonly type: 'wake';
  readonly task: number;
  readonly future: number;
}

/** A task was asked to end, at this place. */
export interface CancelEvent extends EventBase {
  readonly type: 'cancel';
  readonly task: number;
  readonly message?: string;
  readonly place?: Place;
}

/** A future is done; a task is a future. */
export interface DoneEvent extends EventBase {
  readonly type: 'done';
  readonly future: number;
  readonly outcome: 'result' | 'exception' | 'cancelled';
  /** The result or the exception, where there is something to show. */
  readonly text?: string;
}

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

/** A loop was closed, and what was scheduled on it is dropped. */
export interface CloseEvent extends EventBase {
  readonly type: 'close';
}

/** The last event: how the program ended. */
export interface EndEvent extends EventBase {
  readonly type: 'end';
  /** By itself, with an error that nobody caught, by `process.exit`, or because it took more steps than it was allowed. */
  readonly outcome: 'end' | 'error' | 'exit' | 'limit';
  /** The error's trace, the exit status or the limit. */
  readonly text?: string;
}

/** Any event. */
export type TraceEvent =
  | IterationEvent
  | AdvanceEvent
  | ScheduleEvent
  | DueEvent
  | HandleCancelEvent
  | RunEvent
  | TaskEvent
  | RenameEvent
  | ResumeEvent
  | SuspendEvent
  | WakeEvent
  | CancelEvent
  | DoneEvent
  | WaitEvent
  | HoldEvent
  | PrimitiveEvent
  | OutputEvent
  | DeadlockEvent
  | LeftoverEvent
  | CloseEvent
  | EndEvent;

/** What stands before the events of a trace. */
export interface TraceHeader {
  readonly format: 'yieldstar-trace';
  readonly version: number;
  /** The program's file. */
  readonly program: string;
  /** The text of each file that a place names. */
  readonly sources: Readonly<Record<string, string>>;
}

/** A run, as it was recorded. */
export interface Trace {
  readonly header: TraceHeader;
  readonly events: readonly TraceEvent[];
}
