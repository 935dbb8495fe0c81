/**
 * One process's part of a run: every so many batches of programs, compared one after another.
 *
 * The parent (run.ts) starts it with what it is to do, and is told of each batch when it is
 * done. In between the process lets its messages go out.
 *
 * Counterpart: none.
 */

import { compare, kindOf } from './compare';
import type { Python } from './python';
import type { Style } from './run-program';
import { countTrace, type Stats } from './stats';
import type { Subject } from './subject';
import { type SubjectName, subjectNamed } from './subjects';

/** Which programs to compare. */
export interface Part {
  readonly subject: SubjectName;
  readonly seed: number;
  readonly runs: number;
  /** The first batch, and how many there are from one to the next. */
  readonly first: number;
  readonly step: number;
  /** How many programs go to a Python at once. */
  readonly batch: number;
  readonly stats: boolean;
  readonly python: Python;
}

/** What came of a batch. */
export interface Report {
  readonly programs: number;
  /** How many of them were run in which style. */
  readonly styles: Readonly<Partial<Record<Style, number>>>;
  readonly lines: number;
  readonly different: readonly Found[];
  readonly stats: Stats;
}

/** A program that is run differently: its place in the run, and how it differs. */
export interface Found {
  readonly index: number;
  readonly kind: string;
}

/** Compare the programs of `part`, and tell of each batch. */
export function runPart(part: Part, tell: (report: Report) => void, later: (next: () => void) => void): void {
  const { batch, first, runs, step } = part;
  const runFrom = (start: number): void => {
    if (start >= runs) return;
    tell(runBatch(part, start, Math.min(start + batch, runs)));
    later(() => runFrom(start + step * batch));
  };
  runFrom(first * batch);
}

function runBatch({ subject: name, seed, stats: counted, python }: Part, start: number, end: number): Report {
  const subject = subjectNamed(name);
  const programs = Array.from({ length: end - start }, (_, i) => subject.generate(seed, start + i));
  const traces = subject.runTheirs(python, programs);
  const stats: Stats = {};
  if (counted) for (const trace of traces) countTrace(stats, trace);
  const different = programs.flatMap((program, i): Found[] => {
    const difference = compare(program, traces[i] ?? [], subject);
    return difference === undefined ? [] : [{ index: start + i, kind: kindOf(difference) }];
  });
  const lines = traces.reduce((sum, trace) => sum + trace.length, 0);
  return { programs: programs.length, styles: countStyles(subject, programs), lines, different, stats };
}

function countStyles(subject: Subject<unknown>, programs: readonly unknown[]): Report['styles'] {
  const counts: Partial<Record<Style, number>> = {};
  for (const style of programs.flatMap(subject.styles)) counts[style] = (counts[style] ?? 0) + 1;
  return counts;
}

if (require.main === module) {
  // Where errors were raised nobody reads here; to find out would take a third of the time.
  Error.stackTraceLimit = 0;
  (Error as { prepareStackTrace: unknown }).prepareStackTrace = undefined;
  const part: Part = JSON.parse(process.argv[2] as string);
  runPart(part, (report) => process.send?.(report), setImmediate);
}
