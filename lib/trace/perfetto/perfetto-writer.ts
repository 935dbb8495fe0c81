/**
 * PerfettoWriter: writes events of the trace event format, on tracks.
 *
 * Invariant: what is begun on a track is ended there, in turn; times never go back.
 *
 * Counterpart: Chromium's trace event format, "JSON Object Format".
 */

import type { Flow } from './perfetto-flows';

/** Values that are shown beside an event. */
export type PerfettoArgs = Readonly<Record<string, string | number | undefined>>;

/** An event of the format. What each field means depends on the phase, `ph`. */
export interface PerfettoEvent {
  readonly ph: 'M' | 'B' | 'E' | 'i' | 's' | 'f' | 'C';
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly name?: string;
  readonly cat?: string;
  readonly id?: number;
  readonly bp?: 'e';
  readonly s?: 't' | 'g';
  readonly args?: PerfettoArgs;
}

/** All is one process. */
const PID = 1;

export class PerfettoWriter {
  readonly events: PerfettoEvent[] = [];
  /** The place in `events` of the last value of each counter. */
  private readonly counters = new Map<string, number>();

  /** Say what a track is called, and where it stands among the others. */
  nameTrack(tid: number, name: string): void {
    this.write({ ph: 'M', tid, name: 'thread_name', args: { name } });
    this.write({ ph: 'M', tid, name: 'thread_sort_index', args: { sort_index: tid } });
  }

  nameProcess(name: string): void {
    this.write({ ph: 'M', tid: 0, name: 'process_name', args: { name } });
  }

  /** Begin a slice, in what is begun on that track already. */
  begin(tid: number, ts: number, cat: string, name: string, args?: PerfettoArgs): void {
    this.write({ ph: 'B', tid, ts, cat, name, args });
  }

  /** End the slice that was begun last on a track. */
  end(tid: number, ts: number): void {
    this.write({ ph: 'E', tid, ts });
  }

  /** Mark an instant: on a track, or `everywhere`. */
  mark(tid: number, ts: number, cat: string, name: string, args?: PerfettoArgs, everywhere = false): void {
    this.write({ ph: 'i', tid, ts, cat, name, s: everywhere ? 'g' : 't', args });
  }

  /** Begin an arrow in the innermost slice of a track, */
  beginFlow(tid: number, ts: number, { id, name }: Flow): void {
    this.write({ ph: 's', tid, ts, cat: 'flow', name, id });
  }

  /** and end it in that of another. */
  endFlow(tid: number, ts: number, { id, name }: Flow): void {
    this.write({ ph: 'f', tid, ts, cat: 'flow', name, id, bp: 'e' });
  }

  /** Say what a counter shows from now on. Of several values at one time, only the last counts. */
  count(ts: number, name: string, value: number): void {
    const at = this.counters.get(name) ?? -1;
    const last = this.events[at];
    if (last?.args?.value === value) return;
    const event = { ph: 'C', pid: PID, tid: 0, ts, name, args: { value } } as const;
    if (last?.ts === ts) this.events[at] = event;
    else this.counters.set(name, this.events.push(event) - 1);
  }

  private write(event: Omit<PerfettoEvent, 'pid'>): void {
    this.events.push({ pid: PID, ...event });
  }
}
