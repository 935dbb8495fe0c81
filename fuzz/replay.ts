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
import { compare, traceOf } from './compare';
import type { Trace } from './run-program';
import { sideBySide } from './side-by-side';
import type { Subject } from './subject';

/**
 * Give the program that `text` names.
 *
 * @throws UsageError when there is no such file, and when what is there is no program.
 */
export function programNamed<P>({ generate, empty }: Subject<P>, text: string): P {
  const place = /^(\d+):(\d+)$/.exec(text);
  if (place !== null) return generate(Number(place[1]), Number(place[2]));
  return checked(empty, parse(text.trimStart().startsWith('{') ? text : read(text)));
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

function checked<P>(empty: P, value: unknown): P {
  const program = { ...empty, ...(value as P) };
  const lists = Object.entries(empty as object).filter(([, each]) => Array.isArray(each));
  for (const [key] of lists) {
    if (Array.isArray(program[key as keyof P])) continue;
    throw new UsageError(`--replay was given JSON that is no program: it has no list of ${key}`);
  }
  return program;
}

/** Show `program`, its traces next to each other, and, where they differ, the command that shows this again. */
export function showReplay<P>(subject: Subject<P>, program: P, theirs: Trace): { text: string; agrees: boolean } {
  const difference = compare(program, theirs, subject);
  const ours = difference?.ours ?? traceOf(program, 'generators', subject);
  const style = difference?.style ?? subject.styles(program).join(' and as ');
  const traces = sideBySide([subject.theirs, `yieldstar, as ${style}`], theirs, ours);
  const again = `to see this again:\n  npm run fuzz -- ${subject.option}--replay '${JSON.stringify(program)}'`;
  const end = difference === undefined ? 'the traces agree' : again;
  return { text: [subject.print(program), traces, end].join('\n\n'), agrees: difference === undefined };
}
