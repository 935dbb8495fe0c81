/**
 * The fuzz: `npm run fuzz -- --runs N --seed S`.
 *
 * The exit status is 0 when all agree, 1 when a program differs, 2 when there is nothing to
 * be compared: no CPython, or an option that is none.
 *
 * Counterpart: none.
 */

import { UsageError } from '../lib/cli/usage-error';
import { HELP, readCommandLine } from './command-line';
import { cpython, runTheirs } from './cpython';
import { programNamed, showReplay } from './replay';
import { run } from './run';

function main(words: readonly string[]): void {
  const command = readCommandLine(words);
  if (command.help) console.log(HELP);
  else if (command.replay !== undefined) replay(command.replay);
  else run(command, cpython());
}

function replay(name: string): void {
  const program = programNamed(name);
  const { text, agrees } = showReplay(program, runTheirs(cpython(), [program])[0] ?? []);
  console.log(text);
  if (!agrees) process.exitCode = 1;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`fuzz: ${error.message}`);
  process.exitCode = 2;
}
