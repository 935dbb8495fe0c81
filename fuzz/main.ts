/**
 * The fuzz: `npm run fuzz -- --runs N --seed S`.
 *
 * The exit status is 0 when all agree, 1 when a program differs, 2 when there is nothing to
 * be compared: no CPython, no gevent, or an option that is none.
 *
 * Counterpart: none.
 */

import { UsageError } from '../lib/cli/usage-error';
import { type Command, HELP, readCommandLine } from './command-line';
import { programNamed, showReplay } from './replay';
import { run } from './run';
import { subjectNamed } from './subjects';

function main(words: readonly string[]): void {
  const command = readCommandLine(words);
  if (command.help) console.log(HELP);
  else if (command.replay !== undefined) replay(command, command.replay);
  else run(command, subjectNamed(command.subject).findPython());
}

function replay(command: Command, name: string): void {
  const subject = subjectNamed(command.subject);
  const program = programNamed(subject, name);
  const [theirs = []] = subject.runTheirs(subject.findPython(), [program]);
  const { text, agrees } = showReplay(subject, program, theirs);
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
