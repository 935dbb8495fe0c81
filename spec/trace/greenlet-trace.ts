/**
 * What the specs of traces use: a program of greenlets, run and recorded as the command does.
 *
 * There is no loop, unless the program makes one; that is watched where it says so.
 */

import { greenlet } from '../../lib';
import { observeGreenlets } from '../../lib/greenlet/greenlet-observer';
import type { EventLogOptions } from '../../lib/trace/record/event-log';
import { Recorder } from '../../lib/trace/record/recorder';
import { TRACE_VERSION, type Trace } from '../../lib/trace/trace-event';
import { eventText } from './record/event-text';

/** Record what greenlets do in `main`, to the end of the program; an error that leaves it is what the trace ends with. */
export function greenletTrace(main: (recorder: Recorder) => unknown, options?: EventLogOptions): Trace {
  const recorder = new Recorder(options);
  const before = observeGreenlets(recorder.watchGreenlets());
  try {
    main(recorder);
    recorder.end('end');
  } catch (error) {
    recorder.end('error', String(error));
  } finally {
    observeGreenlets(before);
  }
  const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: 'program.ts', sources: {} } as const;
  return JSON.parse(JSON.stringify({ header, events: recorder.events }));
}

/** The events of `trace` but its end, a line each. */
export function greenletEvents(main: (recorder: Recorder) => unknown, options?: EventLogOptions): string[] {
  return greenletTrace(main, options).events.slice(0, -1).map(eventText);
}

/** Two greenlets that hand a number back and forth; main has the first begin with 12, and gets 15. */
export function pingPong(): void {
  const ping = greenlet(function* ping(n: number): Generator<unknown, number, number> {
    return (yield* pong.switch(n + 1)) + 1;
  });
  const pong = greenlet(function* pong(n: number) {
    yield* ping.switch(n + 1);
  });
  ping.switch(12);
}
