#!/usr/bin/env node
/**
 * The command `yieldstar`: runs a program on this library.
 *
 * Whatever goes wrong, here or in the program, is thrown and caught by nobody (so that a
 * debugger stops at it), and ends in ending.ts, the only place that decides on the exit
 * status. A program that ends by itself keeps its own.
 *
 * Counterpart: `python FILE`. This folder is the only one that touches a terminal, a file
 * or `node:*`.
 */

import { BaseEventLoop } from '../loop/base-event-loop';
import { MonotonicClock } from '../loop/monotonic-clock';
import { HELP, readCommandLine } from './command-line';
import { watchForErrors } from './ending';
import { defaultProgram, findProgram } from './program-file';
import { runProgram } from './run-program';

/** Between a line of the program and the next lie many of the library's: V8's ten would not do. */
Error.stackTraceLimit = 50;

watchForErrors();

const command = readCommandLine(process.argv.slice(2));
if (command.help) {
  console.log(HELP);
} else {
  if (command.real) BaseEventLoop.defaultClock = () => new MonotonicClock();
  runProgram(findProgram(command.file ?? defaultProgram()), command.args);
}
