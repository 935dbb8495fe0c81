/**
 * The panel of the output: what the program wrote so far, a row a line.
 *
 * What it wrote to the stream for errors has a mark. A line that was written in pieces has a row
 * for each, as each has its own cause.
 */

import type { OutputEvent } from '../trace/event/program-events';
import type { OutputStream } from '../trace/host';
import type { Trace } from '../trace/trace-event';
import type { Content } from './list-panel';

/** A line of what was written by one event. */
interface Line {
  readonly key: string;
  readonly event: number;
  readonly stream: OutputStream;
  readonly text: string;
}

export const OUTPUT: Content<Line> = {
  id: 'output',
  rowHeight: 20,
  empty: 'Nothing was written so far.',
  items: ({ run, state }) => {
    const lines = linesOf(run.trace);
    return lines.slice(0, countUpTo(lines, state.event));
  },
  entry: ({ key, event, stream, text }) => ({
    key,
    event,
    look: stream,
    texts: [...(stream === 'err' ? ([['mark', 'err']] as const) : []), ['line', text]],
  }),
  inSight: (lines) => lines.length - 1,
};

/** The lines of each trace, made once. */
const known = new WeakMap<Trace, Line[]>();

function linesOf(trace: Trace): Line[] {
  const lines = known.get(trace) ?? trace.events.flatMap((event) => (event.type === 'output' ? split(event) : []));
  known.set(trace, lines);
  return lines;
}

function split({ n, stream, text }: OutputEvent): Line[] {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line, i) => ({ key: `${n}.${i}`, event: n, stream, text: line }));
}

/** How many of the lines were written up to event `at`. */
function countUpTo(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).event <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
