/**
 * What a switch of greenlets was, in words: `ping switched to pong, with 12`.
 *
 * One that ended hands control to its parent without having asked for that. Who is no greenlet to
 * the trace is the task in whose step it all happens, or the loop.
 *
 * Counterpart: none.
 */

import type { SwitchEvent } from '../event/switch-event';
import type { TraceEvent } from '../trace-event';
import type { Clauses } from './clauses';
import type { TraceIndex } from './trace-index';
import { shownText } from './wording';

/** Tell who switched to whom, and with what. */
export function switched(index: TraceIndex, event: SwitchEvent): Clauses {
  const { text, error } = event;
  const [from, to] = partiesTo(index, event);
  const load = text === undefined ? '' : `, with ${shownText(text)}`;
  if (hasEnded(index, event))
    return [`${to} went on, as ${from} had ended`, error === undefined ? load : errorOf(error)];
  if (error !== undefined) return [`${from} threw an error into ${to}`, errorOf(error)];
  return [`${from} switched to ${to}`, load];
}

/** Tell it as it happens: `ping switches to pong, with 12`. */
export function switchText(index: TraceIndex, event: SwitchEvent): string {
  const { text, error } = event;
  const [from, to] = partiesTo(index, event);
  const load = text === undefined ? '' : `, with ${shownText(text)}`;
  if (hasEnded(index, event)) return `${from} has ended: ${to} goes on${error === undefined ? load : errorOf(error)}`;
  if (error !== undefined) return `${from} throws into ${to}${errorOf(error)}`;
  return `${from} switches to ${to}${load}`;
}

/** Name who switched, and to whom. */
function partiesTo(index: TraceIndex, event: SwitchEvent): [from: string, to: string] {
  const { n, from, to } = event;
  return [
    from === undefined ? whoRunsTheLoop(index, event) : index.nameOf(from, n),
    to === undefined ? whoRunsTheLoop(index, event) : index.nameOf(to, n),
  ];
}

/** Name who is no greenlet to the trace: the task that has switched to the first of those at work now, or else the loop. */
function whoRunsTheLoop(index: TraceIndex, event: SwitchEvent): string {
  let first: TraceEvent | undefined = event;
  while (first?.type === 'switch' && first.from !== undefined) first = index.event(index.within(first.n)?.cause ?? 0);
  const within = first && index.within(first.n);
  return first?.type === 'switch' && within?.type === 'resume' ? index.nameOf(within.task, event.n) : 'the loop';
}

function hasEnded(index: TraceIndex, { n, from }: SwitchEvent): boolean {
  return from !== undefined && (index.endOf(from)?.n ?? Infinity) < n;
}

function errorOf(error: string): string {
  return `: ${shownText(error)}`;
}
