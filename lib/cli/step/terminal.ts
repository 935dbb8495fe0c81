/**
 * Terminal: the one that this process runs in, taken over and given back.
 *
 * Open, it is raw (keys come as they are pressed, and are not echoed), on its second screen,
 * without a cursor. Whatever happens it is given back as it was: at the end, at an error of
 * our own, at a signal, and while the process is stopped by Ctrl-Z. Only what has changed
 * since the last time is drawn.
 *
 * A terminal that is `dumb` knows no escape sequences. It is shown each screen below the last.
 *
 * Counterpart: curses.wrapper.
 */

import type { ReadStream, WriteStream } from 'node:tty';
import { type Emphasis, encode } from './ansi';
import { type Key, KeyDecoder } from './key-decoder';
import type { Line } from './line';

/** How many columns and rows there are. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Who is told what happens at the terminal. */
export interface TerminalUser {
  /** A key was pressed. */
  pressed(key: Key): void;
  /** All is to be drawn anew: the size has changed, or the screen was somebody else's meanwhile. */
  resized(): void;
  /** There will be no more keys. */
  ended(): void;
}

/** After how many milliseconds an escape that nothing has followed is the key of that name. */
const ESCAPE_DELAY = 50;

/** The second screen, no cursor, and no wrapping at the last column; and back. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J';
const LEAVE = '\x1b[m\x1b[?7h\x1b[?25h\x1b[?1049l';

export class Terminal {
  private readonly keys = new KeyDecoder();
  private escapeTimer: NodeJS.Timeout | undefined = undefined;
  /** What each row shows. */
  private shown: readonly string[] = [];
  private isTaken = false;
  private user: TerminalUser | undefined = undefined;

  constructor(
    private readonly input: ReadStream,
    private readonly output: WriteStream,
    private readonly emphasis: Emphasis,
  ) {}

  get size(): Size {
    const { columns, rows } = this.output;
    // A dumb terminal would go on to the next line behind the last column; and the cursor is below the last row.
    const margin = this.emphasis === 'none' ? 1 : 0;
    return { columns: (columns || 80) - margin, rows: (rows || 24) - margin };
  }

  /** Take the terminal over, until `close`. */
  open(user: TerminalUser): void {
    this.user = user;
    this.take();
    this.input.setEncoding('utf8').on('data', this.read).on('end', this.end);
    this.output.on('resize', this.redraw);
    for (const signal of FATAL) process.on(signal, this.dieOf);
    process.on('SIGCONT', this.retake);
    // The monitor is told before whoever prints the error.
    process.on('uncaughtExceptionMonitor', this.giveBack).on('exit', this.giveBack);
    user.resized();
  }

  /** Give the terminal back, and listen no more: nothing of this keeps the process alive. */
  close(): void {
    clearTimeout(this.escapeTimer);
    this.input.off('data', this.read).off('end', this.end).pause();
    this.output.off('resize', this.redraw);
    for (const signal of FATAL) process.off(signal, this.dieOf);
    process.off('SIGCONT', this.retake);
    process.off('uncaughtExceptionMonitor', this.giveBack).off('exit', this.giveBack);
    this.user = undefined;
    this.giveBack();
  }

  /** Show `lines`, which are as many as there are rows, and as wide as there are columns; not while others have the terminal. */
  show(lines: readonly Line[]): void {
    if (!this.isTaken) return;
    const rows = lines.map((line) => encode(line, this.emphasis));
    const changes = rows.map((row, i) => (row === this.shown[i] ? '' : `\x1b[${i + 1};1H\x1b[K${row}`)).join('');
    this.shown = rows;
    if (changes !== '') this.output.write(this.emphasis === 'none' ? `${rows.join('\n')}\n` : changes);
  }

  /** Stop the process, with those that it was started with, as Ctrl-Z does elsewhere. */
  suspend(): void {
    this.giveBack();
    process.kill(0, 'SIGTSTP');
    // Where there is no shell to go on from, nobody is stopped.
    setTimeout(() => {
      if (!this.isTaken && this.user !== undefined) this.retake();
    }, ESCAPE_DELAY);
  }

  private take(): void {
    this.input.setRawMode(true);
    this.command(ENTER);
    this.isTaken = true;
    this.shown = [];
  }

  private readonly giveBack = (): void => {
    if (!this.isTaken) return;
    this.isTaken = false;
    this.command(LEAVE);
    this.input.setRawMode(false);
  };

  /** Whoever had the terminal meanwhile has left it as he likes it. */
  private readonly retake = (): void => {
    this.giveBack();
    this.take();
    this.user?.resized();
    // While this process was stopped, others were told that the window has another size.
    process.kill(process.pid, 'SIGWINCH');
  };

  /** Draw all anew, whatever the screen shows. */
  readonly redraw = (): void => {
    this.shown = [];
    this.command('\x1b[2J');
    this.user?.resized();
  };

  private command(sequences: string): void {
    if (this.emphasis !== 'none') this.output.write(sequences);
  }

  private readonly read = (text: string): void => {
    clearTimeout(this.escapeTimer);
    this.press(this.keys.push(text));
    if (this.keys.isWaiting) this.escapeTimer = setTimeout(() => this.press(this.keys.flush()), ESCAPE_DELAY);
  };

  private press(keys: readonly Key[]): void {
    for (const key of keys) this.user?.pressed(key);
  }

  private readonly end = (): void => this.user?.ended();

  /** Die of the signal, as one would who did not listen to it. */
  private readonly dieOf = (signal: NodeJS.Signals): void => {
    this.close();
    process.kill(process.pid, signal);
  };
}

const FATAL: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
