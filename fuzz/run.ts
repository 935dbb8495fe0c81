/**
 * run: many programs, compared by several processes at once.
 *
 * Each takes every so many batches. The first program that differs ends the run, unless it
 * is to keep going; it is then made smaller, and shown.
 *
 * Counterpart: none.
 */

import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from './command-line';
import type { Found, Part, Report } from './part';
import type { Python } from './python';
import { showReplay } from './replay';
import { smallest } from './smallest';
import { addStats, type Stats, showStats } from './stats';
import { subjectNamed } from './subjects';

/** What is known of a run. */
interface Totals {
  programs: number;
  readonly styles: Map<string, number>;
  lines: number;
  readonly different: Found[];
  readonly stats: Stats;
}

/** Compare as many programs as `command` says, print what came of it, and set the exit status. */
export function run(command: Command, python: Python): void {
  const started = performance.now();
  const totals: Totals = { programs: 0, styles: new Map(), lines: 0, different: [], stats: {} };
  const processes = Array.from({ length: command.jobs }, (_, first) => start(command, python, first));
  let running = processes.length;
  for (const process of processes) {
    process.on('message', (report: Report) => {
      add(totals, report);
      if (totals.different.length > 0 && !command.keepGoing) for (const each of processes) each.kill();
    });
    process.on('exit', (code) => {
      if (code !== 0 && totals.different.length === 0) throw new Error('a process of the fuzz failed');
      running -= 1;
      if (running === 0) finish(command, python, totals, (performance.now() - started) / 1000);
    });
  }
}

/** So many that the start of a Python costs each but little. */
const BATCH = 250;

function start({ subject, seed, runs, jobs, stats }: Command, python: Python, first: number): ChildProcess {
  const part: Part = { subject, seed, runs, first, step: jobs, batch: BATCH, stats, python };
  return fork(join(__dirname, 'part.ts'), [JSON.stringify(part)]);
}

function add(totals: Totals, { programs, styles, lines, different, stats }: Report): void {
  totals.programs += programs;
  for (const [style, times] of Object.entries(styles))
    totals.styles.set(style, (totals.styles.get(style) ?? 0) + times);
  totals.lines += lines;
  totals.different.push(...different);
  addStats(totals.stats, stats);
}

function finish(command: Command, python: Python, totals: Totals, seconds: number): void {
  if (command.stats) console.log(`${showStats(totals.stats)}\n`);
  const { programs, styles, lines, different } = totals;
  const rate = `${seconds.toFixed(1)} s, ${Math.round(programs / seconds)} programs a second`;
  console.log(`${programs} programs, ${lines} lines of trace: ${rate}`);
  const { theirs } = subjectNamed(command.subject);
  if (different.length === 0) {
    if (programs !== command.runs) throw new Error(`${command.runs} programs were to be run`);
    const ways = [...styles].map(([style, times]) => `${times} as ${style}`).join(', ');
    console.log(`all agree with ${theirs} ${python.version}: ${ways}`);
    return;
  }
  process.exitCode = 1;
  explain(command, python, different);
}

/** List the programs that differ, and show the first of them, made smaller. */
function explain({ subject: name, seed, keepGoing }: Command, python: Python, different: readonly Found[]): void {
  const subject = subjectNamed(name);
  const sorted = [...different].sort((a, b) => a.index - b.index);
  for (const { index, kind } of keepGoing ? sorted : sorted.slice(0, 1))
    console.log(`program ${seed}:${index} differs from ${subject.theirs}: ${kind}`);
  const { index } = sorted[0] as Found;
  const runTheirs = (programs: readonly unknown[]) => subject.runTheirs(python, programs);
  const program = smallest(subject.generate(seed, index), runTheirs, subject);
  console.log(`\nprogram ${seed}:${index}, made smaller:\n`);
  console.log(showReplay(subject, program, runTheirs([program])[0] ?? []).text);
}
