/**
 * Agenda: what will happen on a network, and when.
 *
 * A network is outside of the program, and goes on whatever the program does. On a running
 * loop, each occurrence is a timer of that loop, so that it is stepped and traced. While a blocking call
 * stands in the way of the loop, the call itself takes what comes next (`pump`). Both take from
 * one heap, in one order: by time, and at the same time as it was decided. What was done by one
 * is taken from the other.
 *
 * What takes no time at all is done at once, in order, by whatever is being done: a packet to a
 * host's own address is there when `send` returns, as on a real host. Only when all of that is
 * done are those told whom it concerns: so nothing is ever in the midst of a change when somebody looks.
 *
 * A network's time is that of its loop, from the first on: when another loop comes to use the
 * network, the occurrences move to that, and time goes on from where it was. When an occurrence is late,
 * since a call has blocked the loop, what follows from it is reckoned from when it was due.
 *
 * Counterpart: the kernel's timers and interrupts; to asyncio, what select() waits for.
 */

import { Context } from '../../context/context';
import { Deque } from '../../deque';
import type { ExceptionContext } from '../../future/abstract-event-loop';
import type { Observer } from '../../future/observer';
import { getMainLoop, peekRunningLoop } from '../../future/running-loop';
import type { Clock } from '../../loop/clock';
import type { EventLoop } from '../../loop/event-loop';
import { TimerHeap } from '../../loop/timer-heap';
import type { Occurrence } from './occurrence';

/** Who is told of a change. */
export interface Changeable {
  onChange: (() => void) | undefined;
}

export class Agenda {
  /** When that happens which happens now. */
  now = 0;
  private readonly heap = new TimerHeap<Occurrence>();
  /** What takes no time, and is still to be done. */
  private readonly soon = new Deque<Occurrence>();
  private readonly changed = new Deque<Changeable>();
  private settling = false;
  private isNetwork = false;
  private made = 0;
  private loop: EventLoop | undefined = undefined;
  /** What the network's time is when the loop's is 0. */
  private offset = 0;
  /** What the time was: it does not go back, though sums with the offset are not exact. */
  private reached = -Infinity;
  private readonly context = { context: new Context() };

  /** Give the time, in seconds. */
  time(): number {
    this.reached = Math.max(this.timebase().time() + this.offset, this.reached);
    return this.reached;
  }

  /** Who is to be told of packets. */
  get observer(): Observer | undefined {
    return this.loop?.observer;
  }

  /** Tell the exception handler of `context`. */
  report(context: ExceptionContext): void {
    this.timebase().callExceptionHandler(context);
  }

  /** Do `work` not as the program does but as the network: as a part of what happens now. */
  asNetwork(work: () => void): void {
    const before = this.isNetwork;
    this.isNetwork = true;
    try {
      work();
    } finally {
      this.isNetwork = before;
    }
  }

  /** Begin something that the program does, as against the network: it happens now, after all that was due before. */
  begin(): void {
    if (this.isNetwork) return;
    const now = this.time();
    if (!this.settling) while (this.isDueBefore(now)) this.take();
    this.now = now;
  }

  private isDueBefore(now: number): boolean {
    const next = this.peek();
    return next !== undefined && next.time < now;
  }

  /** End it: do what takes no time, and tell those whom it concerns. */
  settle(): void {
    if (this.settling || this.isNetwork) return;
    this.settling = true;
    try {
      while (this.settleOne());
    } finally {
      this.settling = false;
    }
  }

  private settleOne(): boolean {
    const occurrence = this.soon.shift();
    if (occurrence !== undefined) {
      if (!occurrence.cancelled()) this.happen(occurrence);
      return true;
    }
    const changed = this.changed.shift();
    changed?.onChange?.();
    return changed !== undefined;
  }

  /** Have `occurrence` happen at `time`; as soon as what is being done is done, if that is now. */
  schedule(occurrence: Occurrence, time: number): void {
    occurrence.setTime(this, Math.max(time, this.now), this.made++);
    if (time <= this.now) {
      this.soon.push(occurrence);
      return;
    }
    this.heap.push(occurrence);
    this.putOnLoop(occurrence);
  }

