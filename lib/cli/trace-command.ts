/**
 * `yieldstar trace`: record a program, and make of that run what was asked for: a web page, a
 * trace for Perfetto, a trace of ours; and in any case tell what became of it.
 *
 * The exit status is the program's. A trace that was made earlier may stand for the program.
 */

import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { perfettoOf } from '../trace/perfetto/perfetto';
import type { Trace } from '../trace/trace-event';
import { formatTrace, parseTrace, TraceError } from '../trace/trace-file';
import { explain } from '../trace/why/explain';
import type { Command } from './command-line';
import { htmlOf } from './html-page';
import { defaultProgram, findProgram, isTraceFile, requireFile } from './program-file';
import { type RecordedEnd, recordProgram } from './recording';
import { UsageError } from './usage-error';

/** Do what `command` asks for. @throws UsageError */
export function traceProgram(command: Command): void {
  const { args, limit, file = defaultProgram() } = command;
  requireFile(file);
  checkOutputs(command, file);
  if (isTraceFile(file)) makeAll(command, readTrace(file));
  else recordProgram(findProgram(file), args, limit, (trace, end) => finish(command, trace, end));
}

/** Nothing that is written may take the place of the program, or of another output. @throws UsageError */
function checkOutputs({ html, perfetto, json }: Command, file: string): void {
  const taken = new Map([[realpathSync(file), file]]);
  for (const [option, out] of Object.entries({ html, perfetto, json })) {
    if (out === undefined) continue;
    if (out === '') throw new UsageError(`--${option} takes the name of a file to write`);
    const path = existsSync(out) ? realpathSync(out) : resolve(out);
    const other = taken.get(path);
    if (other !== undefined) throw new UsageError(`--${option} ${out} would write over ${other}`);
    taken.set(path, `--${option} ${out}`);
  }
}

/** Read the trace in `file`. @throws UsageError when there is none, or it cannot be read. */
export function readTrace(file: string): Trace {
  requireFile(file);
  try {
    return parseTrace(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof TraceError) throw new UsageError(`${file}: ${error.message}`);
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function finish(command: Command, trace: Trace, { outcome, text, status }: RecordedEnd): void {
  process.exitCode = status;
  try {
    makeAll(command, trace);
    if (outcome === 'limit') console.error(`yieldstar: ${text}`);
    else if (outcome === 'error' && text !== undefined) console.error(text);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`yieldstar: ${error.message}`);
    process.exitCode = 2;
  }
}

/** Write what was asked for; tell what became of the run, where that was not only to be kept. */
function makeAll({ html, perfetto, json }: Command, trace: Trace): void {
  if (html !== undefined) write(html, htmlOf(trace));
  if (perfetto !== undefined) write(perfetto, JSON.stringify(perfettoOf(trace)));
  if (json !== undefined) write(json, formatTrace(trace));
  console.log(explain(trace));
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${(error as Error).message}`);
  }
}
