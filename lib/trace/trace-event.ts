/**
 * TraceEvent: what happened in a run, one thing at a time. This is the format of a trace.
 *
 * The events stand in event/, by what they are about: the loop, tasks and greenlets, switches,
 * locks and queues, packets, the program. Things have numbers: handles, futures (tasks and
 * greenlets are futures), packets, and primitives, which are locks, queues and their kin; each
 * kind counts from 1. What is said of a thing holds until something else is said of it.
 * docs/reference/trace-format.md describes each event.
 *
 * Counterpart: none in asyncio; the trace event format of Chromium, to which one can be converted.
 */

import type {
  AdvanceEvent,
  CloseEvent,
  DueEvent,
  HandleCancelEvent,
  IterationEvent,
  RunEvent,
  ScheduleEvent,
} from './event/loop-events';
import type { PacketEvent } from './event/packet-event';
import type { HoldEvent, PrimitiveEvent, WaitEvent } from './event/primitive-events';
import type { DeadlockEvent, EndEvent, LeftoverEvent, OutputEvent } from './event/program-events';
import type { SwitchEvent } from './event/switch-event';
import type {
  CancelEvent,
  DoneEvent,
  RenameEvent,
  ResumeEvent,
  SuspendEvent,
  TaskEvent,
  WakeEvent,
} from './event/task-events';

/** The version of the format that is written. Of the earlier ones, READABLE_VERSIONS can be read. */
export const TRACE_VERSION = 2;

/** The versions that can be read: nothing that version 1 has was changed in version 2. */
export const READABLE_VERSIONS: readonly number[] = [1, TRACE_VERSION];

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
  | SwitchEvent
  | WaitEvent
  | HoldEvent
  | PrimitiveEvent
  | PacketEvent
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
