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
import { describeTree } from '../log';
import { LIBRARY_FOLDER } from './library-folder';

/** Show `thrown`, which JavaScript allows to be anything. */
export function traceOf(thrown: unknown): string {
  return thrown instanceof Error
    ? describeTree(thrown, describe, titleOf)
    : `${inspect(thrown)} was thrown, which is no Error`;
}

function describe(error: Error): string {
  return [...placeOf(error), titleOf(error), ...frameLinesOf(error)].join('\n');
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
