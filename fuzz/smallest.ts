/**
 * smallest: of a program that CPython and we run differently, the least that still shows it.
 *
 * Counterpart: none.
 */

import { compare, kindOf, type RunOurs } from './compare';
import type { RunTheirs } from './cpython';
import type { Program } from './program';
import type { Trace } from './run-program';
import { shrink } from './shrink';

/** Make `program` smaller for as long as the same kind of difference shows. */
export function smallest(program: Program, theirs: RunTheirs, ours?: RunOurs): Program {
  const difference = compare(program, theirs([program])[0] ?? [], ours);
  if (difference === undefined) return program;
  const kind = kindOf(difference);
  const shows = (each: Program, trace: Trace = []): boolean => {
    const found = compare(each, trace, ours, [difference.style]);
    return found !== undefined && kindOf(found) === kind;
  };
  return shrink(program, (programs) => {
    const traces = theirs(programs);
    return programs.map((each, i) => shows(each, traces[i]));
  });
}
