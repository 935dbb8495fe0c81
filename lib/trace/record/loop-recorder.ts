/**
 * LoopRecorder: the observer of one loop, which says in a trace's words what happened there.
 *
 * The observer is told of live objects; a trace knows numbers and texts. What a text shows is
 * taken when the thing happens, as it may have changed later.
 */

import type { Coroutine } from '../../coroutine/coroutine';
import { CancelledError } from '../../errors';
import { withoutLooking } from '../../future/await-chain';
import { Future } from '../../future/future';
import type { Observer } from '../../future/observer';
import { peekCurrentTask } from '../../future/registry';
import { primitiveOf } from '../../future/waiter';
import type { BlockedTask } from '../../loop/blocked-tasks';
import type { DeadlockError } from '../../loop/deadlock';
import type { EventLoop } from '../../loop/event-loop';
import type { Handle, TimerHandle } from '../../loop/handle';
import { reprCall } from '../../repr';
import type { Task } from '../../task/task';
import { DeadTaskWatch } from '../dead/dead-task-watch';
import type { Place } from '../host';
import type { EventLog } from './event-log';
import { lookAt } from './primitive-look';
import type { Happening } from './repetition';
import { coroutineName, deadlineOf, errorText, futureText, messageText, nameOf, outcomeOf } from './shown';

/** What is known of a handle: its number, and the event by which it came where it is. */
interface Scheduled {
  readonly number: number;
  readonly by: number;
}

export class LoopRecorder implements Observer {
  /** The handles that are scheduled. */
  private readonly scheduled = new Map<Handle, Scheduled>();
  /** Where each coroutine was made, as long as it may yet be complained of. */
  private readonly origins = new WeakMap<object, Place>();
  /** The deadline of the timer that will set a future. */
  private readonly deadlines = new WeakMap<object, number>();
  private readonly deadTasks: DeadTaskWatch | undefined;
  /** The task whose step is the handle scheduled next, and the event by which it is. */
  private needed: { readonly task: Task; readonly cause: number } | undefined = undefined;

  constructor(
    private readonly log: EventLog,
    private readonly loop: EventLoop,
    private readonly number: number,
  ) {
    this.deadTasks = log.findDeadTasks ? new DeadTaskWatch(loop, log.host) : undefined;
  }

  // ----- The loop

  iterationBegun(count: number): void {
    this.add({ type: 'iteration', count });
  }

  timeAdvanced(from: number): void {
    this.add({ type: 'advance', from });
  }

  handleScheduled(handle: Handle): void {
    const { task, cause } = this.needed ?? { task: undefined, cause: this.log.cause };
    this.expectStep(undefined);
    const { callback, args } = handle.getCall();
    const label = task === undefined ? reprCall(callback) : `step of ${nameOf(task)}`;
    const number = this.log.nextHandle();
    const when = deadlineOf(handle);
    if (when !== undefined && args[0] instanceof Future) this.deadlines.set(args[0], when ?? Infinity);
    const event = { type: 'schedule', handle: number, label, task: this.numberOf(task), when } as const;
    this.scheduled.set(handle, { number, by: this.add(event, cause) });
  }

  timerDue(timer: TimerHandle): void {
    const scheduled = this.scheduled.get(timer);
    if (scheduled === undefined) return; // one that was cancelled may still be due, to no effect
    const due = this.add({ type: 'due', handle: scheduled.number }, scheduled.by);
    this.scheduled.set(timer, { number: scheduled.number, by: due });
  }

  handleCancelled(handle: Handle): void {
    const scheduled = this.scheduled.get(handle);
    if (scheduled === undefined) return; // one that was run is often cancelled afterwards, to no effect
    this.scheduled.delete(handle);
    this.add({ type: 'cancelHandle', handle: scheduled.number });
  }

  handleBegun(handle: Handle): void {
    this.log.countStep();
    const { number, by } = this.scheduled.get(handle) ?? this.unknown();
    this.scheduled.delete(handle);
    this.log.enter(this.add({ type: 'run', handle: number }, by));
  }

  handleEnded(): void {
    this.log.leave();
    const dead = withoutLooking(() => this.deadTasks?.handleEnded());
    if (dead !== undefined) this.noteDeadlock(dead.tasks, dead.text);
  }

  deadlocked({ tasks, message }: DeadlockError): void {
    this.noteDeadlock(tasks, message);
  }

  private noteDeadlock(tasks: readonly BlockedTask[], text: string): void {
    this.add({ type: 'deadlock', tasks: tasks.map(({ task }) => this.numberOf(task)), text });
  }

  closed(): void {
    this.scheduled.clear();
    this.add({ type: 'close' });
  }

