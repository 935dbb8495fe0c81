/**
 * What was typed after `npm run fuzz --`.
 *
 * Counterpart: none.
 */

import { availableParallelism } from 'node:os';
import { UsageError } from '../lib/cli/usage-error';
import type { SubjectName } from './subjects';

/** What is to be done. */
export interface Command {
  readonly help: boolean;
  /** What the programs are about. */
  readonly subject: SubjectName;
  /** How many programs to run. */
  readonly runs: number;
  /** Which programs those are. */
  readonly seed: number;
  /** How many processes run them. */
  readonly jobs: number;
  readonly keepGoing: boolean;
  readonly stats: boolean;
  /** The program to show and to run, and no other. */
  readonly replay: string | undefined;
}

/** What `--help` shows. */
export const HELP = `usage: npm run fuzz -- [--gevent] [--runs N] [--seed S] [--jobs J] [--keep-going] [--stats]
       npm run fuzz -- [--gevent] --replay PROGRAM

Makes random coroutine programs, runs each under CPython's asyncio in virtual
time and under yieldstar, written as generators, as async functions and as
native async functions, and compares every line of the traces. A program that
differs is made smaller and shown, with both traces side by side; the exit
status is then 1.

  --gevent          programs of greenlets, under the real gevent and under ours
  --runs N          how many programs (1000)
  --seed S          which ones: the same number gives the same programs (1)
  --jobs J          how many processes (one for each processor)
  --keep-going      do not stop at the first program that differs
  --stats           count what the programs do, and how it comes out
  --replay PROGRAM  show one program and both its traces, even if they agree:
                    SEED:INDEX, a file, or the program itself as JSON
  --help            show this text

CPython is the one that PYTHON names, or else the first 3.13 or later that is
found among pyenv's, and on the PATH. gevent is Debian's, or that of the Python
that GREENLET_PYTHON names; virtual time for it is compiled by gcc.`;

/**
 * Read `words`, which are what follows `npm run fuzz --`.
 *
 * @throws UsageError for an option that there is not, and for what is no number where there has to be one.
 */
export function readCommandLine(words: readonly string[]): Command {
  const found = new Map<string, string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (FLAGS.has(word)) found.set(word, '');
    else found.set(word, valueFor(word, rest.shift()));
  }
  return {
    help: found.has('--help') || found.has('-h'),
    subject: found.has('--gevent') ? 'gevent' : 'asyncio',
    runs: numberOf(found, '--runs', 1000, 1),
    seed: numberOf(found, '--seed', 1, 0),
    jobs: numberOf(found, '--jobs', availableParallelism(), 1),
    keepGoing: found.has('--keep-going'),
    stats: found.has('--stats'),
    replay: found.get('--replay'),
  };
}

const FLAGS = new Set(['--help', '-h', '--gevent', '--keep-going', '--stats']);
const WITH_VALUE = new Set(['--runs', '--seed', '--jobs', '--replay']);

function valueFor(option: string, value: string | undefined): string {
  if (!WITH_VALUE.has(option)) throw new UsageError(`there is no option ${option}; --help shows those there are`);
  if (value === undefined) throw new UsageError(`${option} needs a value`);
  return value;
}

function numberOf(found: ReadonlyMap<string, string>, option: string, otherwise: number, least: number): number {
  const value = found.get(option);
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (value.trim() !== '' && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`${option} needs an integer from ${least} on, not '${value}'`);
}
