/**
 * Traces written by hand: what happened, without what can be filled in.
 */

import { Replay } from '../../lib/trace/state/replay';
import type { Trace, TraceEvent } from '../../lib/trace/trace-event';
import { TraceIndex } from '../../lib/trace/why/trace-index';

/** An event that gets its number from where it stands; its time is that of the one before, and its cause none, unless it says so. */
export type Happening = TraceEvent extends infer E
  ? E extends TraceEvent
    ? Omit<E, 'n' | 'time' | 'cause'> & { readonly time?: number; readonly cause?: number }
    : never
  : never;

/** Make a trace of what happened. */
export function handTrace(happenings: readonly Happening[]): Trace {
  let now = 0;
  const events = happenings.map((happening, i) => {
    now = happening.time ?? now;
    return { cause: 0, ...happening, n: i + 1, time: now } as TraceEvent;
  });
  return { header: { format: 'yieldstar-trace', version: 2, program: 'program.ts', sources: {} }, events };
}

/** A step: a handle is scheduled, and run; and what happens then. */
export function step(handle: number, time: number, ...then: readonly Happening[]): Happening[] {
  return [{ type: 'schedule', handle, label: 'beat()', time }, { type: 'run', handle, time }, ...then];
}

/** A trace, as its parts are looked at. */
export function looked(trace: Trace): { readonly replay: Replay; readonly index: TraceIndex } {
  return { replay: new Replay(trace), index: new TraceIndex(trace) };
}
