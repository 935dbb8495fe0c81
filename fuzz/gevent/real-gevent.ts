/**
 * The real gevent, in virtual time: what the programs of greenlets are compared with, by python/main.py.
 *
 * Counterpart: ../cpython.ts.
 */

import { join } from 'node:path';
import { UsageError } from '../../lib/cli/usage-error';
import { ask, type Python } from '../python';
import type { Trace } from '../run-program';
import type { Program } from './program';

const { findGreenlet, HOW_TO_INSTALL } = require('../../tools/find-greenlet.js');
const { HOW_TO_INSTALL: HOW_TO_INSTALL_GCC, inVirtualTime } = require('../../tools/virtual-time.js');

const MAIN = join(__dirname, 'python', 'main.py');

/** Find a Python with gevent 22.10, and virtual time for it. @throws UsageError when there is none, or no gcc. */
export function realGevent(environment = process.env): Python {
  const python = orUsageError<Python>(() => findGreenlet(environment));
  if (python === undefined) {
    throw new UsageError(`no Python with greenlet 2.0 and gevent 22.10 was found: ${HOW_TO_INSTALL}`);
  }
  const inTime = orUsageError<Python>(() => inVirtualTime(python, environment));
  if (inTime !== undefined) return { ...inTime, version: python.version.replace(/.*gevent /, '') };
  throw new UsageError(`there is no gcc, which virtual time for gevent is compiled by: ${HOW_TO_INSTALL_GCC}`);
}

function orUsageError<T>(find: () => T | undefined): T | undefined {
  try {
    return find();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Run `programs` under the real gevent. */
export function runTheirs(python: Python, programs: readonly Program[]): Trace[] {
  return ask(python, MAIN, programs);
}