  /** Do not let `occurrence` happen. */
  cancel(occurrence: Occurrence): void {
    occurrence.cancel();
    if (occurrence.scheduled) this.heap.noteCancelled();
  }

  /** Have `changeable` told that it may have changed, once what is being done is done. */
  tell(changeable: Changeable): void {
    this.changed.push(changeable);
  }

  /** Do `occurrence`, and all that takes no time after it. */
  run(occurrence: Occurrence): void {
    this.now = occurrence.time;
    this.happen(occurrence);
    this.heap.prune();
    this.settle();
  }

  private happen(occurrence: Occurrence): void {
    this.cancel(occurrence);
    occurrence.happen();
  }

  /**
   * Let the clock go on to the next occurrence, and do it. Gives false where there is none until
   * `until`, in seconds of `time()`; then the clock goes on to that, if it is not infinite.
   */
  pump(until = Infinity): boolean {
    const now = this.time();
    const next = this.peek();
    const isNext = next !== undefined && next.time <= Math.max(until, now);
    const when = isNext ? next.time : until;
    if (when > now && when < Infinity) this.waitUntil(when);
    if (isNext) this.take();
    return isNext;
  }

  private waitUntil(when: number): void {
    advanceTo(this.timebase().clock, when - this.offset);
    this.reached = when;
  }

  /** When the next thing will happen, in seconds of its loop; Infinity for never. */
  nextOnLoop(): number {
    return (this.peek()?.time ?? Infinity) - this.offset;
  }

  private peek(): Occurrence | undefined {
    this.heap.prune();
    return this.heap.peek();
  }

  private take(): void {
    this.run(this.heap.peek() as Occurrence);
  }

  /** Give the loop whose time it is: the running one; where none is, the one there was, while it is not closed. */
  private timebase(): EventLoop {
    const running = peekRunningLoop() as EventLoop | undefined;
    const { loop } = this;
    if (loop !== undefined && (running === loop || (running === undefined && !loop.isClosed()))) return loop;
    return this.moveTo(getMainLoop() as EventLoop);
  }

  private moveTo(loop: EventLoop): EventLoop {
    if (loop === this.loop) return loop;
    if (this.loop !== undefined) this.offset += this.loop.time() - loop.time();
    if (this.loop !== undefined) agendas.get(this.loop)?.delete(this);
    this.loop = loop;
    agendas.set(loop, (agendas.get(loop) ?? new Set()).add(this));
    const occurrences = [...this.heap].filter((occurrence) => !occurrence.cancelled());
    occurrences.sort((a, b) => a.time - b.time || a.order - b.order);
    for (const occurrence of occurrences) {
      occurrence.handle?.cancel();
      this.putOnLoop(occurrence);
    }
    return loop;
  }

  private putOnLoop(occurrence: Occurrence): void {
    const loop = this.timebase();
    const callback = occurrence.callback as (occurrence: Occurrence) => void;
    const when = occurrence.time - this.offset;
    occurrence.handle = loop.isClosed() ? undefined : loop.callAt(when, callback, occurrence, this.context);
  }
}

/** The agendas of the networks that are on each loop, where there are any. */
const agendas = new WeakMap<object, Set<Agenda>>();

/** Tell whether there is a network on `loop`: whoever waits there may be woken from outside. @internal */
export function hasNetwork(loop: object): boolean {
  return agendas.has(loop);
}

/** Let the time of `loop` go on to `when`, and all that happens on its networks until then happen at its time. @internal */
export function passTimeUntil(loop: EventLoop, when: number): void {
  for (;;) {
    const [next] = [...(agendas.get(loop) ?? [])].sort((a, b) => a.nextOnLoop() - b.nextOnLoop());
    if (next === undefined || next.nextOnLoop() > when) break;
    next.pump();
  }
  advanceTo(loop.clock, when);
}

function advanceTo(clock: Clock, when: number): void {
  if (clock.advanceTo === undefined) clock.advance(Math.max(0, when - clock.time()));
  else clock.advanceTo(when);
}
