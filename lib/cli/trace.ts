/**
 * The trace of an error that nobody caught: the lines of the program, innermost first,
 * then the errors that it holds and the error that caused it, each in the same way.
 *
 * Left out are the lines of this library, of the host, and of the compiler.
 *
 * Counterpart: traceback.print_exception.
 */

import { join, sep } from 'node:path';
import { inspect } from 'node:util';
import { BaseExceptionGroup } from '../exception-group';
import { errorsIn } from '../log';
import { LIBRARY_FOLDER } from './library-folder';

/** Show `thrown`, which JavaScript allows to be anything. */
export function traceOf(thrown: unknown): string {
  return thrown instanceof Error ? trace(thrown, new Set()) : `${inspect(thrown)} was thrown, which is no Error`;
}

/** @param shown the errors shown already: an error may, in the end, be its own cause. */
function trace(error: Error, shown: Set<Error>): string {
  if (shown.has(error)) return `${titleOf(error)} (see above)`;
  shown.add(error);
  const lines = [...placeOf(error), titleOf(error), ...frameLinesOf(error)];
  errorsIn(error).forEach((each, i) => {
    lines.push(indent(`${i + 1}: ${trace(each, shown)}`));
  });
  if (error.cause instanceof Error) lines.push(`caused by ${trace(error.cause, shown)}`);
  return lines.join('\n');
}

/** The name of the error, which for a class of the program's that gives none is the class's, and what it says. */
function titleOf(error: Error): string {
  const name = error.name === 'Error' ? error.constructor.name : error.name;
  const text = error instanceof BaseExceptionGroup ? String(error) : error.message;
  return text === '' ? name : `${name}: ${text}`;
}

/** Where a syntax error is: the host begins its trace with that, and a picture of it. */
function placeOf(error: Error): string[] {
  const lines = String(error.stack).split('\n');
  const title = lines.findIndex((line) => line.startsWith(error.name));
  return error instanceof SyntaxError && title > 0 ? lines.slice(0, title).filter((line) => line !== '') : [];
}

function frameLinesOf(error: Error): string[] {
  return String(error.stack)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line) && !isForeign(line));
}

function isForeign(line: string): boolean {
  return FOREIGN.some((part) => line.includes(part));
}

const COMPILERS = ['ts-node', '@cspotcode'].map((name) => join(sep, 'node_modules', name, sep));
const FOREIGN = [LIBRARY_FOLDER, 'node:', '(<anonymous>)', ...COMPILERS];

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
