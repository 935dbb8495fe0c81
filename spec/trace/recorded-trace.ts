/**
 * What the specs of traces use: a program, run and recorded, with places that a host might tell.
 *
 * JavaScript alone does not tell them. Here each coroutine waits on a line of its own, by the
 * order in which they were met, and all else is asked for on line 1.
 */

import { type Coroutine, type CoroutineLike, EventLoop } from '../../lib';
import type { EndEvent } from '../../lib/trace/event/program-events';
import type { EventType } from '../../lib/trace/event-type';
import type { Host, Place } from '../../lib/trace/host';
import { Recorder } from '../../lib/trace/record/recorder';
import type { Trace, TraceEvent } from '../../lib/trace/trace-event';
import { TraceIndex } from '../../lib/trace/why/trace-index';

/** The main coroutine of a program, given the loop that will run it, and who records that. */
export type Main = (loop: EventLoop, recorder: Recorder) => CoroutineLike<unknown>;

/** What is recorded beside the run of the program. */
export interface RecordingOptions {
  readonly host?: Host;
  /** Who records, where somebody has begun to. */
  readonly recorder?: Recorder;
  /** Called with the loop, once the program has ended, or failed. */
  readonly afterwards?: (loop: EventLoop, recorder: Recorder) => void;
}

/** Record the run of `main`, as the task `main`, to the end of the program. An error that it ends with is what the trace ends with. */
export function recordedTrace(
  main: Main,
  { host, afterwards, recorder = new Recorder({ host }) }: RecordingOptions = {},
): Trace {
  const end = runWatched(main, recorder, afterwards);
  recorder.end(end.outcome, end.text);
  const header = { format: 'yieldstar-trace', version: 2, program: 'program.ts', sources: {} } as const;
  return JSON.parse(JSON.stringify({ header, events: recorder.events }));
}

function runWatched(
  main: Main,
  recorder: Recorder,
  afterwards: RecordingOptions['afterwards'],
): Pick<EndEvent, 'outcome' | 'text'> {
  const loop = new EventLoop();
  loop.setExceptionHandler(() => {});
  loop.observer = recorder.watch(loop);
  try {
    loop.runUntilComplete(loop.createTask(main(loop, recorder), { name: 'main' }));
    return { outcome: 'end' };
  } catch (error) {
    return { outcome: 'error', text: String(error) };
  } finally {
    afterwards?.(loop, recorder);
    loop.close();
  }
}

/** Record the run of `main`, and index it. */
export function recordedIndex(main: Main, options?: RecordingOptions): TraceIndex {
  return new TraceIndex(recordedTrace(main, options));
}

/** The last event of `type` that is about the task called `name`, or was done by it. */
export function lastEvent(index: TraceIndex, type: EventType, name?: string): TraceEvent {
  const isMeant = (event: TraceEvent): boolean => {
    const within = index.within(event.n);
    const task = 'task' in event ? event.task : event.type === 'done' ? event.future : undefined;
    const about = task ?? (within?.type === 'resume' ? within.task : 0);
    return event.type === type && (name === undefined || index.nameOf(about, event.n) === name);
  };
  return index.trace.events.filter(isMeant).at(-1) as TraceEvent;
}

/** A host that tells of each coroutine that it waits in `app.ts`, and of all else that it is done there on line 1. */
export function placingHost(): Host {
  const lines = new Map<unknown, number>();
  const lineOf = (coroutine: unknown): number => {
    const line = lines.get(coroutine) ?? 10 * (lines.size + 1);
    lines.set(coroutine, line);
    return line;
  };
  const place = (name: string, line: number): Place => ({ name, file: '/home/me/app.ts', line, column: 3 });
  return {
    watch: () => {},
    unwatch: () => {},
    chainOf: (coroutine) => [place((coroutine as Coroutine<unknown>).shownName?.() ?? 'generator', lineOf(coroutine))],
    whereNow: () => place('main', 1),
    contentsOf: () => [],
    captureOutput: () => () => {},
  };
}
