/**
 * Liveness: which tasks of a loop may run again, and which never will.
 *
 * It is the mark phase of a garbage collector. The roots are the handles that will be run; what
 * they reach may be set, put, notified, and so awakens who waits for it; a task that is
 * awakened reaches what its coroutine does; and so on. Whoever is not marked in the end is dead.
 *
 * Waits and owners come first. Who awaits a task lives if that does. Who waits for a lock lives
 * if one of its owners does: anybody who has the lock may release it, but programs do not. (When
 * that can be relied on, decided.ts says.) So two tasks that wait for each other's lock are
 * dead, though others have both locks at hand.
 *
 * Where a task waits for something else, it is dead if nothing living can reach that; and it must
 * not be reached itself, as whoever has it may cancel it: that is how `sleep(Infinity)` is meant
 * to end. A cycle is dead all the same, unless a timeout is running for one of those in it.
 *
 * Without a host nobody knows what functions hold. Then everything is taken for reached; so it is
 * where a network or a hub is on the loop, as what comes from the other end of a wire, and what the
 * greenlets do that the hub switches to, would be too long a way to follow; and where the loop
 * is run by a greenlet while main waits, of which nobody can tell what it holds.
 */

import type { Callback } from '../../future/abstract-event-loop';
import { awaiterOf } from '../../future/awaiters';
import { Future } from '../../future/future';
import { pendingTasks } from '../../future/registry';
import { primitiveOf } from '../../future/waiter';
import { hasHub } from '../../gevent/hub/hub';
import { getcurrent } from '../../greenlet/raw-greenlet';
import type { EventLoop } from '../../loop/event-loop';
import type { Handle } from '../../loop/handle';
import { WaitGraph } from '../../loop/wait-graph';
import { ForeignPromise } from '../../native/foreign-promise';
import { hasNetwork } from '../../net/kernel/agenda';
import { GatheringFuture } from '../../task/gather';
import { Task } from '../../task/task';
import type { Host } from '../host';
import { isDecided, isUpToOwners } from './decided';
import { addedGlobals } from './intrinsics';
import { Reach } from './reach';

/** What helps to look for dead tasks. */
export interface LivenessOptions {
  /** Tells what functions hold; it has to have watched since the tasks were made. */
  readonly host?: Host | undefined;
  /** Tells which tasks are known to be dead, and not asked for. */
  readonly isKnown?: (task: Task) => boolean;
}

/** What was found. */
export interface Found {
  /** The tasks that will never run again, in the order of their creation. */
  readonly dead: readonly Task[];
  /** How many tasks and handles were looked at. */
  readonly count: number;
  /** How often the host was asked: each time it takes a fraction of a millisecond. */
  readonly looks: number;
}

/** Look for the tasks of `loop` that will never run again. To be called between handles. */
export function lookForDeadTasks(loop: EventLoop, options: LivenessOptions = {}): Found {
  return new Liveness(loop, options).find();
}

class Liveness {
  private readonly tasks: readonly Task[];
  /** The tasks that are asked for, and not known to live yet. */
  private readonly suspects: Set<Task>;
  /** The futures of those who stand in line for a lock, by each of its owners. */
  private readonly lines = new Map<Future, Future[]>();
  /** The futures that may end, and those among them that were not passed on to their awaiters yet. */
  private readonly ending = new Set<Future>();
  private readonly toPassOn: Future[] = [];
  /** The tasks that are reached, and so may be cancelled. */
  private readonly cancellable = new Set<Task>();
  private readonly reach: Reach | undefined;
  /** Whether all that might be reached is taken for reached. */
  private isOpen = false;
  /** Whether what the callers of the loop hold is still to be added; it takes longest, and so comes last. */
  private areCallersLeft: boolean;

  constructor(
    private readonly loop: EventLoop,
    { host, isKnown = () => false }: LivenessOptions,
  ) {
    this.tasks = (pendingTasks(loop) as Task[]).filter((task) => task instanceof Task);
    this.suspects = new Set(this.tasks.filter((task) => !isKnown(task)));
    const isReach = host !== undefined && !mayBeWokenFromOutside(loop);
    this.areCallersLeft = loop.isRunning();
    this.reach = isReach ? new Reach(host, (future) => this.reached(future)) : undefined;
  }

