/**
 * LoopState: what the loop, its tasks and its locks are like after some number of events.
 *
 * It begins empty, and `apply` takes it one event further; nothing else changes it. What it
 * tells of one handle, task or primitive is never changed, but replaced: so a copy, which
 * has the same entries, stays as it is while this one goes on.
 *
 * A cancelled handle is gone at once. (The loop's own ready queue keeps it until its turn comes,
 * and then passes it over.) A line of waiters is left when the task that stood in it takes a step.
 *
 * Counterpart: none.
 */

import type { ScheduleEvent } from '../event/loop-events';
import type { PrimitiveEvent, WaitEvent } from '../event/primitive-events';
import type { OutputEvent } from '../event/program-events';
import type { ResumeEvent, SuspendEvent } from '../event/task-events';
import type { OutputStream } from '../host';
import type { TraceEvent } from '../trace-event';
import { type PrimitiveState, primitiveState, withoutWaiter, withWaiter } from './primitive-state';
import { beginsStep } from './step-ends';
import { nextTaskState, type TaskState, taskOf, waitsMeanwhile } from './task-state';

/** A handle in the ready queue, or a timer in the heap. */
export interface HandleState {
  readonly handle: number;
  /** What it calls. */
  readonly label: string;
  /** Whose step it is, if it is one. */
  readonly task: number | undefined;
  /** The deadline, of a timer, in seconds: Infinity for never. */
  readonly when: number | undefined;
  readonly loop: number;
  /** The number of the event by which it came where it is. */
  readonly event: number;
}

/** What the program wrote, and the number of the event. */
export interface OutputState {
  readonly event: number;
  readonly stream: OutputStream;
  readonly text: string;
}

export class LoopState {
  /** How many events have been applied. */
  event = 0;
  /** How many steps were taken: handles run, and switches of greenlets where no loop was at work. */
  step = 0;
  time = 0;
  /** How many iterations were begun, on any loop. */
  iteration = 0;
  /** The handle whose run is the last step; undefined where that is a switch of greenlets. */
  handle: HandleState | undefined = undefined;
  /** The task or greenlet whose step that was, if it was anybody's; not one that took its first step, eagerly, within it. */
  current: number | undefined = undefined;
  /** What is ready, in the order in which it will be run. */
  readonly ready: Map<number, HandleState>;
  /** The timers in the heap, by their numbers; `sortedTimers` has them in the order in which they are due. */
  readonly timers: Map<number, HandleState>;
  /** All tasks and greenlets, in the order of their creation. */
  readonly tasks: Map<number, TaskState>;
  readonly primitives: Map<number, PrimitiveState>;
  /** All that was written, shared with copies: `written` tells how many entries count here. */
  private log: OutputState[];
  private written: number;

  constructor(from?: LoopState) {
    this.ready = new Map(from?.ready);
    this.timers = new Map(from?.timers);
    this.tasks = new Map(from?.tasks);
    this.primitives = new Map(from?.primitives);
    this.log = from?.log ?? [];
    this.written = from?.written ?? 0;
    if (from === undefined) return;
    const { event, step, time, iteration, handle, current } = from;
    Object.assign(this, { event, step, time, iteration, handle, current });
  }

  /** Give a copy that is not changed by what is applied to this. */
  copy(): LoopState {
    return new LoopState(this);
  }

  /** What was written so far. */
  get output(): readonly OutputState[] {
    return this.log.slice(0, this.written);
  }

  /** The timers in the order in which they are due. */
  get sortedTimers(): readonly HandleState[] {
    const deadline = ({ when = Infinity }: HandleState): number => when;
    return [...this.timers.values()].sort((a, b) => deadline(a) - deadline(b) || a.handle - b.handle);
  }

  /** Go on by one event: the one that follows those that were applied. */
  apply(event: TraceEvent): void {
    this.event = event.n;
    this.time = event.time;
    switch (event.type) {
      case 'iteration':
        this.iteration += 1;
        break;
      case 'schedule':
        this.scheduled(event);
        break;
      case 'due':
        this.moveToReady(event.handle, event.n);
        break;
      case 'cancelHandle':
        this.ready.delete(event.handle);
        this.timers.delete(event.handle);
        break;
      case 'run':
        this.stepTaken(event.handle);
        break;
      case 'switch':
        if (beginsStep(event)) this.stepTaken(undefined);
        break;
      case 'close':
        this.drop(event.loop ?? 1);
        break;
      case 'output':
        this.wrote(event);
        break;
      case 'primitive':
        this.changed(event);
        break;
      case 'wait':
      case 'suspend':
        this.joined(event);
        break;
      case 'resume':
        this.stepBegan(event);
        break;
    }
    this.applyToTask(event);
  }

  private scheduled({ n, handle, label, task, when, loop = 1 }: ScheduleEvent): void {
    const deadline = when === null ? Infinity : when;
    const state: HandleState = { handle, label, task, when: deadline, loop, event: n };
    (when === undefined ? this.ready : this.timers).set(handle, state);
  }

  private moveToReady(handle: number, event: number): void {
    const state = this.timers.get(handle);
    this.timers.delete(handle);
    if (state !== undefined) this.ready.set(handle, { ...state, event });
  }

  private stepTaken(handle: number | undefined): void {
    this.step += 1;
    this.handle = this.ready.get(handle ?? 0);
    this.current = undefined;
    this.ready.delete(handle ?? 0);
  }

  private drop(loop: number): void {
    for (const handles of [this.ready, this.timers]) {
      for (const [handle, state] of handles) if (state.loop === loop) handles.delete(handle);
    }
  }

  /** A copy may have gone on before, and another way: then this needs a log of its own. */
  private wrote({ n, stream, text }: OutputEvent): void {
    const known = this.log[this.written];
    this.written += 1;
    if (known?.event === n && known.stream === stream && known.text === text) return;
    if (known !== undefined) this.log = this.log.slice(0, this.written - 1);
    this.log.push({ event: n, stream, text });
  }

  /** Who has to wait joins the line; who is suspended in it stands there, unless nobody told of that. */
  private joined({ primitive, future, task }: WaitEvent | SuspendEvent): void {
    const state = this.primitives.get(primitive ?? 0);
    if (state === undefined || future === undefined) return;
    this.primitives.set(state.primitive, withWaiter(state, { future, task }));
  }

  private changed(event: PrimitiveEvent): void {
    this.primitives.set(event.primitive, primitiveState(event, this.primitives.get(event.primitive)));
  }

  private stepBegan({ task }: ResumeEvent): void {
    this.current ??= task;
    const before = this.tasks.get(task);
    if (before === undefined || waitsMeanwhile(before)) return;
    const { primitive = 0, awaits } = before;
    const state = this.primitives.get(primitive);
    if (state !== undefined && awaits !== undefined) this.primitives.set(state.primitive, withoutWaiter(state, awaits));
  }

  private applyToTask(event: TraceEvent): void {
    const task = taskOf(event);
    if (task === undefined) return;
    const state = nextTaskState(this.tasks.get(task), event);
    if (state !== undefined) this.tasks.set(task, state);
  }
}
