/**
 * asyncio: programs of coroutines, which CPython runs.
 *
 * Counterpart: gevent/gevent.ts.
 */

import { cpython, runTheirs } from './cpython';
import { makesEagerTasks } from './eager-tasks';
import { generate } from './generate';
import { printProgram } from './print-program';
import type { Program } from './program';
import { runProgram, type Style } from './run-program';
import type { Subject } from './subject';

export const asyncio: Subject<Program> = {
  theirs: 'CPython',
  option: '',
  empty: { mode: 'forever', sizes: {}, tasks: [], timers: [] },
  generate,
  findPython: () => cpython(),
  runTheirs,
  runOurs: runProgram,
  styles: (program) => (makesEagerTasks(program) ? COMPILED : [...COMPILED, 'native async functions']),
  print: printProgram,
};

/** The styles in which nothing is left to the host. */
const COMPILED: readonly Style[] = ['generators', 'async functions'];
