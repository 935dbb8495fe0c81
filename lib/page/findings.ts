/**
 * Findings: what one should look at first in a trace.
 *
 * Where tasks stood still for ever, what was left behind, and how the program ended.
 */

import type { DeadlockEvent, EndEvent, LeftoverEvent } from '../trace/event/program-events';
import type { Replay } from '../trace/state/replay';
import type { Trace } from '../trace/trace-event';

/** Something worth a look, and where it is. */
export interface Finding {
  readonly kind: 'deadlock' | 'leftover' | 'end' | 'failure';
  /** In a word or two: `deadlock`. */
  readonly title: string;
  /** All that is said of it. */
  readonly text: string | undefined;
  readonly event: number;
  readonly step: number;
}

/** Give the findings of a trace, in order. */
export function findingsOf(replay: Replay): Finding[] {
  return worthALook(replay.trace).map((event) => {
    const { n, type, text } = event;
    const kind = type !== 'end' ? type : event.outcome === 'end' ? 'end' : 'failure';
    return { kind, title: titleOf(event), text, event: n, step: replay.stepOf(n) };
  });
}

type Worthy = DeadlockEvent | LeftoverEvent | EndEvent;

function worthALook({ events }: Trace): Worthy[] {
  return events.filter(({ type }) => type === 'deadlock' || type === 'leftover' || type === 'end') as Worthy[];
}

function titleOf(event: Worthy): string {
  return event.type === 'end' ? ENDS[event.outcome] : TITLES[event.type];
}

const TITLES = { deadlock: 'deadlock', leftover: 'left behind' };
const ENDS = { end: 'the end', error: 'error', exit: 'exit', limit: 'step limit' };