  leftBehind(thing: object, text: string): void {
    const future = thing instanceof Future ? this.numberOf(thing) : undefined;
    this.add({ type: 'leftover', text, future, place: this.origins.get(thing) });
  }

  // ----- Coroutines, tasks and futures

  coroutineCreated(coroutine: Coroutine<unknown>): void {
    this.noteOrigin(coroutine);
  }

  taskCreated(task: Task): void {
    this.noteOrigin(task);
    this.introduceTask(task);
    this.expectStep(task);
  }

  /** Say that there is a task. */
  introduceTask(task: Task): void {
    const coroutine = coroutineName(task.getCoro(), this.log.host);
    const parent = this.numberOf(peekCurrentTask(this.loop));
    const place = this.origins.get(task);
    this.add({ type: 'task', task: this.numberOf(task), name: nameOf(task), coroutine, parent, place });
    this.log.tasks.set(this.numberOf(task), task);
  }

  /** Take note that the handle scheduled next is a step of `task`; of none, where that is undefined. */
  expectStep(task: Task | undefined, cause = this.log.cause): void {
    this.needed = task && { task, cause };
  }

  taskRenamed(task: Task): void {
    this.add({ type: 'rename', task: this.numberOf(task), name: nameOf(task) });
  }

  stepBegun(task: Task, error: Error | undefined): void {
    this.expectStep(undefined);
    const thrown = error === undefined ? undefined : errorText(error);
    const cancelled = error instanceof CancelledError ? true : undefined;
    this.log.enter(this.add({ type: 'resume', task: this.numberOf(task), error: thrown, cancelled }));
  }

  stepEnded(): void {
    this.log.leave();
  }

  taskSuspended(task: Task, future: Future | undefined): void {
    this.deadTasks?.taskSuspended();
    const chain = this.log.host?.chainOf(task.getCoro(), { variables: true });
    const line = future && primitiveOf(future);
    const label = future && futureText(future, line, this.deadlines.get(future));
    const primitive = line && this.numberOfPrimitive(line);
    this.add({ type: 'suspend', task: this.numberOf(task), future: this.numberOf(future), label, primitive, chain });
    this.expectStep(future === undefined ? task : undefined);
  }

  taskWoken(task: Task, future: Future): void {
    this.expectStep(task, this.add({ type: 'wake', task: this.numberOf(task), future: this.numberOf(future) }));
  }

  cancelBegun(task: Task, message: unknown): void {
    const place = this.log.host?.whereNow();
    const text = messageText(message);
    this.log.enter(this.add({ type: 'cancel', task: this.numberOf(task), message: text, place }));
  }

  cancelEnded(): void {
    this.log.leave();
  }

  futureDone(future: Future): void {
    this.log.enter(this.add({ type: 'done', future: this.numberOf(future), ...outcomeOf(future) }));
  }

  waitersTold(): void {
    this.log.leave();
  }

  // ----- Locks, queues and their kin

  waiterCreated(primitive: object, waiter: Future): void {
    const number = this.numberOfPrimitive(primitive);
    this.add({ type: 'wait', primitive: number, future: this.numberOf(waiter), task: this.currentTask() });
  }

  acquired(primitive: object): void {
    this.add({ type: 'acquire', primitive: this.numberOfPrimitive(primitive), task: this.currentTask() });
    this.primitiveChanged(primitive);
  }

  released(primitive: object): void {
    this.add({ type: 'release', primitive: this.numberOfPrimitive(primitive), task: this.currentTask() });
    this.primitiveChanged(primitive);
  }

  primitiveChanged(primitive: object): void {
    this.add({
      type: 'primitive',
      primitive: this.log.primitives.of(primitive),
      ...lookAt(primitive, this.log.futures),
    });
  }

  /** The number of `primitive`; it is introduced when it is first met. */
  private numberOfPrimitive(primitive: object): number {
    if (!this.log.primitives.has(primitive)) this.primitiveChanged(primitive);
    return this.log.primitives.of(primitive);
  }

  // ----- In common

  private add(happening: Happening, cause = this.log.cause): number {
    return this.log.add(this.loop.time(), this.number, happening, cause);
  }

  /** For a handle that was scheduled while the loop was not watched. */
  private unknown(): Scheduled {
    return { number: this.log.nextHandle(), by: 0 };
  }

  private currentTask(): number | undefined {
    return this.numberOf(peekCurrentTask(this.loop));
  }

  private numberOf(future: Future): number;
  private numberOf(future: Future | undefined): number | undefined;
  private numberOf(future: Future | undefined): number | undefined {
    return future && this.log.futures.of(future);
  }

  private noteOrigin(thing: object): void {
    const place = this.log.host?.whereNow();
    if (place !== undefined) this.origins.set(thing, place);
  }
}
