/**
 * The types of events, by their names: `EventOf<'run'>` is a RunEvent.
 *
 * TypeScript finds them in the union that TraceEvent is; no list is kept.
 */

import type { TraceEvent } from './trace-event';

/** The name of a type of event. */
export type EventType = TraceEvent['type'];

/** The events of a type. */
export type EventOf<T extends EventType> = TraceEvent extends infer E
  ? E extends { readonly type: infer U }
    ? T extends U
      ? E
      : never
    : never
  : never;
