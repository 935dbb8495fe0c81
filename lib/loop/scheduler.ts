/**
 * Scheduler: what the loop runs next.
 *
 * One iteration is: drop cancelled timers; if nothing is ready, let the clock go on to
 * the earliest deadline; move the timers that are due behind what is ready; then run the
 * handles that are ready *now*. Their number is taken before the first one runs: what
 * they schedule waits for the next iteration, so that nobody can keep time from passing.
 *
 * A handle cancelled while it was ready is passed over, and counts as one of the number.
 *
 * Counterpart: BaseEventLoop._run_once, up to the call of a handle. A timer is due when
 * its deadline is not after the time; CPython adds the resolution of its clock.
 */

import { Deque } from '../deque';
import { RuntimeError } from '../errors';
import type { Observer } from '../future/observer';
import type { Clock } from './clock';
import type { Handle, TimerHandle } from './handle';
import { TimerHeap } from './timer-heap';

/** What a scheduler asks its loop for, and tells. */
interface SchedulingLoop {
  readonly clock: Clock;
  readonly observer: Observer | undefined;
}

/** Hold what is ready and what is scheduled, and tell what to run next. */
export class Scheduler {
  readonly ready = new Deque<Handle>();
  readonly scheduled = new TimerHeap<TimerHandle>();
  /** How many of the ready handles still belong to the iteration under way. */
  private ntodo = 0;

  constructor(private readonly loop: SchedulingLoop) {}

  /** Whether nothing is ready, and nothing is scheduled that will ever be due. (Drops cancelled timers to find out.) */
  isIdle(): boolean {
    if (this.ready.length > 0) return false;
    this.scheduled.prune();
    const earliest = this.scheduled.peek();
    return earliest === undefined || earliest.when() === Infinity;
  }

  /** Whether handles of the iteration under way are still to be run. */
  isMidIteration(): boolean {
    return this.ntodo > 0;
  }

  /** Whether any of them will be: those that were cancelled are passed over. */
  hasMoreToRun(): boolean {
    let left = this.ntodo;
    for (const handle of this.ready) {
      if (left-- <= 0) return false;
      if (!handle.cancelled()) return true;
    }
    return false;
  }

  /** Whether a timer is due that the iteration under way is without. */
  hasMoreDue(): boolean {
    this.scheduled.prune();
    const earliest = this.scheduled.peek();
    return earliest !== undefined && earliest.when() <= this.loop.clock.time();
  }

  /** Have `handle` run before all others, in the iteration under way where there is one. */
  pushFirst(handle: Handle): void {
    this.ready.unshift(handle);
    if (this.ntodo > 0) this.ntodo += 1;
  }

  /** Begin an iteration. With `wait`, and nothing ready, time passes until a timer is due. */
  beginIteration(wait: boolean): void {
    this.scheduled.prune();
    const earliest = this.scheduled.peek();
    if (wait && this.ready.length === 0 && earliest !== undefined) this.waitUntil(earliest.when());
    this.collectDueTimers(this.loop.clock.time());
    this.ntodo = this.ready.length;
    this.loop.observer?.iterationBegun(this.ntodo);
  }

  private waitUntil(when: number): void {
    const { clock, observer } = this.loop;
    const before = clock.time();
    if (before >= when) return;
    if (clock.advanceTo === undefined) clock.advance(when - before);
    else clock.advanceTo(when);
    if (!(clock.time() > before)) {
      throw new RuntimeError(`the clock stands still at ${before}: it was to go on to ${when}`);
    }
    observer?.timeAdvanced(before);
  }

  private collectDueTimers(now: number): void {
    for (let timer = this.scheduled.peek(); timer !== undefined && timer.when() <= now; timer = this.scheduled.peek()) {
      this.scheduled.pop();
      this.ready.push(timer);
      this.loop.observer?.timerDue(timer);
    }
  }

  /** Take the next handle to run in this iteration; undefined when it is over. */
  next(): Handle | undefined {
    while (this.ntodo > 0) {
      this.ntodo -= 1;
      const handle = this.ready.shift() as Handle;
      if (!handle.cancelled()) return handle;
    }
    return undefined;
  }

  /** End the iteration here: what was not run stays ready, for the next one. */
  breakOff(): void {
    this.ntodo = 0;
  }

  /** Forget all. */
  clear(): void {
    this.ready.clear();
    this.scheduled.clear();
    this.ntodo = 0;
  }
}
