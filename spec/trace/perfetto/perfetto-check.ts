/**
 * A strict reader of the trace event format, for specs: what would be wrong with a trace in
 * Perfetto or chrome://tracing, in words.
 *
 * It replays the slices of each track as a stack, as these programs do: an arrow is bound to the
 * innermost slice that is open on its track.
 */

import type { PerfettoTrace } from '../../../lib/trace/perfetto/perfetto';
import type { PerfettoEvent } from '../../../lib/trace/perfetto/perfetto-writer';

/** Slices with their tracks, and the arrows between them, by their names. */
export interface PerfettoPicture {
  /** Each slice as `track: name [begin, end)`, in the order of their ends. */
  readonly slices: readonly string[];
  /** Each arrow as `name: slice -> slice`. */
  readonly flows: readonly string[];
  readonly marks: readonly string[];
  readonly problems: readonly string[];
}

interface Slice {
  readonly name: string;
  readonly ts: number;
}

/** Read `trace`, as a program that shows it would. */
export function pictureOf({ traceEvents }: PerfettoTrace): PerfettoPicture {
  const reader = new Reader();
  for (const event of traceEvents) reader.read(event);
  reader.finish();
  return reader;
}

class Reader implements PerfettoPicture {
  readonly slices: string[] = [];
  readonly flows: string[] = [];
  readonly marks: string[] = [];
  readonly problems: string[] = [];
  private readonly names = new Map<number, string>();
  private readonly sorted = new Set<number>();
  private readonly open = new Map<number, Slice[]>();
  private readonly times = new Map<number, number>();
  private readonly begun = new Map<number, { readonly name: string; readonly slice: string; readonly ts: number }>();
  private readonly flowIds = new Set<number>();

  read(event: PerfettoEvent): void {
    if (event.ph === 'M') this.readMetadata(event);
    else this.readTimed(event);
  }

  private readTimed(event: PerfettoEvent): void {
    const { tid, ts = Number.NaN } = event;
    if (!(ts >= 0) || !Number.isFinite(ts)) this.problems.push(`no time: ${JSON.stringify(event)}`);
    if (ts < (this.times.get(tid) ?? 0)) this.problems.push(`time goes back: ${JSON.stringify(event)}`);
    this.times.set(tid, ts);
    if (event.ph === 'C') this.readCounter(event);
    else this.readOnTrack(event, this.nameOf(tid), this.open.get(tid) ?? [], ts);
  }

  private readMetadata({ name, tid, args }: PerfettoEvent): void {
    if (name === 'thread_sort_index') this.sorted.add(tid);
    if (name !== 'thread_name') return;
    if (this.names.has(tid)) this.problems.push(`two names for track ${tid}`);
    this.names.set(tid, String(args?.name));
  }

  private nameOf(tid: number): string {
    if (!this.names.has(tid) || !this.sorted.has(tid)) this.problems.push(`a track without metadata: ${tid}`);
    return this.names.get(tid) ?? '';
  }

  private readCounter({ name, args }: PerfettoEvent): void {
    if (name === undefined || !Number.isInteger(args?.value)) this.problems.push(`a counter without a value: ${name}`);
  }

  private readOnTrack(event: PerfettoEvent, track: string, open: Slice[], ts: number): void {
    const { ph, tid, name = '', id = 0 } = event;
    const innermost = open.at(-1);
    if (ph !== 'E' && name === '') this.problems.push(`no name: ${JSON.stringify(event)}`);
    if (ph === 'B') this.open.set(tid, [...open, { name, ts }]);
    else if (ph === 'i') this.marks.push(`${track}: ${name} at ${ts}`);
    else if (innermost === undefined) this.problems.push(`in no slice: ${JSON.stringify(event)}`);
    else if (ph === 'E') this.slices.push(`${track}: ${open.pop()?.name} [${innermost.ts}, ${ts})`);
    else this.readFlow(event, id, `${track}: ${innermost.name} [${innermost.ts}`, ts);
  }

  private readFlow({ ph, name = '', bp }: PerfettoEvent, id: number, slice: string, ts: number): void {
    const start = this.begun.get(id);
    if (ph === 's') {
      if (this.flowIds.has(id)) this.problems.push(`two arrows with the id ${id}`);
      this.flowIds.add(id);
      this.begun.set(id, { name, slice, ts });
    } else if (start === undefined || start.name !== name || bp !== 'e' || start.ts > ts) {
      this.problems.push(`an arrow that ends without having begun: ${id}`);
    } else {
      this.begun.delete(id);
      this.flows.push(`${name}: ${start.slice}) -> ${slice})`);
    }
  }

  finish(): void {
    for (const [tid, open] of this.open) if (open.length > 0) this.problems.push(`slices left open on track ${tid}`);
    for (const id of this.begun.keys()) this.problems.push(`an arrow without an end: ${id}`);
  }
}
