/**
 * The trace of an error that nobody caught: the lines of the program, innermost first,
 * then the errors that it holds and the error that caused it, each in the same way.
 *
 * Left out are the lines of this library, of the host, and of the compiler. Where they are of
 * interest, it is told how many of the library's calls lie between the program's.
 *
 * Counterpart: traceback.print_exception.
 */

import { join, sep } from 'node:path';
import { inspect } from 'node:util';
import { BaseExceptionGroup } from '../exception-group';
import { describeTree } from '../log';
import { awaitersInPlace } from '../stack';
import { LIBRARY_FOLDER, LIBRARY_SOURCES } from './library-folder';

/** Show `thrown`, which JavaScript allows to be anything. */
export function traceOf(thrown: unknown, library: 'left out' | 'marked' = 'left out'): string {
  const linesOf = library === 'marked' ? markedLinesOf : frameLinesOf;
  const describe = (error: Error): string => [...placeOf(error), titleOf(error), ...linesOf(error)].join('\n');
  return thrown instanceof Error
    ? describeTree(thrown, describe, titleOf)
    : `${inspect(thrown)} was thrown, which is no Error`;
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
  return allLinesOf(error).filter((line) => !isForeign(line));
}

/** The lines of the program, and how many calls of this library lie between them. */
function markedLinesOf(error: Error): string[] {
  const shown: string[] = [];
  let hidden = 0;
  for (const line of allLinesOf(error)) {
    if (isOurs(line)) hidden += 1;
    if (isForeign(line)) continue;
    if (hidden > 0) shown.push(mark(hidden));
    hidden = 0;
    shown.push(line);
  }
  return hidden > 0 ? [...shown, mark(hidden)] : shown;
}

function mark(calls: number): string {
  return `    -- ${calls} ${calls === 1 ? 'call' : 'calls'} in yieldstar`;
}

function allLinesOf(error: Error): readonly string[] {
  const lines = String(error.stack)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.replace('file://', ''));
  return awaitersInPlace(lines);
}

function isOurs(line: string): boolean {
  return line.includes(LIBRARY_FOLDER) || line.includes(LIBRARY_SOURCES);
}

function isForeign(line: string): boolean {
  return isOurs(line) || FOREIGN.some((part) => line.includes(part));
}

const COMPILERS = ['ts-node', '@cspotcode'].map((name) => join(sep, 'node_modules', name, sep));
const FOREIGN = ['node:', '(<anonymous>)', ...COMPILERS];
