/**
 * CPython: what the programs of coroutines are compared with, by cpython/main.py.
 *
 * Counterpart: none.
 */

import { join } from 'node:path';
import { UsageError } from '../lib/cli/usage-error';
import type { Program } from './program';
import { ask, type Python } from './python';
import type { Trace } from './run-program';

const { findCPython } = require('../tools/find-cpython.js');

const MAIN = join(__dirname, 'cpython', 'main.py');

/** Find a CPython 3.13 or later. @throws UsageError when there is none. */
export function cpython(environment = process.env): Python {
  let found: Python | undefined;
  try {
    found = findCPython(environment);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (found !== undefined) return found;
  throw new UsageError('no CPython 3.13 or later was found: install one, or name it with PYTHON');
}

/** Run `programs` under CPython. */
export function runTheirs(python: Python, programs: readonly Program[]): Trace[] {
  return ask(python, MAIN, programs);
}
