/**
 * Finding steps by a text: in the names of tasks, what is called, awaited, written, thrown.
 *
 * A step is found if one of its events has the text, in whatever letter case. So the name of
 * a task finds all that the task did, and what was done to it.
 */

import type { Replay } from '../trace/state/replay';
import type { TraceEvent } from '../trace/trace-event';
import { packetText } from '../trace/why/packet-clauses';
import type { TraceIndex } from '../trace/why/trace-index';

/** Give the numbers of the steps that have `text`; none for an empty one. */
export function findSteps(replay: Replay, index: TraceIndex, text: string): number[] {
  const sought = text.trim().toLowerCase();
  if (sought === '') return [];
  const found = new Set<number>();
  for (const event of replay.trace.events) {
    if (textsOf(event, index).some((each) => each?.toLowerCase().includes(sought))) found.add(replay.stepOf(event.n));
  }
  return [...found];
}

function textsOf(event: TraceEvent, index: TraceIndex): (string | undefined)[] {
  switch (event.type) {
    case 'task':
      return [event.name, event.coroutine];
    case 'rename':
      return [event.name];
    case 'schedule':
      return [event.label];
    case 'resume':
      return [index.nameOf(event.task, event.n), event.error];
    case 'suspend':
      return [index.nameOf(event.task, event.n), event.label];
    case 'wake':
      return [index.nameOf(event.task, event.n)];
    case 'cancel':
      return [index.nameOf(event.task, event.n), event.message];
    case 'switch':
      return [event.text, event.error];
    case 'packet':
      return [packetText(event)];
    case 'done':
    case 'output':
    case 'deadlock':
    case 'leftover':
      return [event.text];
    case 'primitive':
      return [event.kind, event.text, ...(event.items ?? [])];
    case 'end':
      return [event.outcome, event.text];
  }
  return [];
}
