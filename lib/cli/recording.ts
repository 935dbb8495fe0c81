/**
 * Recording: a program is run, and what happens on its loops is recorded from first to last.
 *
 * It runs in this process, as any program does (run-program.ts), and the trace is complete when
 * the process ends, in whatever way: by itself, by an error, by `process.exit`, or because it was
 * allowed no more steps. What it writes goes into the trace, and not to the terminal.
 */

import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { observeGreenlets } from '../greenlet/greenlet-observer';
import { NodeHost } from '../host/node-host';
import { EventLoop } from '../loop/event-loop';
import type { EndEvent } from '../trace/event/program-events';
import type { Place } from '../trace/host';
import { Recorder } from '../trace/record/recorder';
import { TRACE_VERSION, type Trace, type TraceEvent } from '../trace/trace-event';
import { isRefusal, lastWords, statusOf, watchForErrors } from './ending';
import { runCompiled } from './run-program';

/** How a program ended: what is recorded of it, and what whoever had it recorded is told. */
export interface RecordedEnd {
  readonly outcome: EndEvent['outcome'];
  readonly text: string | undefined;
  /** The exit status. */
  readonly status: number;
}

/**
 * Run the program in `file`, and call `use` with its trace, and how it ended, when the process ends.
 *
 * @param args what the program is to find in `process.argv` after its own name.
 * @throws UsageError when the program cannot be run; a program that is no TypeScript ends the process.
 */
export function recordProgram(
  file: string,
  args: readonly string[],
  limit: number,
  use: (trace: Trace, end: RecordedEnd) => void,
): void {
  const host = new NodeHost();
  const recorder = new Recorder({ host, limit, onLimit: () => stop(limitReached(limit)) });
  const release = host.captureOutput((stream, text) => recorder.wrote(stream, text));
  let end: RecordedEnd | undefined;
  const stop = (why: RecordedEnd): never => {
    end = why;
    process.exit(why.status);
  };
  const finish = (): void => {
    release();
    if (end === undefined) end = exited();
    recorder.end(end.outcome, end.text);
    use(traceOf(recorder.events, file), end);
  };
  watchForErrors((thrown) => {
    if (!isRefusal(thrown)) return stop(failed(thrown));
    release();
    process.off('exit', finish);
    return undefined;
  });
  process.once('beforeExit', () => stop(endedByItself()));
  process.once('exit', finish);
  host.watch();
  observeGreenlets(recorder.watchGreenlets());
  EventLoop.defaultObserver = (loop) => recorder.watch(loop);
  runCompiled(file, args);
}

function limitReached(limit: number): RecordedEnd {
  const text = `the program took ${limit} steps and would go on: it was stopped. --limit ${2 * limit} lets it take twice as many`;
  return { outcome: 'limit', text, status: 1 };
}

function failed(thrown: unknown): RecordedEnd {
  const status = statusOf(thrown);
  return { outcome: status === 0 ? 'exit' : 'error', text: lastWords(thrown, 'marked'), status };
}

function exited(): RecordedEnd {
  const status = Number(process.exitCode ?? 0);
  return { outcome: 'exit', text: `exit status ${status}`, status };
}

function endedByItself(): RecordedEnd {
  return { outcome: 'end', text: undefined, status: Number(process.exitCode ?? 0) };
}

/** The trace of a run that is over. Files are named as seen from the current folder, where they are in it. */
function traceOf(events: readonly TraceEvent[], program: string): Trace {
  const sources = { [shortName(program)]: textOf(program) };
  const shorten = (place: Place): Place => {
    const file = shortName(place.file);
    sources[file] ??= textOf(place.file);
    return { ...place, file };
  };
  const shortened = events.map((event) => withShortText(withPlaces(event, shorten)));
  const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: shortName(program), sources } as const;
  return { header, events: shortened };
}

/** The text of a file; a source map may name one that is not there, and a program may take one away. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return '';
  }
}

function withPlaces(event: TraceEvent, change: (place: Place) => Place): TraceEvent {
  if ('place' in event && event.place !== undefined) return { ...event, place: change(event.place) };
  if (event.type === 'suspend' && event.chain !== undefined) return { ...event, chain: event.chain.map(change) };
  return event;
}

/** What is said of a deadlock, or of an error, names files, too. */
function withShortText(event: TraceEvent): TraceEvent {
  if (!(event.type === 'deadlock' || event.type === 'end') || event.text === undefined) return event;
  return { ...event, text: event.text.replaceAll(join(process.cwd(), sep), '') };
}

function shortName(file: string): string {
  const name = relative(process.cwd(), file);
  return name.startsWith('..') || isAbsolute(name) ? file : name;
}
