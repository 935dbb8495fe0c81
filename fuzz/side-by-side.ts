/**
 * sideBySide: two traces in two columns, and where they part.
 *
 * Counterpart: `diff --side-by-side`.
 */

import type { Trace } from './run-program';

/** How wide a column may be. */
const WIDTH = 76;

/** Show `left` and `right` under their titles; each line that differs is marked, the first with an arrow. */
export function sideBySide(titles: readonly [string, string], left: Trace, right: Trace): string {
  const width = Math.min(WIDTH, Math.max(...[titles[0], ...left].map((line) => line.length)));
  const first = rows(left, right).findIndex(([a, b]) => a !== b);
  const shown = rows(left, right).map(([a = '', b = ''], i) => {
    const mark = a === b ? '  ' : i === first ? '=>' : ' |';
    return `${mark} ${cut(a, width).padEnd(width)}  ${cut(b, WIDTH)}`.trimEnd();
  });
  return [`   ${titles[0].padEnd(width)}  ${titles[1]}`, ...shown].join('\n');
}

function rows(left: Trace, right: Trace): [string | undefined, string | undefined][] {
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, i) => [left[i], right[i]]);
}

/** Keep a line to its column; a difference beyond that is in the file that --replay is given. */
function cut(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 3)}...`;
}
