/**
 * `yieldstar step`: record a program, and step through that run in the terminal.
 *
 * The program is recorded by a process of its own, `yieldstar trace`, so that nothing of it is
 * left when the terminal is ours: not its timers, nor its listeners. Once the user has left, what
 * that process had to say is said, and its exit status is ours. Ctrl-C reaches it as well: this process
 * outlives it, so as to leave nothing behind, neither a file nor a program that goes on unseen.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Trace } from '../trace/trace-event';
import type { Command } from './command-line';
import { defaultProgram, findProgram, isTraceFile } from './program-file';
import { requireTerminal, stepThrough } from './step/step-through';
import { readTrace } from './trace-command';

/** Do what `command` asks for. @throws UsageError */
export function stepProgram(command: Command): void {
  const { color, file = defaultProgram() } = command;
  if (isTraceFile(file)) {
    stepThrough(readTrace(file), { color });
  } else {
    const program = findProgram(file);
    requireTerminal();
    withRecording(program, command, (trace) => stepThrough(trace, { color }));
  }
}

function withRecording(file: string, { args, limit, real }: Command, use: (trace: Trace) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'yieldstar-'));
  const json = join(folder, 'trace.jsonl');
  try {
    console.error(`yieldstar: recording ${relative(process.cwd(), file)}`);
    const options = ['--json', json, '--limit', String(limit), ...(real ? ['--real'] : [])];
    const words = [...process.execArgv, join(__dirname, `main${MAIN_EXTENSION}`), 'trace', ...options];
    process.on('SIGINT', outlive);
    const { status, signal, stderr } = spawnSync(process.execPath, [...words, file, '--', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    process.exitCode = status ?? 128 + constants.signals[signal as NodeJS.Signals];
    process.once('exit', () => writeSync(2, stderr));
    if (existsSync(json)) use(readTrace(json));
  } finally {
    process.off('SIGINT', outlive);
    rmSync(folder, { recursive: true, force: true });
  }
}

function outlive(): void {}

/** `.ts` in the repository, `.js` in the package. */
const MAIN_EXTENSION = __filename.slice(__filename.lastIndexOf('.'));
