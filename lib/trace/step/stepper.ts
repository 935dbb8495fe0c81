/**
 * Stepper: run a program a step at a time, forwards and backwards.
 *
 * A step is one handle. Step 0 is the moment before the first. To go back is to run the program
 * again, up to the earlier step: it is deterministic, as long as it looks at nothing outside.
 * So what is found there is alive: the loop, its tasks and futures can be inspected, changed,
 * and stepped on from. After a change the program goes another way, which is then its history.
 *
 * Invariant: `events` are those of the current run, up to its current step.
 *
 * Rejected: to keep copies of the state. A suspended generator cannot be copied.
 *
 * Counterpart: none; rr and its kin do so for processes.
 */

import { copyContext } from '../../context/context';
import type { Future } from '../../future/future';
import { RawGreenlet } from '../../greenlet/raw-greenlet';
import { type Clock, VirtualClock } from '../../loop/clock';
import type { EventLoop } from '../../loop/event-loop';
import { repr } from '../../repr';
import { Task } from '../../task/task';
import type { Host } from '../host';
import { StepLimitReached } from '../record/event-log';
import { LoopState } from '../state/loop-state';
import { StateHistory } from '../state/state-history';
import { endsOfSteps } from '../state/step-ends';
import type { TaskState } from '../state/task-state';
import type { TraceEvent } from '../trace-event';
import { placesOf } from './places-of';
import { type Program, ProgramRun, type RunSettings } from './program-run';
import { ReplayError } from './replay-error';

/** Keyword arguments of `new Stepper`. */
export interface StepperOptions {
  /** Makes the clock of each run; otherwise a VirtualClock. */
  readonly clock?: () => Clock;
  /** Whether the loop is in debug mode. */
  readonly debug?: boolean;
  /** How many steps the program may take; otherwise a million. */
  readonly limit?: number;
}

/**
 * A question about the state, to stop where the answer is true. Of places and variables it cannot
 * ask: `state()` looks those up. What it is given goes on with the program; `copy()` does not.
 */
export type Predicate = (state: LoopState) => boolean;

/**
 * Run a program a step at a time, forwards and backwards. The program is a function that makes
 * what is to be run; it is called once for every run, and given the loop.
 *
 * @example
 * const stepper = new Stepper(() => hello(1));
 * stepper.untilTime(1);
 * stepper.back();
 * stepper.state().tasks.get(1)?.chain; // where it waits, each call with its line and variables
 */
export class Stepper<T> {
  /** Tells places and variables, and what the program writes; on a host that can. */
  static defaultHost: Host | undefined = undefined;

  private readonly settings: RunSettings<T>;
  private readonly host = Stepper.defaultHost;
  private readonly limit: number;
  private run: ProgramRun<T>;
  /** The state after each of its events. */
  private readonly history = new StateHistory();

  /** @throws what `program` throws when it is called; TypeError when it is no function, or gives what cannot be awaited. */
  constructor(program: Program<T>, options: StepperOptions = {}) {
    if (typeof program !== 'function') throw new TypeError(notProgram(program));
    const { clock = () => new VirtualClock(), debug = false, limit = 1_000_000 } = options;
    const loopOptions = () => ({ clock: clock(), debug });
    this.settings = { program, loopOptions, host: this.host, context: copyContext() };
    this.limit = limit;
    this.run = new ProgramRun(this.settings);
  }

  /** The number of handles that have been run. */
  get position(): number {
    return this.run.recorder.steps;
  }

  /** The loop, as it is now; going back makes another. */
  get loop(): EventLoop {
    return this.run.loop;
  }

  /** What the program gave, as a future: a task, where that was a coroutine. */
  get main(): Future<T> {
    return this.run.main;
  }

  /** What has happened up to here. */
  get events(): readonly TraceEvent[] {
    return this.run.recorder.events;
  }

  // ----- Forwards

  /**
   * Run one handle.
   *
   * @returns false when there is none: the program is over.
   * @throws DeadlockError when there will never be one; SystemExit and KeyboardInterrupt from the
   *   program; ReplayError where it was here before, and now does something else; StepLimitReached.
   */
  step(): boolean {
    if (this.position >= this.limit) throw new StepLimitReached(limitReached(this.limit));
    try {
      return this.run.step();
    } finally {
      this.checkReplay();
    }
  }

  /** Run the iteration to its end; between two, a whole one. Returns and throws as `step`. */
  iteration(): boolean {
    if (!this.step()) return false;
    while (!this.loop.isBetweenIterations()) this.step();
    return true;
  }

