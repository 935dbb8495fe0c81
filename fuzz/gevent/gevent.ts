/**
 * gevent: programs of greenlets, which the real gevent runs.
 *
 * Counterpart: ../asyncio.ts.
 */

import type { Subject } from '../subject';
import { generate } from './generate';
import { printProgram } from './print-program';
import type { Program } from './program';
import { realGevent, runTheirs } from './real-gevent';
import { runProgram } from './run-program';

export const gevent: Subject<Program> = {
  theirs: 'gevent',
  option: '--gevent ',
  empty: { sizes: [], main: [] },
  generate,
  findPython: () => realGevent(),
  runTheirs,
  runOurs: runProgram,
  styles: () => ['generators', 'async functions'],
  print: printProgram,
};
