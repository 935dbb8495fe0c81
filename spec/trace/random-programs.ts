/**
 * What several specs of traces use: random programs, those of the fuzz, run unwatched and recorded.
 *
 * They are run once, when they are first asked for.
 */

import { generate } from '../../fuzz/generate';
import { runProgram, type Style, type Trace } from '../../fuzz/run-program';
import { EventLoop } from '../../lib';
import type { Host } from '../../lib/trace/host';
import { Recorder } from '../../lib/trace/record/recorder';
import type { TraceEvent } from '../../lib/trace/trace-event';

/** A program, run twice. */
export interface RandomRun {
  /** Its place in the fuzz, to run it by hand. */
  readonly name: string;
  /** What it notes on its way. */
  readonly unwatched: Trace;
  readonly watched: Trace;
  readonly events: readonly TraceEvent[];
}

const SEED = 20;

let runs: readonly RandomRun[] | undefined;

/** Give some random programs, half of them with async functions. */
export function randomRuns(): readonly RandomRun[] {
  runs ??= runsOf(0, 60);
  return runs;
}

/** Run the programs from `first` to before `end`. */
export function runsOf(first: number, end: number, host?: Host): RandomRun[] {
  return withoutStacks(() =>
    Array.from({ length: end - first }, (_, i) =>
      runTwice(first + i, i % 2 === 0 ? 'generators' : 'async functions', host),
    ),
  );
}

function runTwice(index: number, style: Style, host: Host | undefined): RandomRun {
  const program = generate(SEED, index);
  const recorder = new Recorder({ host });
  const run = () => runProgram(program, style);
  const watched = watching((loop) => recorder.watch(loop), run);
  return { name: `${SEED}:${index}`, unwatched: run(), watched, events: recorder.events };
}

/** Do `work` while `observe` gives each new loop its observer. */
export function watching<R>(observe: typeof EventLoop.defaultObserver, work: () => R): R {
  const before = EventLoop.defaultObserver;
  EventLoop.defaultObserver = observe;
  try {
    return work();
  } finally {
    EventLoop.defaultObserver = before;
  }
}

/** Where the programs' errors were raised nobody reads: to find out would take most of the time. */
function withoutStacks<R>(work: () => R): R {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