  /** Step until the loop's clock shows `when` seconds or more; not at all, if it does. Gives whether it does. Throws as `step`. */
  untilTime(when: number): boolean {
    return this.loop.time() >= when || this.until(() => this.loop.time() >= when);
  }

  /** Step until a task or greenlet has taken a step: the one of this number, or name. Gives whether that happened. Throws as `step`. */
  untilTask(numberOrName: number | string): boolean {
    let before = this.events.length;
    return this.until(({ tasks }) => {
      const events = this.events.slice(before);
      before = this.events.length;
      return events.some((event) => event.type === 'resume' && isMeant(tasks.get(event.task), numberOrName));
    });
  }

  /** Step, once at least, until `predicate(state)` is true. Gives whether it ever was. Throws as `step`. */
  until(predicate: Predicate): boolean {
    while (this.step()) if (predicate(this.lookNow())) return true;
    return false;
  }

  // ----- Backwards

  /** Go back one step. Gives false at the beginning. Throws as `seek`. */
  back(): boolean {
    if (this.position === 0) return false;
    return this.seek(this.position - 1);
  }

  /**
   * Go to where `position` handles have been run, backwards or forwards; 0 is the beginning.
   *
   * @returns false when the program is over before that: it is then at its end.
   * @throws ReplayError, standing at the first step that differs; forwards, as `step`.
   */
  seek(position: number): boolean {
    if (position < this.position) this.rerun(Math.max(0, position));
    while (this.position < position) if (!this.step()) return false;
    return true;
  }

  /** Go back to the last earlier step where `predicate(state)` is true. Gives false, and stays, where there is none. Throws as `seek`. */
  backUntil(predicate: Predicate): boolean {
    const ends = endsOfSteps(this.events);
    const state = new LoopState();
    let found: number | undefined;
    for (let step = 0; step < this.position; step++) {
      for (const event of this.events.slice(state.event, ends[step])) state.apply(event);
      if (predicate(state)) found = step;
    }
    return found !== undefined && this.seek(found);
  }

  /** Run the program anew up to `position`. */
  private rerun(position: number): void {
    this.run = new ProgramRun(this.settings, this.run.runToRepeat(position));
    this.run.repeat(position);
    this.checkReplay();
    this.history.forgetAfter(this.events.length);
  }

  private checkReplay(): void {
    const difference = this.run.recorder.repetition.takeDifference();
    if (difference === undefined) return;
    this.history.forgetAfter(difference.n - 1);
    throw new ReplayError(this.position, difference.before, difference.now);
  }

  // ----- Looking

  /**
   * Tell what it is like now: the ready queue, timers, tasks, locks and queues, and what was
   * written. Of each task that waits, the calls by which it does are looked up, with their variables.
   */
  state(): LoopState {
    const state = this.lookNow().copy();
    for (const [number, task] of state.tasks) {
      if (task.status === 'done') continue;
      state.tasks.set(number, { ...task, chain: placesOf(this.run.recorder.tasks.get(number), this.host) });
    }
    return state;
  }

  private lookNow(): LoopState {
    return this.history.after(this.events.length, this.events);
  }

  /** Give the task of this number or name; of several of one name the first. It is alive: until the stepper goes back, the program runs it. */
  task(numberOrName: number | string): Task | undefined {
    return this.find(numberOrName, Task);
  }

  /** Give the greenlet of this number or name, as `task` does. */
  greenlet(numberOrName: number | string): RawGreenlet | undefined {
    return this.find(numberOrName, RawGreenlet);
  }

  private find<T>(numberOrName: number | string, type: abstract new (...args: never[]) => T): T | undefined {
    for (const state of this.lookNow().tasks.values()) {
      const thing: unknown = this.run.recorder.tasks.get(state.task);
      if (isMeant(state, numberOrName) && thing instanceof type) return thing;
    }
    return undefined;
  }

  /** Close the loop. What was left behind is among the last events. To go back is to begin again, with another loop. */
  close(): void {
    this.run.close();
  }
}

function isMeant(task: TaskState | undefined, numberOrName: number | string): boolean {
  return task?.task === numberOrName || task?.name === numberOrName;
}

function notProgram(thing: unknown): string {
  return `a function that makes the program was expected, as it is called for each run, got ${repr(thing)}`;
}

function limitReached(limit: number): string {
  return `the program has taken ${limit} steps, which is as many as it may: new Stepper(program, { limit: ${2 * limit} }) lets it take twice as many`;
}
