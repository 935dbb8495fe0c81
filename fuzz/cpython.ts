/**
 * CPython: what the programs are compared with.
 *
 * Programs go to it by the hundred: one process runs them all (cpython/main.py), so
 * that its start, a tenth of a second, is paid once. The call blocks until all traces are
 * there; while one process of the fuzz waits for its CPython, another runs our loop, and so
 * two keep two processors busy.
 *
 * Counterpart: none.
 */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { UsageError } from '../lib/cli/usage-error';
import type { Program } from './program';
import type { Trace } from './run-program';

const { findCPython } = require('../tools/find-cpython.js');

/** Runs programs, and gives their traces. */
export type RunTheirs = (programs: readonly Program[]) => Trace[];

/** A CPython that there is on this machine. */
export interface CPython {
  readonly command: string;
  /** As in `3.13.0`. */
  readonly version: string;
}

/** Find a CPython 3.13 or later. @throws UsageError when there is none. */
export function cpython(environment = process.env): CPython {
  let found: CPython | undefined;
  try {
    found = findCPython(environment);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (found !== undefined) return found;
  throw new UsageError('no CPython 3.13 or later was found: install one, or name it with PYTHON');
}

const MAIN = join(__dirname, 'cpython', 'main.py');
// Nothing of the user's is to have a say, and nothing is to be left behind.
const OPTIONS = ['-E', '-s', '-B', MAIN];
const MAX_BYTES = 2 ** 30;

/** Run `programs` under CPython. */
export function runTheirs({ command }: CPython, programs: readonly Program[]): Trace[] {
  if (programs.length === 0) return [];
  const input = programs.map((program) => `${JSON.stringify(program)}\n`).join('');
  const { stdout, stderr, status, error } = spawnSync(command, OPTIONS, {
    input,
    encoding: 'utf8',
    maxBuffer: MAX_BYTES,
  });
  if (status !== 0) throw new Error(`${MAIN} failed:\n${stderr}`, { cause: error });
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}
