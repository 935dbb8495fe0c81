/**
 * Subject: what random programs are about, asyncio or gevent, and who runs them.
 *
 * All that is done with programs is the same for both: to compare the traces, to make
 * a program smaller, to show it.
 *
 * Counterpart: none.
 */

import type { Python } from './python';
import type { Style, Trace } from './run-program';

/** `P` is a program. */
export interface Subject<P> {
  /** Whom we are compared with. */
  readonly theirs: string;
  /** What names the subject on the command line, with a blank behind it. */
  readonly option: string;
  /** What a program may leave out, and its value then: lists are what it consists of. */
  readonly empty: P;
  /** Make the program that stands at `index` in the run of `seed`. */
  generate(seed: number, index: number): P;
  /** Find whom to ask. @throws UsageError when there is nobody. */
  findPython(): Python;
  runTheirs(python: Python, programs: readonly P[]): Trace[];
  runOurs(program: P, style: Style): Trace;
  /** Give the styles in which we are to run `program`. */
  styles(program: P): readonly Style[];
  /** Show a program, a line a statement. */
  print(program: P): string;
}
