/**
 * GreenletRecorder: the observer of greenlets, which says in a trace's words what they do.
 *
 * A greenlet is told of as a task is: that it was made, goes on, is suspended, and ended. Between
 * the suspension of one and the going on of the next stands the switch that was both.
 *
 * Main is a greenlet, too, and has a life from when it makes the first other, or switches to it;
 * but only where it is at work itself. Where it runs a loop, what is done there is done by
 * handles and tasks; and the hub is that loop. Neither is told of as a greenlet.
 *
 * Invariant: a greenlet is in `steps` from when it goes on until it is left.
 */

import type { CoroutineLike } from '../../coroutine/coroutine';
import { GreenletExit } from '../../greenlet/greenlet-errors';
import type { GreenletObserver, Passed } from '../../greenlet/greenlet-observer';
import { getcurrent, type RawGreenlet } from '../../greenlet/raw-greenlet';
import type { DoneEvent, GreenletKind, ResumeEvent, SuspendEvent } from '../event/task-events';
import type { Place } from '../host';
import type { EventLog } from './event-log';
import { PrimitiveRecorder } from './primitive-recorder';
import { errorText, shownQuietly } from './shown';

/** What somebody waits for, in a word or two; and the lock, queue or the like that this is. */
interface Reason {
  readonly label: string;
  readonly primitive?: object;
}

/** What else a greenlet may tell of itself. */
interface Telling {
  /** If it is the hub: what those wait for who have switched to it. */
  readonly waiting?: ReadonlyMap<object, Reason>;
  /** Its name, where it has one beside that of its function. */
  readonly name?: unknown;
}

type Greenlet = RawGreenlet & Telling;

/** What is thrown in a greenlet that goes on. */
type Thrown = Pick<ResumeEvent, 'error' | 'cancelled'>;

const NOTHING = { error: undefined, cancelled: undefined };

/** How greenlets are to be recorded. */
export interface GreenletRecorderOptions {
  /** Whether steps are only those of loops: then main has no life, and a switch is never a step. */
  readonly onLoopsOnly?: boolean;
}

export class GreenletRecorder implements GreenletObserver {
  /** The greenlets that are at work, or wait for one of these to come back: by which events they went on. */
  private readonly steps = new Map<Greenlet, number>();
  private readonly primitives: PrimitiveRecorder;
  /** What will be thrown in those that are asked to end: an error, or one of a class. */
  private readonly killing = new Map<Greenlet, unknown>();
  /** How many greenlets have been given a name. */
  private readonly names = new Map<string, number>();

  constructor(
    private readonly log: EventLog,
    private readonly options: GreenletRecorderOptions = {},
  ) {
    this.primitives = new PrimitiveRecorder(log, log);
  }

  greenletCreated(greenlet: Greenlet): void {
    this.meetMain(getcurrent());
    if (!greenlet.isHub) this.introduce(greenlet);
  }

  switched(from: Greenlet, to: Greenlet, passed: Passed): void {
    this.meetMain(from);
    const leaver = this.isActing(from) ? this.numberOf(from) : undefined;
    const comer = this.isAwaited(to) ? this.numberOf(to) : undefined;
    if (leaver === undefined && comer === undefined) return;
    const { cause } = this.log;
    if (leaver !== undefined) this.leave(from, leaver, to.waiting?.get(from));
    const isStep = this.isStep(to);
    if (isStep) this.log.countStep();
    const step = isStep || undefined;
    const texts = textsOf(passed);
    const by = this.log.write({ type: 'switch', from: leaver, to: comer, ...texts, step }, cause);
    if (comer !== undefined) this.goOn(to, comer, { error: texts.error, cancelled: this.isKill(to, passed) }, by);
  }

  killed(greenlet: Greenlet, exception: unknown = GreenletExit): void {
    this.killing.set(greenlet, exception);
    const message = exception === GreenletExit ? undefined : shownException(exception);
    this.log.write({ type: 'cancel', task: this.numberOf(greenlet), message, place: this.log.host?.whereNow() });
  }

  /** Whether what is thrown in a greenlet is what it was to be killed with. */
  private isKill(greenlet: Greenlet, passed: Passed): true | undefined {
    const exception = this.killing.get(greenlet);
    if (exception === undefined || !('error' in passed) || !isOf(exception, passed.error)) return undefined;
    this.killing.delete(greenlet);
    return true;
  }

  greenletDied(greenlet: Greenlet, outcome: Passed): void {
    if (!greenlet.isHub) this.log.write({ type: 'done', future: this.numberOf(greenlet), ...outcomeOf(outcome) });
  }

  /** Main ends with the program. */
  ended(outcome: DoneEvent['outcome']): void {
    const main = [...this.steps.keys()].find(({ isMain }) => isMain);
    if (main !== undefined) this.log.write({ type: 'done', future: this.numberOf(main), outcome, text: undefined });
  }

