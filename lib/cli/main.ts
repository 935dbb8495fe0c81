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

import { logger } from '../log';
import { BaseEventLoop } from '../loop/base-event-loop';
import { MonotonicClock } from '../loop/monotonic-clock';
import { type Command, HELP, readCommandLine } from './command-line';
import { watchForErrors } from './ending';
import { defaultProgram, findProgram } from './program-file';
import { runProgram } from './run-program';
import type * as StepCommand from './step-command';
import { traceOf } from './trace';
import type * as TraceCommand from './trace-command';

/** Between a line of the program and the next lie many of the library's: V8's ten would not do. */
Error.stackTraceLimit = 50;

watchForErrors();
logger.traceOf = (error) => traceOf(error);

/** What is needed to watch a program is loaded only where one is watched. */
const ACTIONS: Record<Command['action'], (command: Command) => void> = {
  run: ({ file, args }) => runProgram(findProgram(file ?? defaultProgram()), args),
  step: (command) => (require('./step-command') as typeof StepCommand).stepProgram(command),
  trace: (command) => (require('./trace-command') as typeof TraceCommand).traceProgram(command),
};

const command = readCommandLine(process.argv.slice(2));
if (command.real) BaseEventLoop.defaultClock = () => new MonotonicClock();
if (command.help) console.log(HELP);
else ACTIONS[command.action](command);
