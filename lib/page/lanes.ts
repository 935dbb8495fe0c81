/**
 * Lanes: the life of each task and greenlet, as spans of time.
 *
 *     made --ready--> running --waiting--> woken --ready--> running ... done
 *
 * The spans of a lane follow each other without overlap. Who waits is ready again from the
 * middle of the step that wakes it. A waiting task that can never run again is dead from there.
 * Lane 0 is the loop's own: the callbacks that are no task's step.
 */

import type { DoneEvent, SuspendEvent, TaskEvent } from '../trace/event/task-events';
import type { Replay } from '../trace/state/replay';
import type { TraceEvent } from '../trace/trace-event';
import { awaitedText, awaitedTextAt } from '../trace/why/short-names';
import type { TraceIndex } from '../trace/why/trace-index';
import { type Edge, leftOf, middleOf, rightOf } from './axis';
import { handleText } from './naming';

/** What a task is doing: about to take a step, taking one, waiting, or waiting in vain. */
export type SpanKind = 'ready' | 'running' | 'waiting' | 'dead';

/** A part of a task's life. */
export interface Span {
  readonly kind: SpanKind;
  readonly from: Edge;
  readonly to: Edge;
  /** The number of the event with which it began. */
  readonly event: number;
  /** What is waited for; what is called, on the loop's own lane. */
  readonly label: string | undefined;
}

/** How a task ended, and where. */
export interface LaneEnd {
  readonly edge: Edge;
  readonly event: number;
  readonly outcome: DoneEvent['outcome'];
}

/** The life of a task or greenlet. */
export interface Lane {
  /** The task's number; 0 on the loop's own lane. */
  readonly task: number;
  readonly name: string;
  readonly parent: number | undefined;
  readonly spans: readonly Span[];
  readonly end: LaneEnd | undefined;
}

/** Give the lanes of a trace: the loop's own, and one a task, in the order of creation. */
export function lanesOf(replay: Replay, index: TraceIndex): Lane[] {
  const making = new LanesInTheMaking(index);
  for (let step = 0; step <= replay.lastStep; step++) {
    for (const event of replay.eventsOf(step)) making.apply(event, step);
  }
  return making.finish(replay.lastStep);
}

/** A lane to which spans are still added. The last span is open: its end is not known yet. */
class OpenLane implements Lane {
  readonly spans: Span[] = [];
  end: LaneEnd | undefined = undefined;
  private open: Omit<Span, 'to'> | undefined = undefined;

  constructor(
    readonly task: number,
    readonly name: string,
    readonly parent: number | undefined,
  ) {}

  get kind(): SpanKind | undefined {
    return this.open?.kind;
  }

  get awaited(): string | undefined {
    return this.open?.label;
  }

  begin(kind: SpanKind, from: Edge, event: number, label?: string): void {
    // Nothing begins before what came before it is over: a task may be woken in its own step.
    const start = Math.max(from, this.spans.at(-1)?.to ?? 0, this.open?.from ?? 0);
    this.close(start);
    this.open = { kind, from: start, event, label };
  }

  /** A greenlet may go on several times in a step of the loop: one box stands for all. */
  run(step: number, event: number, label?: string): void {
    const last = this.spans.at(-1);
    const hasBox = last?.kind === 'running' && last.from === leftOf(step);
    this.close(leftOf(step));
    if (!hasBox) this.spans.push({ kind: 'running', from: leftOf(step), to: rightOf(step), event, label });
  }

  close(to: Edge): void {
    if (this.open !== undefined && to > this.open.from) this.spans.push({ ...this.open, to });
    this.open = undefined;
  }
}

class LanesInTheMaking {
  private readonly loop = new OpenLane(0, 'callbacks', undefined);
  private readonly lanes = new Map<number, OpenLane>();

  constructor(private readonly index: TraceIndex) {}

  apply(event: TraceEvent, step: number): void {
    switch (event.type) {
      case 'run':
        this.ran(event.n, event.handle, step);
        break;
      case 'task':
        this.made(event, step);
        break;
      case 'resume':
        this.lanes.get(event.task)?.run(step, event.n);
        break;
      case 'suspend':
        this.suspended(event, step);
        break;
      case 'wake':
        this.lanes.get(event.task)?.begin('ready', middleOf(step), event.n);
        break;
      case 'done':
        this.ended(event, step);
        break;
      case 'deadlock':
        for (const task of event.tasks) this.died(task, event.n, step);
        break;
    }
  }

  finish(lastStep: number): Lane[] {
    for (const lane of this.lanes.values()) lane.close(leftOf(lastStep + 1));
    return [this.loop, ...this.lanes.values()];
  }

  private ran(event: number, handle: number, step: number): void {
    const scheduled = this.index.schedulingOf(handle);
    if (scheduled?.task === undefined) this.loop.run(step, event, handleText(this.index, handle));
  }

  private made({ n, task, name, kind, parent }: TaskEvent, step: number): void {
    const lane = new OpenLane(task, name, parent);
    if (kind === 'greenlet') lane.begin('waiting', middleOf(step), n, awaitedTextAt(this.index, task, n));
    else lane.begin('ready', middleOf(step), n);
    this.lanes.set(task, lane);
  }

  private suspended(event: SuspendEvent, step: number): void {
    const lane = this.lanes.get(event.task);
    if (event.future === undefined && !this.index.isGreenlet(event.task)) lane?.begin('ready', rightOf(step), event.n);
    else lane?.begin('waiting', rightOf(step), event.n, awaitedText(this.index, event));
  }

  private died(task: number, event: number, step: number): void {
    const lane = this.lanes.get(task);
    if (lane?.kind === 'waiting') lane.begin('dead', rightOf(step), event, lane.awaited);
  }

  private ended({ n, future, outcome }: DoneEvent, step: number): void {
    const lane = this.lanes.get(future);
    if (lane === undefined) return;
    lane.close(middleOf(step));
    lane.end = { edge: rightOf(step), event: n, outcome };
  }
}
