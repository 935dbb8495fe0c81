/**
 * What was typed after `yieldstar`: options, a file, and the program's own arguments.
 *
 * Options end at the file. What follows it belongs to the program, whatever it looks like.
 * This only reads: whether there is such a file, program-file.ts finds out.
 *
 * Counterpart: the command line of `python`.
 */

import { UsageError } from './usage-error';

/** What is to be done. */
export interface Command {
  /** Whether to show the help, and run nothing. */
  readonly help: boolean;
  /** Whether time is to be real. */
  readonly real: boolean;
  /** The program, as it was typed. */
  readonly file: string | undefined;
  /** What the program is to find in `process.argv`, after its own name. */
  readonly args: readonly string[];
}

/** What `--help` shows. */
export const HELP = `usage: yieldstar [--real] FILE [ARGUMENT ...]

Runs FILE, a program in TypeScript or JavaScript that imports 'yieldstar',
and ends with its exit status.

  --real    let time be real: sleep(1) takes a second, and blocks
  --help    show this text

Time is virtual otherwise: when nothing is left to run, the clock jumps to
the next deadline. ARGUMENTs are the program's, as process.argv.slice(2).`;

/**
 * Read `words`, which are what follows `yieldstar`.
 *
 * @throws UsageError for an option that there is not.
 */
export function readCommandLine(words: readonly string[]): Command {
  const found = words.findIndex((word) => !word.startsWith('-'));
  const end = found === -1 ? words.length : found;
  const options = words.slice(0, end);
  for (const option of options) {
    if (!OPTIONS.has(option)) throw new UsageError(`there is no option ${option}; --help shows those there are`);
  }
  return {
    help: options.includes('--help') || options.includes('-h'),
    real: options.includes('--real'),
    file: words[end],
    args: words.slice(end + 1),
  };
}

const OPTIONS = new Set(['--real', '--help', '-h']);
