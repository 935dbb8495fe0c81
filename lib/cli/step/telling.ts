/**
 * What is told of an event where it is one of a list: short, and without who did it.
 *
 * Nothing is told of what is only the way from one thing to the next, such as that a step is
 * scheduled of a task that was woken, or that a greenlet which waits hands control to the loop; nor
 * of what stands elsewhere on the screen.
 *
 * Counterpart: sentenceOf, which tells of an event where it stands alone.
 */

import type { ScheduleEvent } from '../../trace/event/loop-events';
import type { HoldEvent, PrimitiveEvent } from '../../trace/event/primitive-events';
import type { EndEvent, LeftoverEvent } from '../../trace/event/program-events';
import type { DoneEvent, ResumeEvent, SuspendEvent, TaskEvent } from '../../trace/event/task-events';
import type { EventOf, EventType } from '../../trace/event-type';
import { primitiveState } from '../../trace/state/primitive-state';
import type { TraceEvent } from '../../trace/trace-event';
import { purposeOf } from '../../trace/why/doer';
import { packetText } from '../../trace/why/packet-clauses';
import { awaitedText } from '../../trace/why/short-names';
import { switchText } from '../../trace/why/switch-clauses';
import { inPlace, shownDeadline, shownText, shownTime } from '../../trace/why/wording';
import { handleName } from './handle-name';
import type { Moment } from './moment';
import type { Mark } from './panel';
import { stateOf } from './primitive-words';
import { statusOf } from './task-words';

/** What is told, perhaps in several lines, and how it is marked. */
export type Telling = readonly [text: string, mark?: Mark];

/** Tell of an event of the step that led to `moment`. */
export function tell(event: TraceEvent, moment: Moment): Telling | undefined {
  const teller = TELLERS[event.type] as ((event: TraceEvent, moment: Moment) => Telling | undefined) | undefined;
  return teller?.(event, moment);
}

type Tellers = { readonly [T in EventType]?: (event: EventOf<T>, moment: Moment) => Telling | undefined };

const TELLERS: Tellers = {
  advance: advanced,
  due: ({ handle }, moment) => [`due: ${handleName(moment, handle)}`],
  run: ({ handle }, moment) =>
    moment.state.handle?.task === undefined ? [`ran ${handleName(moment, handle)}`, '▶'] : undefined,
  schedule: scheduled,
  cancelHandle: ({ handle }, moment) => [`took back: ${handleName(moment, handle)}`],
  task: made,
  rename: ({ task, name, n }, { index }) => [`${index.nameOf(task, n - 1)} is now called ${name}`],
  resume: resumed,
  suspend: suspended,
  wake: ({ task }, moment) => [`woke ${moment.nameOf(task)}`],
  cancel: ({ task, message }, moment) => [
    `asked ${moment.nameOf(task)} to end${message === undefined ? '' : `: ${shownText(message)}`}`,
  ],
  done: taskEnded,
  acquire: held,
  release: held,
  primitive: changed,
  switch: (event, { index }) => (event.to === undefined ? undefined : [switchText(index, event), '▶']),
  packet: (event) => [packetText(event), event.what === 'lost' ? '!' : undefined],
  output: ({ text }) => [`wrote: ${shownText(text)}`],
  deadlock: ({ text }) => [text, '!'],
  leftover,
  close: () => ['the loop was closed'],
  end: ended,
};

/** Deadlines that were added up differ by less than is shown. */
function advanced({ from, time }: EventOf<'advance'>): Telling {
  if (shownTime(from) === shownTime(time)) return [`the clock went on by ${(time - from).toExponential(0)}s`];
  return [`the clock went from ${shownTime(from)} to ${shownTime(time)}`];
}

function ended({ outcome, text = '' }: EndEvent): Telling {
  switch (outcome) {
    case 'end':
      return ['the program ended'];
    case 'exit':
      return [`the program ended by process.exit: ${text}`];
    case 'error':
      return [`the program failed: ${text}`, '!'];
    case 'limit':
      return [text, '!'];
  }
}

/** That a step of a task is scheduled, or that a packet will arrive, follows from what is told already; that it sleeps, from what it waits for. */
function scheduled(event: ScheduleEvent, { index }: Moment): Telling | undefined {
  const { task, when, label } = event;
  if (task !== undefined || index.packetBroughtBy(event) !== undefined) return undefined;
  if (when === undefined) return [`scheduled ${label}`];
  const purpose = purposeOf(event);
  if (purpose === 'sleep') return undefined;
  return [`set a ${purpose === 'timer' ? `timer, ${label},` : purpose} ${shownDeadline(when)}`];
}

function made({ task, name }: TaskEvent, moment: Moment): Telling {
  const state = moment.task(task);
  const coroutine = state && moment.coroutineOf(state);
  return [coroutine === undefined ? `made ${name}` : `made ${name}: ${coroutine}`];
}

/** That a greenlet goes on is told by the switch. */
function resumed({ n, task, error, cancelled }: ResumeEvent, moment: Moment): Telling | undefined {
  if (moment.index.isGreenlet(task)) return undefined;
  const name = moment.nameOf(task);
  const isFirst = moment.index.last(task, n - 1, 'resume') === undefined;
  const how = isFirst ? 'began' : 'went on';
  if (error === undefined) return [`${name} ${how}`, '▶'];
  return [`${name} ${how}, with ${cancelled ? 'its cancellation' : 'an error'}: ${shownText(error)}`, '▶'];
}

function suspended(event: SuspendEvent, moment: Moment): Telling {
  const who = doerBut(event.task, moment);
  return [
    event.future === undefined && !moment.index.isGreenlet(event.task)
      ? `${who}gave way to others`
      : `${who}waits for ${awaitedText(moment.index, event)}`,
  ];
}

/** Other futures are only what somebody waits for, and is woken by. */
function taskEnded({ future }: DoneEvent, moment: Moment): Telling | undefined {
  const state = moment.task(future);
  if (state === undefined) return undefined;
  const { word, detail } = statusOf(moment, state);
  const what = word === 'raised' ? 'raised' : `is ${word}`;
  return [`${doerBut(future, moment)}${what}${detail === '' ? '' : `: ${detail}`}`];
}

function held({ type, primitive }: HoldEvent, moment: Moment): Telling {
  return [`${type === 'acquire' ? 'acquired' : 'released'} ${moment.nameOfPrimitive(primitive)}`];
}

/** That a lock was acquired or released has been told. */
function changed(event: PrimitiveEvent, moment: Moment): Telling | undefined {
  const { primitive } = event;
  const isHeld = (other: TraceEvent): boolean =>
    (other.type === 'acquire' || other.type === 'release') && other.primitive === primitive;
  if (moment.events.some(isHeld)) return undefined;
  return [`${moment.nameOfPrimitive(primitive)}: ${stateOf(moment, primitiveState(event, undefined))}`];
}

function leftover({ text, future, place }: LeftoverEvent, moment: Moment): Telling {
  const name = future !== undefined && moment.task(future) !== undefined ? `${moment.nameOf(future)}: ` : '';
  return [`${name}${text}${inPlace(place).replace(',', ', made')}`, '!'];
}

/** Name the task, unless it is the one whose step this is. */
function doerBut(task: number, moment: Moment): string {
  return task === moment.state.current ? '' : `${moment.nameOf(task)} `;
}
