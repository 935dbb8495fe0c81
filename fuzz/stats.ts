/**
 * Stats: how often which operation was performed, and how it came out.
 *
 * A fuzz in which little happens finds little: this is how to see that much does. It is
 * counted in the traces: what was written in a program, but never reached, does not count.
 *
 * Counterpart: none.
 */

import type { Trace } from './run-program';

/** Counts by operation, and for each by outcome. */
export type Stats = Record<string, Record<string, number>>;

/** Count what a trace tells. */
export function countTrace(stats: Stats, trace: Trace): void {
  for (const line of trace) {
    const entry = ENTRY.exec(line);
    if (entry === null) continue; // the end of a run, and how things are then
    const [, operation = '', outcome = 'done'] = entry;
    count(stats, operation.replace(/\d+$/, ''), outcome.replace(/^! /, ''));
  }
}

/** `12@0.5 t3 await f0 ! ValueError(v)`: who, what, on which thing, and what came of it. */
const ENTRY = /^\S*@\S+ (?:\S+ )?([a-zA-Z]+\d*)(?: [a-z]+\d+)?(?: (->|! \w+|absent|refused|cancelled))?/;

function count(stats: Stats, operation: string, outcome: string, times = 1): void {
  stats[operation] ??= {};
  const outcomes = stats[operation];
  outcomes[outcome] = (outcomes[outcome] ?? 0) + times;
}

/** Add `more` to `stats`. */
export function addStats(stats: Stats, more: Stats): void {
  for (const [operation, outcomes] of Object.entries(more)) {
    for (const [outcome, times] of Object.entries(outcomes)) count(stats, operation, outcome, times);
  }
}

/** Show the counts, a line an operation, what happens most first. */
export function showStats(stats: Stats): string {
  const lines = Object.entries(stats).map(([operation, outcomes]) => ({ operation, outcomes, total: sum(outcomes) }));
  lines.sort((a, b) => b.total - a.total);
  return lines
    .map(({ operation, outcomes, total }) => `${String(total).padStart(9)} ${operation}: ${showOutcomes(outcomes)}`)
    .join('\n');
}

function showOutcomes(outcomes: Readonly<Record<string, number>>): string {
  const entries = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
  return entries.map(([outcome, times]) => `${outcome === '->' ? 'ok' : outcome} ${times}`).join(', ');
}

function sum(outcomes: Readonly<Record<string, number>>): number {
  return Object.values(outcomes).reduce((a, b) => a + b, 0);
}