  /** What follows from a switch to the hub is up to the loop, whose steps are handles. */
  private isStep(to: Greenlet): boolean {
    return !this.options.onLoopsOnly && !to.isHub && !this.log.isLoopAtWork();
  }

  /** Introduce main, if that is who is at work for the first time: it goes on from there. */
  private meetMain(greenlet: Greenlet): void {
    const isAtWork = greenlet.isMain && !this.options.onLoopsOnly && !this.log.isLoopAtWork();
    if (isAtWork && !this.log.futures.has(greenlet)) this.goOn(greenlet, this.introduce(greenlet));
  }

  /** Whether it is the greenlet itself that switches: not the loop, nor main while that runs one. */
  private isActing(from: Greenlet): boolean {
    return !from.isHub && !(from.isMain && this.steps.get(from) !== (this.log.actor?.n ?? 0));
  }

  /** Whether it is the greenlet itself that goes on. */
  private isAwaited(to: Greenlet): boolean {
    return !to.isHub && !(to.isMain && (this.steps.has(to) || !this.log.futures.has(to)));
  }

  private leave(from: Greenlet, task: number, reason: Reason | undefined): void {
    if (!from.dead) this.suspend(from, task, reason);
    const step = this.steps.get(from);
    this.steps.delete(from);
    if (step !== undefined) this.log.leave(step);
  }

  private suspend(greenlet: Greenlet, task: number, reason: Reason | undefined): void {
    const { label, primitive: line } = reason ?? {};
    const chain = this.chainOf(greenlet);
    const waits: Pick<SuspendEvent, 'future' | 'primitive'> = { future: undefined, primitive: undefined };
    if (line !== undefined) Object.assign(waits, this.standInLine(line, task));
    this.log.write({ type: 'suspend', task, label, chain, ...waits });
  }

  /** A task waits by a future, which is its place in the line; here it is only a number. */
  private standInLine(line: object, task: number): Pick<SuspendEvent, 'future' | 'primitive'> {
    const future = this.log.futures.of({});
    this.primitives.waited(line, future, task);
    return { future, primitive: this.primitives.numberOf(line) };
  }

  /** Main is on the stack; the others are suspended by now. */
  private chainOf({ isMain, body }: Greenlet): Place[] | undefined {
    const { host } = this.log;
    if (!isMain) return host?.chainOf(body as CoroutineLike<unknown> | undefined, { variables: true });
    const place = host?.whereNow();
    return place && [place];
  }

  private goOn(greenlet: Greenlet, task: number, thrown: Thrown = NOTHING, cause = this.log.cause): void {
    const step = this.log.write({ type: 'resume', task, ...thrown }, cause);
    this.steps.set(greenlet, step);
    this.log.enter(step);
  }

  /** The number of a greenlet, which is introduced when it is first met. */
  private numberOf(greenlet: Greenlet): number {
    return this.log.futures.has(greenlet) ? this.log.futures.of(greenlet) : this.introduce(greenlet);
  }

  private introduce(greenlet: Greenlet): number {
    const { actor, host, futures } = this.log;
    const task = futures.of(greenlet);
    const coroutine = greenlet.isMain ? '<module>' : functionName(greenlet);
    const name = this.nameOf(greenlet);
    const kind = greenlet.kind as GreenletKind;
    const parent = actor?.type === 'resume' ? actor.task : undefined;
    const place = greenlet.isMain ? undefined : host?.whereNow();
    this.log.write({ type: 'task', task, name, coroutine, kind, parent, place });
    this.log.tasks.set(task, greenlet);
    return task;
  }

  /** A greenlet of gevent's has a name; of others that run the same function, the second is `worker-2`. */
  private nameOf(greenlet: Greenlet): string {
    if (greenlet.isMain) return 'main';
    if (typeof greenlet.name === 'string') return greenlet.name;
    const name = functionName(greenlet);
    const count = (this.names.get(name) ?? 0) + 1;
    this.names.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  }
}

function isOf(exception: unknown, error: Error): boolean {
  return typeof exception === 'function' ? error instanceof exception : error === exception;
}

/** A class by its name, an error with its text. */
function shownException(exception: unknown): string {
  return typeof exception === 'function' ? exception.name : errorText(exception as Error);
}

function functionName({ run }: Greenlet): string {
  return run?.name || 'greenlet';
}

function textsOf(passed: Passed): { readonly text: string | undefined; readonly error: string | undefined } {
  if ('error' in passed) return { text: undefined, error: errorText(passed.error) };
  return { text: passed.value === undefined ? undefined : shownQuietly(passed.value), error: undefined };
}

/** A greenlet that was told to end has that for its result. */
function outcomeOf(outcome: Passed): Pick<DoneEvent, 'outcome' | 'text'> {
  const { text, error } = textsOf(outcome);
  if (error !== undefined) return { outcome: 'exception', text: error };
  const isKilled = 'value' in outcome && outcome.value instanceof GreenletExit;
  return isKilled ? { outcome: 'cancelled', text: undefined } : { outcome: 'result', text };
}
