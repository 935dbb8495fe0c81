/**
 * EventLog: the events of a run, as they are written down.
 *
 * It numbers them, and finds out the cause of each: that is the innermost of what is under
 * way, such as a step in a handle's run, or a request to cancel in that step; unless whoever
 * adds an event knows better.
 *
 * Invariant: a cause comes before its effects; what was entered is left in turn.
 */

import { nameAfterClass } from '../../errors';
import type { RawGreenlet } from '../../greenlet/raw-greenlet';
import type { Task } from '../../task/task';
import type { RunEvent } from '../event/loop-events';
import type { EndEvent } from '../event/program-events';
import type { ResumeEvent } from '../event/task-events';
import type { Host, OutputStream } from '../host';
import type { TraceEvent } from '../trace-event';
import { Numbering } from './numbering';
import { type EarlierRun, type Happening, Repetition } from './repetition';

/** How a run is to be recorded. */
export interface EventLogOptions {
  /** Tells places and variables; without one, none are recorded. */
  readonly host?: Host;
  /** How many steps the run may take. */
  readonly limit?: number;
  /** Called where it would take more. */
  readonly onLimit?: () => void;
  /** Whether to look for tasks that will never run again; it is done unless this is false. */
  readonly findDeadTasks?: boolean;
  /** What this run is expected to repeat. @internal */
  readonly earlier?: EarlierRun;
}

/** Where recorders write down what happens. */
export interface Writer {
  /** Write down that something happened, because of event `cause`, or else within what is under way; give the number of the event. */
  write(happening: Happening, cause?: number): number;
}

/** A run takes more steps than it was allowed. It leaves the loop, as an interrupt would. */
export class StepLimitReached extends Error {}
nameAfterClass(StepLimitReached);

export class EventLog implements Writer {
  /** What has happened so far. */
  readonly events: TraceEvent[] = [];
  /** The numbers of what the events are about. */
  readonly futures = new Numbering();
  readonly primitives = new Numbering();
  readonly packets = new Numbering();
  readonly host: Host | undefined;
  readonly findDeadTasks: boolean;
  /** What is under way, the innermost last: the numbers of the events that began it. */
  private readonly underWay: number[] = [];
  private readonly limit: number;
  private readonly onLimit: (() => void) | undefined;
  /** How many steps were taken. */
  steps = 0;
  /** The tasks and greenlets, by their numbers. */
  readonly tasks = new Map<number, Task | RawGreenlet>();
  /** The loops that are watched: the one of number 1 first. */
  protected readonly loops: { time(): number }[] = [];
  /** Whether the run does what an earlier one did. @internal */
  readonly repetition: Repetition;
  private handles = 0;

  constructor({ host, limit = Infinity, onLimit, findDeadTasks = true, earlier }: EventLogOptions = {}) {
    this.host = host;
    this.limit = limit;
    this.onLimit = onLimit;
    this.findDeadTasks = findDeadTasks;
    this.repetition = new Repetition(earlier);
  }

  /** The number of the event within which things happen now; 0 for none. */
  get cause(): number {
    return this.underWay.at(-1) ?? 0;
  }

  /** Write down that something happened at `time` on the loop of number `loop`; give the number of the event. */
  add(time: number, loop: number, happening: Happening, cause = this.cause): number {
    const number = loop === 1 ? undefined : loop;
    const n = this.events.length + 1;
    const known = this.repetition.find(n, time, cause, number, happening);
    if (known !== undefined) return this.events.push(known);
    const event = { n, time, cause, loop: number, ...happening } as TraceEvent;
    this.repetition.happened(event);
    return this.events.push(event);
  }

  /** Give the number of a new handle. */
  nextHandle(): number {
    this.handles += 1;
    return this.handles;
  }

  /** What happens from now on is caused by event `n`, until `leave`. */
  enter(n: number): void {
    this.underWay.push(n);
  }

  /** Leave the innermost of what was entered; or `n`, where a greenlet that goes on in the midst of a handle's run outlasts it. */
  leave(n = this.cause): void {
    const { underWay } = this;
    const at = underWay.lastIndexOf(n);
    if (at === underWay.length - 1) underWay.pop();
    else if (at !== -1) underWay.splice(at, 1);
  }

  /** The step of a task or greenlet, or the run of a handle, within which things happen now: the innermost of these. */
  get actor(): ResumeEvent | RunEvent | undefined {
    for (let i = this.underWay.length - 1; i >= 0; i--) {
      const event = this.events[(this.underWay[i] as number) - 1];
      if (event?.type === 'resume' || event?.type === 'run') return event;
    }
    return undefined;
  }

  /** Whether a handle is being run. */
  isLoopAtWork(): boolean {
    return this.underWay.some((n) => this.events[n - 1]?.type === 'run');
  }

  /** Count a step. @throws StepLimitReached when that is one too many. */
  countStep(): void {
    if (this.steps === this.limit) {
      this.onLimit?.();
      throw new StepLimitReached(`the program took ${this.limit} steps, and would go on`);
    }
    this.steps += 1;
  }

  /** Write down what the program wrote. */
  wrote(stream: OutputStream, text: string): void {
    this.write({ type: 'output', stream, text, place: this.host?.whereNow() });
  }

  /** Write down how the program ended. */
  end(outcome: EndEvent['outcome'], text?: string): void {
    this.write({ type: 'end', outcome, text });
  }

  /** Write down what happened on the loop that is at work, or else on the one that was last; give the number of the event. */
  write(happening: Happening, cause = this.cause): number {
    const within = this.events[this.cause - 1] ?? this.events.at(-1);
    const loop = within?.loop ?? 1;
    return this.add(this.loops[loop - 1]?.time() ?? 0, loop, happening, cause);
  }
}
