/**
 * HandleRecorder: says in a trace's words how handles are scheduled, due, cancelled and run.
 *
 * Of each handle it knows by which event it came where it is: that is the cause of its next. A
 * handle that is a task's step is known by what was told right before it was scheduled. One that
 * brings a packet was scheduled by its being sent.
 *
 * Counterpart: none.
 */

import { Future } from '../../future/future';
import type { Handle, TimerHandle } from '../../loop/handle';
import { reprCall } from '../../repr';
import type { Task } from '../../task/task';
import type { EventLog, Writer } from './event-log';
import type { PacketRecorder } from './packet-recorder';
import { deadlineOf, nameOf } from './shown';

/** What is known of a handle: its number, and the event by which it came where it is. */
interface Scheduled {
  readonly number: number;
  readonly by: number;
}

export class HandleRecorder {
  /** The handles that are scheduled. */
  private readonly handles = new Map<Handle, Scheduled>();
  /** The deadline of the timer that will set a future. */
  private readonly deadlines = new WeakMap<object, number>();
  /** The task whose step is the handle scheduled next, and the event by which it is. */
  private needed: { readonly task: Task; readonly cause: number } | undefined = undefined;

  constructor(
    private readonly log: EventLog,
    private readonly writer: Writer,
    private readonly packets: PacketRecorder,
  ) {}

  /** Take note that the handle scheduled next is a step of `task`; of none, where that is undefined. */
  expectStep(task: Task | undefined, cause: number): void {
    this.needed = task && { task, cause };
  }

  /** Give the deadline of the timer that will set `future`, if there is one. */
  deadlineFor(future: object): number | undefined {
    return this.deadlines.get(future);
  }

  scheduled(handle: Handle): void {
    const { callback, args } = handle.getCall();
    const sending = this.packets.sendingOf(args[0]);
    const { task, cause } = this.needed ?? { task: undefined, cause: sending ?? this.log.cause };
    this.needed = undefined;
    const label = task === undefined ? reprCall(callback) : `step of ${nameOf(task)}`;
    const number = this.log.nextHandle();
    const when = deadlineOf(handle);
    if (when !== undefined && args[0] instanceof Future) this.deadlines.set(args[0], when ?? Infinity);
    const whose = task && this.log.futures.of(task);
    const by = this.writer.write({ type: 'schedule', handle: number, label, task: whose, when }, cause);
    this.handles.set(handle, { number, by });
  }

  due(timer: TimerHandle): void {
    const known = this.handles.get(timer);
    if (known === undefined) return; // one that was cancelled may still be due, to no effect
    const by = this.writer.write({ type: 'due', handle: known.number }, known.by);
    this.handles.set(timer, { number: known.number, by });
  }

  cancelled(handle: Handle): void {
    const known = this.handles.get(handle);
    if (known === undefined) return; // one that was run is often cancelled afterwards, to no effect
    this.handles.delete(handle);
    this.writer.write({ type: 'cancelHandle', handle: known.number });
  }

  /** Give the number of the event by which `handle` is run. */
  begun(handle: Handle): number {
    const { number, by } = this.handles.get(handle) ?? this.unknown();
    this.handles.delete(handle);
    return this.writer.write({ type: 'run', handle: number }, by);
  }

  /** All that was scheduled is dropped. */
  dropped(): void {
    this.handles.clear();
  }

  /** For a handle that was scheduled while the loop was not watched. */
  private unknown(): Scheduled {
    return { number: this.log.nextHandle(), by: 0 };
  }
}
