/**
 * stepThrough: a recorded run, to step through in the terminal, forwards and backwards.
 *
 * What is pressed makes another View of the one there is; a View is shown. That is all that
 * happens here; the clock of the host has a part in it only while the run is played.
 *
 * Counterpart: pdb, which goes forwards only.
 */

import type { Trace } from '../../trace/trace-event';
import { UsageError } from '../usage-error';
import type { Emphasis } from './ansi';
import { playOn, press } from './commands';
import type { Key } from './key-decoder';
import { drawScreen } from './screen';
import { Terminal, type TerminalUser } from './terminal';
import { Timeline } from './timeline';
import { FIRST_VIEW, type View } from './view';

/** How a run is to be shown. */
export interface StepThroughOptions {
  /** Whether to use colours, where the terminal has them. */
  readonly color?: boolean;
}

/** How many milliseconds a step is in sight while the run is played. */
const STEP_DURATION = 400;

/**
 * Show a run in the terminal, until the user leaves. Returns at once; the process ends when
 * the user has left, if nothing else keeps it alive.
 *
 * @throws UsageError where there is no terminal.
 */
export function stepThrough(trace: Trace, { color = true }: StepThroughOptions = {}): void {
  requireTerminal();
  const terminal = new Terminal(process.stdin, process.stdout, emphasisOf(color));
  terminal.open(new Walk(new Timeline(trace), terminal));
}

/**
 * Make sure that there is a terminal, before anything is recorded to be shown there.
 *
 * @throws UsageError where there is none.
 */
export function requireTerminal(): void {
  const missing = [
    ...(process.stdin.isTTY ? [] : ['standard input']),
    ...(process.stdout.isTTY ? [] : ['standard output']),
  ];
  if (missing.length === 0) return;
  throw new UsageError(
    `stepping needs a terminal, and ${missing.join(' and ')} ${missing.length === 1 ? 'is none' : 'are none'}; ` +
      'yieldstar trace FILE --html out.html makes a page that shows the same',
  );
}

function emphasisOf(color: boolean): Emphasis {
  if (process.env.TERM === 'dumb') return 'none';
  return color && process.stdout.hasColors() ? 'colour' : 'weight';
}

class Walk implements TerminalUser {
  private view: View = FIRST_VIEW;
  private player: NodeJS.Timeout | undefined = undefined;

  constructor(
    private readonly timeline: Timeline,
    private readonly terminal: Terminal,
  ) {}

  pressed(key: Key): void {
    if (key === 'ctrl-z') this.terminal.suspend();
    else if (key === 'ctrl-l') this.terminal.redraw();
    else this.turnTo(press(this.view, key, this.timeline));
  }

  resized(): void {
    this.turnTo({ ...this.view, size: this.terminal.size });
  }

  ended(): void {
    this.turnTo({ ...this.view, isOver: true });
  }

  private turnTo(view: View): void {
    this.view = view;
    clearTimeout(this.player);
    if (view.isOver) {
      this.terminal.close();
      return;
    }
    this.terminal.show(drawScreen(this.timeline, view));
    if (view.isPlaying) this.player = setTimeout(() => this.turnTo(playOn(view, this.timeline)), STEP_DURATION);
  }
}
