/**
 * How a run ends that does not end by itself: what is said of it, and the exit status.
 *
 *     SystemExit          nothing       its code
 *     KeyboardInterrupt   its name      130, as a shell has it
 *     UsageError          a sentence    2
 *     any other           its trace     1
 *
 * Where an ES module is no JavaScript, only the host knows, and it tells nobody: it shows the line as
 * it ends the process because of that error. So it is left to do that.
 *
 * Counterpart: what the interpreter does with an exception that nobody caught.
 */

import { KeyboardInterrupt, SystemExit } from '../errors';
import { DeadlockError } from '../loop/deadlock';
import { loadsAfterAll } from './main-module';
import { ProgramSyntaxError } from './program-syntax-error';
import { traceOf } from './trace';
import { UsageError } from './usage-error';

/** From now on, end the process because of what nobody catches; `first` is told of it before anything else. */
export function watchForErrors(first?: (thrown: unknown) => void): void {
  process.off('uncaughtException', ending);
  ending = (thrown) => {
    if (loadsAfterAll(thrown)) return;
    first?.(thrown);
    if (isOfModule(thrown)) leaveToHost(thrown);
    else endWith(thrown);
  };
  process.on('uncaughtException', ending);
}

/** What is done because of what nobody catches. */
let ending: (thrown: unknown) => void = endWith;

/** Tell whether the program was not run, as it cannot be: it is not to be found, or does not compile. */
export function isRefusal(thrown: unknown): boolean {
  return thrown instanceof UsageError || thrown instanceof ProgramSyntaxError || isOfModule(thrown);
}

/** Tell whether that is what the host has against the text of an ES module, or of what it imports. */
function isOfModule(thrown: unknown): thrown is SyntaxError {
  return thrown instanceof SyntaxError && /^\w+: .*\n {4}at .*\(node:internal\/modules\/esm\//.test(thrown.stack ?? '');
}

/** Have the host end the process, and show the line; but not the calls of its loader, as it would. */
function leaveToHost(error: SyntaxError): void {
  process.off('uncaughtException', ending);
  // ts-node would be first, and shows no line: it comes between by an `emit` of its own.
  Reflect.deleteProperty(process, 'emit');
  error.stack = `${error.name}: ${error.message}`;
  process.nextTick(() => {
    throw error;
  });
}

/** From now on, a handler of the program's own for what nobody catches takes the place of ours. */
export function letProgramTakeOver(): void {
  process.on('newListener', (event) => {
    if (event === 'uncaughtException') process.off('uncaughtException', ending);
  });
}

function endWith(thrown: unknown): void {
  const text = lastWords(thrown);
  if (text !== undefined) console.error(text);
  process.exit(statusOf(thrown));
}

/** Give the exit status. */
export function statusOf(thrown: unknown): number {
  if (thrown instanceof SystemExit) return isStatus(thrown.code) ? thrown.code : 1;
  if (thrown instanceof KeyboardInterrupt) return 130;
  return thrown instanceof UsageError ? 2 : 1;
}

/** Give what is to be said, undefined for nothing; calls of this library are left out of a trace, or `marked`. */
export function lastWords(thrown: unknown, library: 'left out' | 'marked' = 'left out'): string | undefined {
  // As in Python, a code that is no number is a message.
  if (thrown instanceof SystemExit) return isStatus(thrown.code) ? undefined : String(thrown.code);
  if (thrown instanceof KeyboardInterrupt) return thrown.name;
  if (thrown instanceof UsageError) return `yieldstar: ${thrown.message}`;
  if (thrown instanceof ProgramSyntaxError) return thrown.message;
  // It names the place where each task waits; the trace would only lead into the loop.
  if (thrown instanceof DeadlockError) return `${thrown.name}: ${thrown.message}`;
  return traceOf(thrown, library);
}

function isStatus(code: unknown): code is number {
  return Number.isInteger(code);
}
