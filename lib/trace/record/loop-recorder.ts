/**
 * LoopRecorder: the observer of one loop, which says in a trace's words what happened there.
 *
 * The observer is told of live objects; a trace knows numbers and texts. What a text shows is
 * taken when the thing happens, as it may have changed later.
 */

import type { Coroutine } from '../../coroutine/coroutine';
import { withoutLooking } from '../../future/await-chain';
import { Future } from '../../future/future';
import type { Observer } from '../../future/observer';
import { peekCurrentTask } from '../../future/registry';
import type { BlockedTask } from '../../loop/blocked-tasks';
import type { DeadlockError } from '../../loop/deadlock';
import type { EventLoop } from '../../loop/event-loop';
import type { Handle, TimerHandle } from '../../loop/handle';
import type { Task } from '../../task/task';
import { DeadTaskWatch } from '../dead/dead-task-watch';
import type { Place } from '../host';
import type { EventLog, Writer } from './event-log';
import { HandleRecorder } from './handle-recorder';
import { type Packet, PacketRecorder } from './packet-recorder';
import { PrimitiveRecorder } from './primitive-recorder';
import type { Happening } from './repetition';
import { coroutineName, messageText, nameOf, outcomeOf } from './shown';
import { StepRecorder } from './step-recorder';

export class LoopRecorder implements Observer, Writer {
  private readonly handles: HandleRecorder;
  /** Where each coroutine was made, as long as it may yet be complained of. */
  private readonly origins = new WeakMap<object, Place>();
  private readonly deadTasks: DeadTaskWatch | undefined;
  private readonly primitives: PrimitiveRecorder;
  private readonly packets: PacketRecorder;
  private readonly steps: StepRecorder;
  /** What is under way on this loop, the innermost last: the numbers of the events that began it. */
  private readonly underWay: number[] = [];

  constructor(
    private readonly log: EventLog,
    private readonly loop: EventLoop,
    private readonly number: number,
  ) {
    this.packets = new PacketRecorder(log, this);
    this.handles = new HandleRecorder(log, this, this.packets);
    this.primitives = new PrimitiveRecorder(log, this);
    this.steps = new StepRecorder(log, this, this.handles, this.primitives);
    this.deadTasks = log.findDeadTasks ? new DeadTaskWatch(loop, log.host) : undefined;
  }

  // ----- The loop

  iterationBegun(count: number): void {
    this.write({ type: 'iteration', count });
  }

  timeAdvanced(from: number): void {
    this.write({ type: 'advance', from });
  }

  handleScheduled(handle: Handle): void {
    this.handles.scheduled(handle);
  }

  timerDue(timer: TimerHandle): void {
    this.handles.due(timer);
  }

  handleCancelled(handle: Handle): void {
    this.handles.cancelled(handle);
  }

  handleBegun(handle: Handle): void {
    this.log.countStep();
    this.enter(this.handles.begun(handle));
  }

  handleEnded(): void {
    this.leave();
    const dead = withoutLooking(() => this.deadTasks?.handleEnded());
    if (dead !== undefined) this.noteDeadlock(dead.tasks, dead.text);
  }

  deadlocked({ tasks, message }: DeadlockError): void {
    this.noteDeadlock(tasks, message);
  }

  private noteDeadlock(tasks: readonly BlockedTask[], text: string): void {
    this.write({ type: 'deadlock', tasks: tasks.map(({ task }) => this.numberOf(task)), text });
  }

  closed(): void {
    this.handles.dropped();
    this.write({ type: 'close' });
  }

  leftBehind(thing: object, text: string): void {
    const future = thing instanceof Future ? this.numberOf(thing) : undefined;
    this.write({ type: 'leftover', text, future, place: this.origins.get(thing) });
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
    const parent = this.currentTask();
    const place = this.origins.get(task);
    this.write({
      type: 'task',
      task: this.numberOf(task),
      name: nameOf(task),
      coroutine,
      kind: undefined,
      parent,
      place,
    });
    this.log.tasks.set(this.numberOf(task), task);
  }

  /** Take note that the handle scheduled next is a step of `task`; of none, where that is undefined. */
  expectStep(task: Task | undefined, cause = this.log.cause): void {
    this.handles.expectStep(task, cause);
  }

  taskRenamed(task: Task): void {
    this.write({ type: 'rename', task: this.numberOf(task), name: nameOf(task) });
  }

  stepBegun(task: Task, error: Error | undefined): void {
    this.enter(this.steps.begun(task, error));
  }

  stepEnded(task: Task): void {
    this.steps.ended(task);
    this.leave();
  }

  taskSuspended(task: Task, future: Future | undefined): void {
    this.deadTasks?.taskSuspended();
    this.steps.suspended(task, future);
    this.expectStep(future === undefined ? task : undefined);
  }

  taskWoken(task: Task, future: Future): void {
    this.expectStep(task, this.steps.woken(task, future));
  }

  cancelBegun(task: Task, message: unknown): void {
    const place = this.log.host?.whereNow();
    const text = messageText(message);
    this.enter(this.write({ type: 'cancel', task: this.numberOf(task), message: text, place }));
  }

  cancelEnded(): void {
    this.leave();
  }

  futureDone(future: Future): void {
    this.enter(this.write({ type: 'done', future: this.numberOf(future), ...outcomeOf(future) }));
  }

  waitersTold(): void {
    this.leave();
  }

  // ----- Locks, queues and their kin

  waiterCreated(primitive: object, waiter: Future): void {
    this.primitives.waited(primitive, this.numberOf(waiter), this.currentTask());
  }

  acquired(primitive: object): void {
    this.primitives.held('acquire', primitive, this.currentTask());
  }

  released(primitive: object): void {
    this.primitives.held('release', primitive, this.currentTask());
  }

  primitiveChanged(primitive: object): void {
    this.primitives.changed(primitive);
  }

  // ----- The network

  packetSent(packet: Packet): void {
    this.packets.sent(packet);
  }

  packetArrived(packet: Packet): void {
    this.packets.came('arrived', packet);
  }

  packetLost(packet: Packet): void {
    this.packets.came('lost', packet);
  }

  // ----- In common

  write(happening: Happening, cause = this.log.cause): number {
    return this.log.add(this.loop.time(), this.number, happening, cause);
  }

  private enter(n: number): void {
    this.underWay.push(n);
    this.log.enter(n);
  }

  private leave(): void {
    this.log.leave(this.underWay.pop() ?? 0); // 0 where whoever watches came in the midst
  }

  /** Who is at work: a greenlet, or the loop's current task. */
  private currentTask(): number | undefined {
    const { actor } = this.log;
    return actor?.type === 'resume' ? actor.task : this.numberOf(peekCurrentTask(this.loop));
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
