/**
 * Python: who is asked what it makes of the programs.
 *
 * Programs go to it by the hundred: one process runs them all, so that its start, a tenth of a
 * second, is paid once. The call blocks until all traces are there; while one process of the
 * fuzz waits for its Python, another runs our loop, and so two keep two processors busy.
 *
 * Counterpart: none.
 */

import { spawnSync } from 'node:child_process';
import type { Trace } from './run-program';

/** A Python that there is on this machine. */
export interface Python {
  readonly command: string;
  /** Of what is compared with, as in `3.13.0`. */
  readonly version: string;
  /** What is added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

// Nothing of the user's is to have a say, and nothing is to be left behind.
const OPTIONS = ['-E', '-s', '-B'];
const MAX_BYTES = 2 ** 30;

/** Have `python` run `programs` by the script `main`, which reads a program a line and writes its trace. */
export function ask({ command, env }: Python, main: string, programs: readonly unknown[]): Trace[] {
  if (programs.length === 0) return [];
  const input = programs.map((program) => `${JSON.stringify(program)}\n`).join('');
  const { stdout, stderr, status, error } = spawnSync(command, [...OPTIONS, main], {
    input,
    encoding: 'utf8',
    maxBuffer: MAX_BYTES,
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${main} failed:\n${stderr}`, { cause: error });
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}
