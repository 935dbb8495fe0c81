/**
 * A trace as a text: the header on the first line, then an event a line, the last of which is `end`.
 *
 * Each line is JSON, so that a trace can be read while it is written, searched by line, and cut
 * off without losing what comes before. What is read is checked whole, against trace-format.ts:
 * who works with a trace may rely on it. (Infinity, which JSON does not know, is no value of any
 * field: a deadline that never comes is null.)
 *
 * Counterpart: none.
 */

import { nameAfterClass } from '../errors';
import { READABLE_VERSIONS, type Trace, type TraceEvent, type TraceHeader } from './trace-event';
import { problemOf } from './trace-format';

/**
 * A text is no trace that this program can read. What it says is one sentence; which file it was,
 * whoever read it knows.
 *
 * @example
 * try {
 *   parseTrace('hello');
 * } catch (error) {
 *   if (error instanceof TraceError) console.log(`${file}: ${error.message}`);
 * }
 */
export class TraceError extends Error {}
nameAfterClass(TraceError);

/**
 * Give `trace` as a text: an object of JSON a line, the header first.
 *
 * @example
 * const recorder = new Recorder();
 * loop.observer = recorder.watch(loop);
 * loop.runUntilComplete(hello(1));
 * recorder.end('end');
 * const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: 'hello.ts', sources: {} };
 * const text = formatTrace({ header, events: recorder.events });
 */
export function formatTrace({ header, events }: Trace): string {
  const lines = [JSON.stringify(header)];
  for (const event of events) lines.push(JSON.stringify(event));
  return `${lines.join('\n')}\n`;
}

/**
 * Read a trace from a text: what `formatTrace` gave.
 *
 * @throws TraceError when it is none, of another version, cut off, or malformed: with the line, or the event before.
 * @example
 * parseTrace('{"format":"yieldstar-trace","version":7}'); // TraceError: it is of another version
 */
export function parseTrace(text: string): Trace {
  const lines = text.split('\n');
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const header = parseHeader(lines);
  const events = lines.slice(1).map((line, i) => parseEvent(line, i + 1, i + 2 === lines.length));
  checkEnds(events);
  return { header, events };
}

function parseHeader([line = '', ...others]: readonly string[]): TraceHeader {
  const header = parseJson(line);
  if (header === undefined && line.startsWith('{"format":"yieldstar-trace"') && others.length === 0) {
    throw new TraceError('the trace is cut off within its first line');
  }
  if (!isRecord(header) || header.format !== 'yieldstar-trace') throw new TraceError(NO_TRACE);
  const { version, program, sources } = header;
  if (!READABLE_VERSIONS.includes(version as number)) throw new TraceError(otherVersion(version));
  const isWhole = typeof program === 'string' && isRecord(sources) && Object.values(sources).every(isString);
  if (!isWhole)
    throw new TraceError("line 1: the header of a trace has a text 'program', and 'sources', which are texts");
  return header as unknown as TraceHeader;
}

const NO_TRACE = 'this is no trace: the first line of one says {"format":"yieldstar-trace", ...}';

function otherVersion(version: unknown): string {
  const theirs = `this is a trace of version ${JSON.stringify(version)}`;
  return `${theirs}, and this program reads versions ${READABLE_VERSIONS.join(' and ')}: record it anew, or read it with the yieldstar that wrote it`;
}

/** Read event `n`, which stands on the line after. A last line that is no JSON was cut off. */
function parseEvent(line: string, n: number, isLast: boolean): TraceEvent {
  const event = parseJson(line);
  if (event === undefined && isLast) throw new TraceError(`the trace is cut off after event ${n - 1}, within a line`);
  const problem = event === undefined ? 'it is no JSON' : (problemOf(event) ?? outOfOrder(event as TraceEvent, n));
  if (problem !== undefined) throw new TraceError(`line ${n + 1}: ${problem}`);
  return event as TraceEvent;
}

function outOfOrder({ n, cause }: TraceEvent, expected: number): string | undefined {
  if (n !== expected) return `event ${expected} was to be here, not event ${n}`;
  return cause < n ? undefined : `event ${n} cannot have been caused by event ${cause}, which is not before it`;
}

function checkEnds(events: readonly TraceEvent[]): void {
  const end = events.findIndex(({ type }) => type === 'end');
  if (end === -1)
    throw new TraceError(`the trace is cut off after event ${events.length}: its last event is to be its end`);
  if (end < events.length - 1)
    throw new TraceError(`line ${end + 3}: the trace has ended before, with event ${end + 1}`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}
