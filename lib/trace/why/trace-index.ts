/**
 * TraceIndex: a trace, with what is asked of it at every turn looked up once.
 *
 * Which event made a task, scheduled a handle, ended a future; in which step or call an event
 * happened; what a task was called, and what it did last, before some event. It is made in one
 * pass, and answers in the logarithm of the length, where what is looked for is near.
 *
 * Counterpart: none.
 */

import type { RunEvent, ScheduleEvent } from '../event/loop-events';
import type { PacketEvent } from '../event/packet-event';
import type { HoldEvent, PrimitiveEvent } from '../event/primitive-events';
import type { DoneEvent, RenameEvent, ResumeEvent, TaskEvent } from '../event/task-events';
import type { EventOf, EventType } from '../event-type';
import { taskOf } from '../state/task-state';
import type { Trace, TraceEvent } from '../trace-event';

/**
 * A trace, to be asked about: by `why`, or by hand.
 *
 * @example
 * const recorder = new Recorder();
 * loop.observer = recorder.watch(loop);
 * loop.runUntilComplete(hello(1));
 * const header = { format: 'yieldstar-trace', version: TRACE_VERSION, program: 'hello.ts', sources: {} };
 * const index = new TraceIndex({ header, events: recorder.events });
 * index.nameOf(1, recorder.events.length); // what the first task is called in the end
 */
export class TraceIndex {
  private readonly tasks = new Map<number, TraceEvent[]>();
  private readonly names = new Map<number, (TaskEvent | RenameEvent)[]>();
  private readonly schedulings = new Map<number, ScheduleEvent>();
  private readonly ends = new Map<number, DoneEvent>();
  private readonly primitives = new Map<number, PrimitiveEvent[]>();
  private readonly acquisitions = new Map<number, HoldEvent[]>();
  /** The arrivals of packets, by their numbers. */
  private readonly arrivals = new Map<number, PacketEvent>();
  /** For each event, the number of the step or call in which it happened; 0 for none. */
  private readonly places: number[] = [0];

  constructor(readonly trace: Trace) {
    for (const event of trace.events) this.enter(event);
  }

  /** The event of number `n`; undefined where there is none, as for the cause 0. */
  event(n: number): TraceEvent | undefined {
    return this.trace.events[n - 1];
  }

  /** The step of a task, or else the call of a callback, in which event `n` happened; undefined for what no loop did. */
  within(n: number): ResumeEvent | RunEvent | undefined {
    return this.event(this.places[n] ?? 0) as ResumeEvent | RunEvent | undefined;
  }

  /** What the task was called at event `at`. */
  nameOf(task: number, at: number): string {
    const names = this.names.get(task) ?? [];
    return (lastUpTo(names, at) ?? names[0])?.name ?? `task ${task}`;
  }

  /** The making of a task; undefined for a future that is none. */
  makingOf(task: number): TaskEvent | undefined {
    return this.names.get(task)?.[0] as TaskEvent | undefined;
  }

  /** Whether what has this number is a greenlet. */
  isGreenlet(task: number): boolean {
    return this.makingOf(task)?.kind !== undefined;
  }

  /** All that is told of a task. */
  eventsOf(task: number): readonly TraceEvent[] {
    return this.tasks.get(task) ?? [];
  }

  /** The last event of one of these types that is about the task, and not after event `at`. */
  last<T extends EventType>(task: number, at: number, ...types: readonly T[]): EventOf<T> | undefined {
    const events = this.eventsOf(task);
    for (let i = countUpTo(events, at) - 1; i >= 0; i--) if (isOf(events[i], types)) return events[i] as EventOf<T>;
    return undefined;
  }

  /** The next event of one of these types that is about the task, after event `n`. */
  next<T extends EventType>(task: number, n: number, ...types: readonly T[]): EventOf<T> | undefined {
    const events = this.eventsOf(task);
    for (let i = countUpTo(events, n); i < events.length; i++)
      if (isOf(events[i], types)) return events[i] as EventOf<T>;
    return undefined;
  }

  /** How a future, which may be a task, ended. */
  endOf(future: number): DoneEvent | undefined {
    return this.ends.get(future);
  }

  /** By which event a handle was scheduled. */
  schedulingOf(handle: number): ScheduleEvent | undefined {
    return this.schedulings.get(handle);
  }

  /** The arrival of the packet that a handle has brought; undefined where it was for nothing of the kind, or the packet lost. */
  arrivalBy(scheduling: ScheduleEvent): PacketEvent | undefined {
    return this.arrivals.get(this.packetBroughtBy(scheduling)?.packet ?? 0);
  }

  /** The sending of the packet that a handle is to bring, if that is what it is for. */
  packetBroughtBy({ cause }: ScheduleEvent): PacketEvent | undefined {
    const event = this.event(cause);
    return event?.type === 'packet' ? event : undefined;
  }

  /** What a primitive showed of itself at event `at`. */
  primitiveAt(primitive: number, at: number): PrimitiveEvent | undefined {
    return lastUpTo(this.primitives.get(primitive) ?? [], at);
  }

  /** When the task acquired the primitive that it holds at event `at`. */
  acquisitionBy(task: number, primitive: number, at: number): HoldEvent | undefined {
    const events = this.acquisitions.get(primitive) ?? [];
    for (let i = countUpTo(events, at) - 1; i >= 0; i--) if (events[i]?.task === task) return events[i];
    return undefined;
  }

  /** Mostly that of the cause. A packet arrives amid what happens then, however long ago it was sent. */
  private placeOf(event: TraceEvent): number {
    if (event.type === 'resume' || event.type === 'run') return event.n;
    return this.places[isEndOfWay(event) ? event.n - 1 : event.cause] ?? 0;
  }

  private enter(event: TraceEvent): void {
    this.places[event.n] = this.placeOf(event);
    if (event.type === 'task') this.tasks.set(event.task, []);
    if (event.type === 'task' || event.type === 'rename') addTo(this.names, event.task, event);
    if (event.type === 'schedule') this.schedulings.set(event.handle, event);
    if (event.type === 'done') this.ends.set(event.future, event);
    if (event.type === 'primitive') addTo(this.primitives, event.primitive, event);
    if (event.type === 'packet' && event.what === 'arrived') this.arrivals.set(event.packet, event);
    if (event.type === 'acquire') addTo(this.acquisitions, event.primitive, event);
    this.tasks.get(taskOf(event) ?? 0)?.push(event);
  }
}

/** Tell whether a packet has come to the end of its way: it has arrived, or is lost. */
export function isEndOfWay(event: TraceEvent): event is PacketEvent {
  return event.type === 'packet' && event.what !== 'sent';
}

function addTo<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function isOf(event: TraceEvent | undefined, types: readonly EventType[]): boolean {
  return event !== undefined && types.includes(event.type);
}

function lastUpTo<T extends { readonly n: number }>(events: readonly T[], at: number): T | undefined {
  return events[countUpTo(events, at) - 1];
}

/** How many of `events` are not after event `at`. */
function countUpTo(events: readonly { readonly n: number }[], at: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as { n: number }).n <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
