/**
 * replay: one program and its traces, whether they agree or not.
 *
 * A program is named by the seed and the place in the run that it comes from, by a file, or
 * by itself, as JSON: that stays valid when the generator makes others.
 *
 * Counterpart: none.
 */

import { readFileSync } from 'node:fs';
import { UsageError } from '../lib/cli/usage-error';
import { compare, type RunOurs, traceOf } from './compare';
import { generate } from './generate';
import { printProgram } from './print-program';
import type { Program } from './program';
import type { Trace } from './run-program';
import { sideBySide } from './side-by-side';

/**
 * Give the program that `text` names.
 *
 * @throws UsageError when there is no such file, and when what is there is no program.
 */
export function programNamed(text: string): Program {
  const place = /^(\d+):(\d+)$/.exec(text);
  if (place !== null) return generate(Number(place[1]), Number(place[2]));
  return checked(parse(text.trimStart().startsWith('{') ? text : read(text)));
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--replay needs SEED:INDEX, a file, or a program as JSON; there is no file '${file}'`);
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new UsageError(`--replay was given no JSON: ${(error as Error).message}`);
  }
}

/** What a program may leave out. */
const EMPTY: Program = { mode: 'forever', sizes: {}, tasks: [], timers: [] };

function checked(value: unknown): Program {
  const program = { ...EMPTY, ...(value as Program) };
  if (Array.isArray(program.tasks) && Array.isArray(program.timers)) return program;
  throw new UsageError('--replay was given JSON that is no program: it has no list of tasks');
}

/** Show `program`, its traces next to each other, and, where they differ, the command that shows this again. */
export function showReplay(program: Program, theirs: Trace, run?: RunOurs): { text: string; agrees: boolean } {
  const difference = compare(program, theirs, run);
  const ours = difference?.ours ?? traceOf(program, 'generators', run);
  const style = difference?.style ?? 'generators and as async functions';
  const traces = sideBySide(['CPython', `yieldstar, as ${style}`], theirs, ours);
  const again = `to see this again:\n  npm run fuzz -- --replay '${JSON.stringify(program)}'`;
  const end = difference === undefined ? 'the traces agree' : again;
  return { text: [printProgram(program), traces, end].join('\n\n'), agrees: difference === undefined };
}
