/**
 * What was typed after `yieldstar`: what is to be done, options, a file, and the program's own arguments.
 *
 * Of a program that is just run, `run` may be said or left out, and options end at the file: what
 * follows it belongs to the program, whatever it looks like. `step` and `trace` take their options
 * before and after the file; what follows `--` belongs to the program. This only reads: whether
 * there is such a file, program-file.ts finds out.
 *
 * Counterpart: the command line of `python`.
 */

import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

/** How many steps a program may take while it is recorded, unless it is told otherwise. */
export const DEFAULT_LIMIT = 10_000;

/** What is to be done. */
export interface Command {
  /** `run` the program, or `step` through it, or make something of a `trace` of it. */
  readonly action: 'run' | 'step' | 'trace';
  /** Whether to show the help, and run nothing. */
  readonly help: boolean;
  /** Whether time is to be real. */
  readonly real: boolean;
  /** The program, as it was typed; or a trace. */
  readonly file: string | undefined;
  /** What the program is to find in `process.argv`, after its own name. */
  readonly args: readonly string[];
  /** How many steps the program may take while it is recorded. */
  readonly limit: number;
  /** Whether to use colours in the terminal. */
  readonly color: boolean;
  /** The files to write: a web page, a trace for Perfetto, a trace of ours. */
  readonly html: string | undefined;
  readonly perfetto: string | undefined;
  readonly json: string | undefined;
}

/** What `--help` shows. */
export const HELP = `usage: yieldstar [run] [--real] FILE [ARGUMENT ...]
       yieldstar step FILE [--limit N] [--real] [--no-color] [-- ARGUMENT ...]
       yieldstar trace FILE [--html OUT] [--perfetto OUT] [--json OUT]
                            [--limit N] [--real] [-- ARGUMENT ...]

Runs FILE, a program in TypeScript or JavaScript that imports 'yieldstar',
and ends with its exit status. TypeScript is compiled; JavaScript runs as it
is, ES modules too.

  run       run FILE; the word may be left out
  step      run FILE, and step through that run in the terminal,
            forwards and backwards
  trace     run FILE, and tell what became of it: deadlocks,
            cancellations, what was left behind
  FILE      for step and trace: a program, or a trace made with --json

  --html OUT      write a web page to step through, which needs no server
  --perfetto OUT  write what ui.perfetto.dev shows
  --json OUT      write the trace itself
  --limit N       let the program take N steps; otherwise ${DEFAULT_LIMIT}
  --real          let time be real: sleep(1) takes a second, and blocks
  --no-color      use no colours
  --help          show this text

Time is virtual otherwise: when nothing is left to run, the clock jumps to
the next deadline. ARGUMENTs are the program's, as process.argv.slice(2).
A program by the name of run, step or trace is run as ./run, ./step, ./trace.`;

const NOTHING_ELSE = { limit: DEFAULT_LIMIT, color: true, html: undefined, perfetto: undefined, json: undefined };

/**
 * Read `words`, which are what follows `yieldstar`.
 *
 * @throws UsageError for an option that there is not, or whose value is none.
 */
export function readCommandLine(words: readonly string[]): Command {
  const [first, ...others] = words;
  if (first === 'step' || first === 'trace') return readWatching(first, others);
  return readRun(first === 'run' ? others : words);
}

function readRun(words: readonly string[]): Command {
  const found = words.findIndex((word) => !word.startsWith('-'));
  const end = found === -1 ? words.length : found;
  const options = words.slice(0, end);
  for (const option of options) if (!RUN_OPTIONS.has(option)) throw noSuchOption(option);
  return {
    action: 'run',
    help: options.includes('--help') || options.includes('-h'),
    real: options.includes('--real'),
    file: words[end],
    args: words.slice(end + 1),
    ...NOTHING_ELSE,
  };
}

const RUN_OPTIONS = new Set(['--real', '--help', '-h']);

const OPTIONS = {
  help: { type: 'boolean', short: 'h', default: false },
  real: { type: 'boolean', default: false },
  limit: { type: 'string' },
  'no-color': { type: 'boolean', default: false },
  html: { type: 'string' },
  perfetto: { type: 'string' },
  json: { type: 'string' },
} as const;

function readWatching(action: 'step' | 'trace', words: string[]): Command {
  const { values, positionals } = parse(words);
  const { help, real, limit, html, perfetto, json } = values;
  const [file, ...args] = positionals;
  const written = Object.entries({ html, perfetto, json }).find(([, out]) => out !== undefined);
  if (action === 'step' && written !== undefined)
    throw new UsageError(`--${written[0]} is an option of trace, not of step`);
  return { action, help, real, file, args, limit: limitOf(limit), color: !values['no-color'], html, perfetto, json };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw refusal((error as Error).message);
  }
}

/** Say in our words what Node has against the options. */
function refusal(message: string): UsageError {
  const [, unknown] = /Unknown option '([^' ]*)/.exec(message) ?? [];
  if (unknown !== undefined) return noSuchOption(unknown);
  const [, option = '', takesNone] = /'([^' ]*)[^']*' (does not take)?/.exec(message) ?? [];
  return new UsageError(`${option} ${takesNone === undefined ? 'needs a' : 'takes no'} value; --help says more`);
}

function noSuchOption(option: string): UsageError {
  return new UsageError(`there is no option ${option}; --help shows those there are`);
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!(Number.isInteger(limit) && limit > 0))
    throw new UsageError(`--limit takes a number of steps; '${text}' is none`);
  return limit;
}
