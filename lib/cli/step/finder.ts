/**
 * Finding a word in a run: in the names of tasks and locks, in what ran, in what was written
 * and what was thrown.
 *
 * It is looked for event by event, on or back from the step where one is, and beyond the end
 * from the other end on, until one has come round. Capitals make no difference.
 */

import type { EventOf, EventType } from '../../trace/event-type';
import type { TraceEvent } from '../../trace/trace-event';
import type { TraceIndex } from '../../trace/why/trace-index';
import type { Moment } from './moment';

/** Give the number of the event nearest to `moment`, on (1) or back (-1) from it, in which there is `word`. */
export function findEvent(word: string, { index, state, before }: Moment, direction: 1 | -1): number | undefined {
  const sought = word.toLowerCase();
  const count = index.trace.events.length;
  const from = direction === 1 ? state.event : before.event + 1;
  for (let i = 1; i <= count; i++) {
    const n = ((from - 1 + i * direction + count) % count) + 1;
    const event = index.event(n);
    if (event !== undefined && textOf(event, index).toLowerCase().includes(sought)) return n;
  }
  return undefined;
}

function textOf(event: TraceEvent, index: TraceIndex): string {
  const text = TEXTS[event.type] as ((event: TraceEvent, index: TraceIndex) => string) | undefined;
  return text?.(event, index) ?? '';
}

/** What stands in an event to be found. That a step is scheduled of a task is not: the step is. */
const TEXTS: { readonly [T in EventType]?: (event: EventOf<T>, index: TraceIndex) => string } = {
  run: ({ handle }, index) => calledBy(handle, index),
  task: ({ name, coroutine }) => `${name} ${coroutine}`,
  rename: ({ name }) => name,
  resume: ({ task, n, error = '' }, index) => `${index.nameOf(task, n)} ${error}`,
  suspend: ({ label = '' }) => label,
  cancel: ({ message = '' }) => message,
  done: ({ text = '' }) => text,
  switch: ({ text = '', error = '', to, n }, index) =>
    `${to === undefined ? '' : index.nameOf(to, n)} ${text} ${error}`,
  packet: ({ kind, from, to, text = '' }) => `${kind} ${from} ${to} ${text}`,
  acquire: ({ primitive, n }, index) => kindOf(primitive, n, index),
  release: ({ primitive, n }, index) => kindOf(primitive, n, index),
  output: ({ text }) => text,
  deadlock: ({ text }) => text,
  leftover: ({ text }) => text,
  end: ({ text = '' }) => text,
};

function calledBy(handle: number, index: TraceIndex): string {
  const scheduling = index.schedulingOf(handle);
  return scheduling?.task === undefined ? (scheduling?.label ?? '') : '';
}

function kindOf(primitive: number, n: number, index: TraceIndex): string {
  return index.primitiveAt(primitive, n)?.kind ?? '';
}
