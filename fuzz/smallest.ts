/**
 * smallest: of a program that they and we run differently, the least that still shows it.
 *
 * Counterpart: none.
 */

import { compare, kindOf, type Ours } from './compare';
import type { Trace } from './run-program';
import { shrink } from './shrink';

/** Runs programs, and gives their traces. */
export type RunTheirs<P> = (programs: readonly P[]) => Trace[];

/** Make `program` smaller for as long as the same kind of difference shows. */
export function smallest<P>(program: P, theirs: RunTheirs<P>, ours: Ours<P>): P {
  const difference = compare(program, theirs([program])[0] ?? [], ours);
  if (difference === undefined) return program;
  const kind = kindOf(difference);
  const shows = (each: P, trace: Trace = []): boolean => {
    const found = compare(each, trace, ours, difference.style);
    return found !== undefined && kindOf(found) === kind;
  };
  return shrink(program, (programs) => {
    const traces = theirs(programs);
    return programs.map((each, i) => shows(each, traces[i]));
  });
}
