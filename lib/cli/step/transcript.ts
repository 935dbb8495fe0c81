/**
 * Transcript: what the program has written, in lines, up to any event.
 *
 * A program may write a line bit by bit. Each line knows of each bit by which event it came;
 * so that all lines are found once, and those at some moment are the first so many of them.
 */

import type { OutputEvent } from '../../trace/event/program-events';
import type { OutputStream } from '../../trace/host';
import type { TraceEvent } from '../../trace/trace-event';

/** A bit of a line, and the number of the event by which it was written. */
interface Bit {
  readonly event: number;
  readonly text: string;
}

/** A line of the output. */
export interface OutputLine {
  readonly stream: OutputStream;
  readonly text: string;
  /** The number of the event by which the last of it was written. */
  readonly event: number;
}

export class Transcript {
  private readonly lines: { readonly stream: OutputStream; readonly bits: Bit[] }[] = [];
  /** The lines that go on, of each stream. */
  private readonly open = new Map<OutputStream, Bit[]>();

  constructor(events: readonly TraceEvent[]) {
    for (const event of events) if (event.type === 'output') this.add(event);
  }

  /** How many lines were written up to event `n`, the last of which may go on. */
  countAt(n: number): number {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lines[middle]?.bits[0]?.event ?? 0) <= n) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Line `i`, as it was at event `n`. */
  lineAt(i: number, n: number): OutputLine | undefined {
    const { stream, bits = [] } = this.lines[i] ?? {};
    const written = bits.filter(({ event }) => event <= n);
    const last = written.at(-1);
    if (stream === undefined || last === undefined) return undefined;
    return { stream, text: written.map(({ text }) => text).join(''), event: last.event };
  }

  private add({ n, stream, text }: OutputEvent): void {
    const parts = text.split('\n');
    for (const [i, part] of parts.entries()) {
      const isLast = i === parts.length - 1;
      if (!isLast || part !== '') this.lineOf(stream).push({ event: n, text: part });
      if (!isLast) this.open.delete(stream);
    }
  }

  private lineOf(stream: OutputStream): Bit[] {
    const open = this.open.get(stream);
    if (open !== undefined) return open;
    const bits: Bit[] = [];
    this.open.set(stream, bits);
    this.lines.push({ stream, bits });
    return bits;
  }
}
