/**
 * compare: where our traces of a program leave theirs, if they do: CPython's, or gevent's.
 *
 * Counterpart: none.
 */

import type { Style, Trace } from './run-program';
import type { Subject } from './subject';

/** Both traces of a program that they and we run differently. */
export interface Difference {
  readonly style: Style;
  readonly theirs: Trace;
  readonly ours: Trace;
  /** The place of the first line that differs. */
  readonly line: number;
}

/** What runs programs under our loop. */
export type Ours<P> = Pick<Subject<P>, 'runOurs' | 'styles'>;

/** Run `program` in each of its styles, or in `only` one, and give the first difference from their trace. */
export function compare<P>(program: P, theirs: Trace, ours: Ours<P>, only?: Style): Difference | undefined {
  const styles = ours.styles(program).filter((style) => only === undefined || style === only);
  for (const style of styles) {
    const trace = traceOf(program, style, ours);
    const line = firstDifference(theirs, trace);
    if (line !== undefined) return { style, theirs, ours: trace, line };
  }
  return undefined;
}

/** Run `program`; what leaves our loop where nothing should is a difference, too. */
export function traceOf<P>(program: P, style: Style, { runOurs }: Ours<P>): Trace {
  try {
    return runOurs(program, style);
  } catch (error) {
    return [`failed: ${(error as Error).stack}`];
  }
}

function firstDifference(theirs: Trace, ours: Trace): number | undefined {
  const length = Math.max(theirs.length, ours.length);
  for (let line = 0; line < length; line++) if (theirs[line] !== ours[line]) return line;
  return undefined;
}

/**
 * Tell which kind of difference it is: what was done in the lines that differ, whoever did
 * it and when. A program that is being made smaller is to keep it.
 */
export function kindOf({ style, theirs, ours, line }: Difference): string {
  return [style, theirs[line], ours[line]].map((text) => text?.replace(TIME, '').replace(/\d+/g, '#')).join(' | ');
}

const TIME = /^\S*@\S+ /;
