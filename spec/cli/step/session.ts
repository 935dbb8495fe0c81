/**
 * A session at a real pseudo-terminal of 80x24: a command is run there, keys are pressed when
 * the screen shows what they wait for, and what it showed is noted.
 *
 * The pseudo-terminal is that of script(1), of util-linux; in Debian it comes with bsdutils.
 */

import { spawn } from 'node:child_process';
import { REPOSITORY } from '../spawn';
import { TerminalScreen } from './terminal-screen';

/** Keys, and what the screen has to show before they are pressed. */
export type Act = readonly [shows: string, keys: string];

/** What was seen. */
export interface Session {
  /** The screen, at the moment before each act. */
  readonly screens: readonly string[];
  /** What it showed when all was over. */
  readonly last: TerminalScreen;
  /** All that was sent to the terminal. */
  readonly sent: string;
}

/** How many milliseconds a session may take: less than mocha waits, which does not know what was seen. */
const LONGEST = 240_000;

/** Run `command`, a line for a shell, to its end. Fails where it did not come to all of `acts`, and tells what it showed instead. */
export function session(command: string, acts: readonly Act[]): Promise<Session> {
  const screen = new TerminalScreen(80, 24);
  const screens: string[] = [];
  let sent = '';
  const child = spawn('script', ['-qefc', `stty cols 80 rows 24; ${command}`, '/dev/null'], {
    cwd: REPOSITORY,
    // Nothing else: CI, TMUX, NO_COLOR and their kin all decide about colours.
    env: { PATH: process.env.PATH, TERM: 'xterm-256color', SHELL: '/bin/sh' },
    timeout: LONGEST,
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    sent += text;
    screen.feed(text);
    const [shows, keys] = acts[screens.length] ?? [];
    if (shows === undefined || !screen.text.includes(shows)) return;
    screens.push(screen.text);
    child.stdin.write(keys);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => {
      const [shows] = acts[screens.length] ?? [];
      if (shows === undefined) resolve({ screens, last: screen, sent });
      else reject(new Error(`waited for "${shows}", and saw\n${screen.text}`));
    });
  });
}