  find(): Found {
    for (const task of this.tasks) this.noteOwners(task);
    for (const task of this.tasks) if (mayGoOnByItself(task)) this.awaken(task);
    const handles = this.loop.handlesToRun();
    for (const handle of handles) this.beginFrom(handle);
    if (this.reach !== undefined) for (const value of addedGlobals()) this.reach.add(value);
    this.mark();
    const caught = new WaitGraph(this.tasks.filter((task) => !this.ending.has(task))).caught();
    // More of them may be met meanwhile.
    for (const task of this.cancellable) {
      this.cancel(task, caught);
      this.mark();
    }
    return { dead: [...this.suspects], count: this.tasks.length + handles.length, looks: this.reach?.looks ?? 0 };
  }

  private noteOwners(task: Task): void {
    const waiter = task.getFutWaiter();
    const primitive = waiter && primitiveOf(waiter);
    if (waiter === undefined || !isUpToOwners(primitive)) return;
    for (const owner of primitive.owners()) {
      const line = this.lines.get(owner);
      if (line === undefined) this.lines.set(owner, [waiter]);
      else line.push(waiter);
    }
  }

  private beginFrom(handle: Handle): void {
    const { callback, args } = handle.getCall();
    const awaiter = callback && awaiterOf(callback);
    // A timeout was left for a task, to cancel it.
    if (awaiter instanceof Task) this.cancel(awaiter);
    else this.follow(callback);
    for (const value of [...args, handle.getContext()]) this.reach?.add(value);
  }

  /** Follow a callback that will be called, or may: to the future for which it was left, or to all that it reaches. */
  private follow(callback: Callback | undefined): void {
    const awaiter = callback && awaiterOf(callback);
    if (awaiter === undefined) this.reach?.add(callback);
    else this.awaken(awaiter);
  }

  private reached(future: Future): void {
    const primitive = primitiveOf(future);
    if (future instanceof Task) this.cancellable.add(future);
    else if (!isUpToOwners(primitive)) this.awaken(future);
  }

  /** Take note that `task` may be cancelled: that is passed on to what it waits for. Those that are `spared` are not. */
  private cancel(task: Task, spared?: ReadonlySet<Future>): void {
    const asked = new Set<Future>([task]);
    for (const future of asked) {
      if (spared?.has(future)) continue;
      if (future instanceof GatheringFuture) for (const child of future.children) asked.add(child);
      if (!(future instanceof Task)) continue;
      this.awaken(future);
      const waiter = future.getFutWaiter();
      if (waiter !== undefined) asked.add(waiter);
    }
  }

  /** Take note that `future` may end; that a task may go on. */
  private awaken(future: Future): void {
    if (future.done() || this.ending.has(future)) return;
    this.ending.add(future);
    this.toPassOn.push(future);
    if (future instanceof Task) this.live(future);
  }

  private live(task: Task): void {
    this.suspects.delete(task);
    for (const waiter of this.lines.get(task) ?? []) this.awaken(waiter);
    this.reach?.enter(task);
  }

  /** Go on until nothing more can be reached, or nobody is left to be asked for. */
  private mark(): void {
    while (this.suspects.size > 0) {
      const future = this.toPassOn.pop();
      if (future !== undefined) this.passOn(future);
      else if (this.isOpen) break;
      else if (this.reach === undefined || this.reach.isBlind) this.openUp();
      else if (!this.reach.next() && !this.addCallers(this.reach)) break;
    }
  }

  /** Go on from what the callers of the loop hold, who will go on when it does no more. Gives false when that was done. */
  private addCallers(reach: Reach): boolean {
    const areLeft = this.areCallersLeft;
    this.areCallersLeft = false;
    if (areLeft) reach.addUnderWay();
    return areLeft;
  }

  private passOn(future: Future): void {
    for (const waiter of future.getWaiters()) {
      if (waiter instanceof Future) this.awaken(waiter);
      else this.follow(waiter.callback);
      this.reach?.add(waiter.context);
    }
  }

  /** Take everything for reached. */
  private openUp(): void {
    this.isOpen = true;
    for (const task of this.suspects) if (!isDecided(task.getFutWaiter() as Future)) this.awaken(task);
  }
}

/** Whether a task may go on without any of those that are asked for; it may, too, where it waits for a promise that anybody may have. */
function mayGoOnByItself(task: Task): boolean {
  const waiter = task.getFutWaiter();
  return waiter === undefined || waiter.done() || primitiveOf(waiter) instanceof ForeignPromise;
}

/** Whether somebody may come to wake a task who cannot be found by going on from what the loop will run. */
function mayBeWokenFromOutside(loop: EventLoop): boolean {
  return hasNetwork(loop) || hasHub(loop) || !getcurrent().isMain;
}
