/**
 * sentenceOf: what happened at an event, in plain words.
 *
 * A sentence says who did what, at what time, and more: where, with what. It names tasks by
 * their names, and has no full stop. What a task waited for is said with regard to `waiter`,
 * the task that went on because of it.
 *
 * Counterpart: none.
 */

import type { HoldEvent, WaitEvent } from '../event/primitive-events';
import type { EndEvent, OutputEvent } from '../event/program-events';
import type { TaskEvent } from '../event/task-events';
import type { EventOf, EventType } from '../event-type';
import type { TraceEvent } from '../trace-event';
import { askedToEnd, type Clauses, futureEnded, placeBefore, resumed, scheduled, suspended } from './clauses';
import { doerOf, handleName, taskWithin, timerEnded } from './doer';
import { packetClauses } from './packet-clauses';
import { switched } from './switch-clauses';
import type { TraceIndex } from './trace-index';
import { inPlace, shownList, shownText, shownTime } from './wording';

/** Tell what happened at `event`. */
export function sentenceOf(index: TraceIndex, event: TraceEvent, waiter?: number): string {
  const teller = TELLERS[event.type] as (index: TraceIndex, event: TraceEvent, waiter?: number) => Clauses;
  const [what, more = ''] = teller(index, event, waiter);
  const capitalised = what.replace(/^(?:the|this|a|an) /, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${capitalised} at ${shownTime(event.time)}${more}`;
}

type Tellers = { readonly [T in EventType]: (index: TraceIndex, event: EventOf<T>, waiter?: number) => Clauses };

const TELLERS: Tellers = {
  iteration: (_, { count }) => [
    'an iteration began',
    `: ${count === 1 ? '1 handle is' : `${count} handles are`} ready`,
  ],
  advance: (_, { from }) => ['the clock arrived', `, from ${shownTime(from)}: nothing was ready before`],
  schedule: scheduled,
  due: (index, { handle }) => [handleRun(index, handle)],
  cancelHandle: (index, event) => [`${doerOf(index, event)} took back ${handleName(index, event.handle)}`],
  run: (index, { handle }) => [handleRun(index, handle)],
  task: made,
  rename: (index, { task, n, name }) => [`${index.nameOf(task, n - 1)} got the name ${name}`],
  resume: resumed,
  suspend: suspended,
  wake: (index, { task, n }) => [`${index.nameOf(task, n)} was woken`],
  cancel: askedToEnd,
  done: futureEnded,
  switch: switched,
  wait: (index, event) => [`${doerOf(index, event)} joined the line of ${nameOfPrimitive(index, event)}`],
  acquire: (index, event) => [`${doerOf(index, event)} acquired ${nameOfPrimitive(index, event)}`],
  release: (index, event) => [`${doerOf(index, event)} released ${nameOfPrimitive(index, event)}`],
  primitive: (index, event) => [`${doerOf(index, event)} left the ${event.kind}`, `, as ${shownText(event.text)}`],
  packet: (_, event) => packetClauses(event),
  output: wrote,
  deadlock: (index, { tasks, n }) => [
    `${shownList(tasks.map((task) => index.nameOf(task, n)))} came to a standstill`,
    ', for ever',
  ],
  leftover: (_, { text, place }) => [
    'the loop complained',
    `: ${shownText(text)}${inPlace(place).replace(',', ', made')}`,
  ],
  close: () => ['the loop was closed'],
  end: ended,
};

function handleRun(index: TraceIndex, handle: number): string {
  const scheduling = index.schedulingOf(handle);
  if (scheduling?.when === undefined) return `${handleName(index, handle)} was run`;
  return timerEnded(index, scheduling);
}

function made(index: TraceIndex, event: TaskEvent): Clauses {
  const { n, cause, kind, name, coroutine, place } = event;
  // Nobody made main: it is there when it is first told of.
  if (cause === 0 && kind === 'greenlet' && name === 'main' && coroutine === '<module>') return ['main was at work'];
  return [
    `${doerOf(index, event)} ${kind === 'gevent' ? 'spawned' : 'made'} ${index.nameOf(event.task, n)}`,
    inPlace(place),
  ];
}

function wrote(index: TraceIndex, event: OutputEvent): Clauses {
  const { n, place } = event;
  const before = placeBefore(index, taskWithin(index, n) ?? 0, n).replace(', in', ', after it had waited in');
  return [`${doerOf(index, event)} wrote this`, place === undefined ? before : inPlace(place)];
}

function nameOfPrimitive(index: TraceIndex, { primitive, n }: WaitEvent | HoldEvent): string {
  return `the ${index.primitiveAt(primitive, n)?.kind ?? 'lock'}`;
}

function ended(_: TraceIndex, { outcome, text = '' }: EndEvent): Clauses {
  switch (outcome) {
    case 'end':
      return ['the program ended'];
    case 'error':
      return ['the program failed', `, with an error that nobody caught: ${shownText(text)}`];
    case 'exit':
      return ['the program ended', `, by process.exit: ${shownText(text)}`];
    case 'limit':
      return ['the program was stopped', `: ${shownText(text)}`];
  }
}
