/**
 * asyncio: programs of coroutines, which CPython runs.
 *
 * Counterpart: gevent/gevent.ts.
 */

import { cpython, runTheirs } from './cpython';
import { generate } from './generate';
import { printProgram } from './print-program';
import type { Program } from './program';
import { runProgram } from './run-program';
import type { Subject } from './subject';

export const asyncio: Subject<Program> = {
  theirs: 'CPython',
  option: '',
  empty: { mode: 'forever', sizes: {}, tasks: [], timers: [] },
  generate,
  findPython: () => cpython(),
  runTheirs,
  runOurs: runProgram,
  print: printProgram,
};
