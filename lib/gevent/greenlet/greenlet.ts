/**
 * Greenlet: gevent's greenlet, which the hub runs, and others can wait for.
 *
 *     made --start--> pending --(the hub)--> running <--> waiting
 *       |                |                      |            |
 *       +----- kill -----+----------------------+-- return, throw, kill --> ready: links are told
 *
 * Its parent is the hub. It never dies into it with an error: that is printed, and kept.
 *
 * Invariant: once it has an outcome, or is dead, it is never switched to by what was to start it.
 *
 * Counterpart: gevent.greenlet.Greenlet.
 */

import { getAwaitable, isawaitable } from '../../coroutine/awaitable';
import { leavesTheLoop, toError } from '../../errors';
import type { Body } from '../../greenlet/body';
import { GreenletExit } from '../../greenlet/greenlet-errors';
import { greenletObserver, type Passed } from '../../greenlet/greenlet-observer';
import { Move } from '../../greenlet/move';
import type { Run } from '../../greenlet/raw-greenlet';
import { repr } from '../../repr';
import { awaitInGreenlet } from '../hub/await-in-greenlet';
import { type Blocking, blockingCall, finishedCall, type Given, type Steps } from '../hub/blocking-call';
import { type Exception, type KillOptions, killOptions, type Limit } from '../hub/call-options';
import type { Callback, Work } from '../hub/callback';
import { Waiter } from '../hub/waiter';
import { BaseGreenlet } from './base-greenlet';

/**
 * A greenlet that the hub runs (gevent.Greenlet). Made by `gevent.spawn`, mostly.
 *
 * @example
 * const greenlet = new gevent.Greenlet(fetchPage, 'a.txt');
 * greenlet.start();
 * greenlet.get(); // what fetchPage('a.txt') gives, once it has; a greenlet awaits it
 */
// biome-ignore lint/suspicious/noExplicitAny: greenlets of all results are held in one list
export class Greenlet<T = any> extends BaseGreenlet<T> {
  /** What its function is called with. */
  readonly args: readonly unknown[];
  /** What is to start it; or that it never will, or has. */
  private startEvent: Callback | 'cancelled' | 'completed' | undefined = undefined;

  /**
   * @param run what it runs: a generator function, an async function, or one that needs not wait; otherwise its method `_run`.
   * @param args what that is called with.
   * @throws TypeError when `run` is no function.
   */
  constructor(run?: Run, ...args: unknown[]) {
    super(run ?? ((...given: unknown[]) => this._run(...given)));
    if (typeof this.run !== 'function') throw new TypeError('The run argument or self._run must be callable');
    this.args = args;
  }

  /** What it runs where it is made without a function: for classes that extend this one. */
  _run(..._args: unknown[]): unknown {
    return undefined;
  }

  /** Make one, of the class that this is called on, and start it (Greenlet.spawn). */
  static spawn<A extends unknown[], R>(this: typeof Greenlet, run: (...args: A) => R, ...args: A): Greenlet<Given<R>>;
  static spawn<A extends unknown[], G extends Greenlet>(this: new (...args: A) => G, ...args: A): G;
  // biome-ignore lint/suspicious/noExplicitAny: each class has arguments of its own
  static spawn(this: new (...args: any[]) => Greenlet, ...args: unknown[]): Greenlet {
    const greenlet = new this(...args);
    greenlet.start();
    return greenlet;
  }

  /** Make one, of the class that this is called on, and start it after `seconds` (Greenlet.spawn_later). */
  static spawnLater<A extends unknown[], R>(
    this: typeof Greenlet,
    seconds: number,
    run: (...args: A) => R,
    ...args: A
  ): Greenlet<Given<R>>;
  static spawnLater<A extends unknown[], G extends Greenlet>(
    this: new (
      ...args: A
    ) => G,
    seconds: number,
    ...args: A
  ): G;
  // biome-ignore lint/suspicious/noExplicitAny: as for spawn
  static spawnLater(this: new (...args: any[]) => Greenlet, seconds: number, ...args: unknown[]): Greenlet {
    const greenlet = new this(...args);
    greenlet.startLater(seconds);
    return greenlet;
  }

  // ----- State

  /** Whether it has been started, or is to be, and has not ended. */
  get started(): boolean {
    return this.startEvent !== undefined && !this.settled;
  }

  /** Whether it has ended, or never will begin. */
  override get dead(): boolean {
    const { startEvent } = this;
    const isAborted = typeof startEvent === 'object' && !startEvent.pending;
    return startEvent === 'cancelled' || isAborted || super.dead;
  }

  // ----- Beginning and ending

  /** Have the hub run it, after what is scheduled already. Only the first call of this, or of `startLater`, does. */
  start(): void {
    this.startEvent ??= this.hub.runCallback(`${this.name}.switch`, () => this.firstSwitch());
  }

  /** Have the hub run it after `seconds`. */
  startLater(seconds: number): void {
    this.startEvent ??= this.hub.callLater(seconds, `${this.name}.switch`, () => this.firstSwitch());
  }

  private firstSwitch(): Move {
    this.startEvent = 'completed';
    return new Move(this, []);
  }

  /** @internal */
  override take(arrival: Move): Move {
    this.hub.waiting.delete(this);
    if (this.state !== 'pending') return super.take(arrival);
    this.cancelStart();
    this.startEvent = 'completed';
    return super.take(arrival.error === undefined ? new Move(this, this.args) : arrival);
  }

  /** Whatever can be awaited is, a future of asyncio's, too. */
  protected override bodyOf(made: unknown): Body | undefined {
    return isawaitable(made) ? (getAwaitable(made)[Symbol.iterator]() as Body) : undefined;
  }

  protected override moveFor(yielded: unknown): Move {
    return awaitInGreenlet(this, this.hub, yielded);
  }

  /** Its end: from here it goes to the hub, with nothing but what is to end the program. */
  protected override end(args: readonly unknown[], error?: Error): Move {
    this.report(super.end(args, error).passed);
    return new Move(this.hub, [], leavesTheLoop(error) ? error : undefined);
  }

  private report(outcome: Passed): void {
    this.settle(outcome);
    if ('error' in outcome) this.hub.print(this, outcome.error);
  }

  private cancelStart(): void {
    if (typeof this.startEvent === 'object') this.startEvent.stop();
    this.startEvent ??= 'cancelled';
  }

  /** Never begin, if it has not: then `error` is what it ended with. Gives whether it has ended. @internal */
  endUnlessBegun(error: Error): boolean {
    this.cancelStart();
    if (!this.settled && this.dead) {
      const outcome = error instanceof GreenletExit ? { value: error } : { error };
      greenletObserver()?.greenletDied(this, outcome);
      this.report(outcome);
    }
    return this.dead;
  }

  /**
   * Throw `exception` in it, now: an error or a class of errors, otherwise GreenletExit. One that has not
   * begun never will. Called as `switch` is.
   */
  // biome-ignore lint/suspicious/noExplicitAny: what comes back is for the program to know
  override throw(exception?: Exception): any {
    const error = errorOf(exception);
    return this.endUnlessBegun(error) ? finishedCall() : super.throw(error);
  }

  /**
   * Have `exception` thrown in it, otherwise GreenletExit, by a callback of the hub, and wait until it has
   * ended, or until `timeout` seconds have passed since the throw. One that has not begun never will.
   * Without `block`, only see to it, and do not wait.
   *
   * @param exception it, or an object of all: `{ exception, block, timeout }`.
   */
  kill(exception?: Exception | KillOptions, block?: boolean, timeout?: Limit): Blocking<void> {
    const options = killOptions(exception, block, timeout);
    if (options.block ?? true) return blockingCall('Greenlet.kill', () => this.killAndJoin(options));
    this.noteKill(options.exception);
    if (!this.endUnlessBegun(errorOf(options.exception))) this.scheduleKill(options);
    return finishedCall();
  }

  private *killAndJoin(options: KillOptions): Steps<void> {
    this.noteKill(options.exception);
    if (this.endUnlessBegun(errorOf(options.exception))) return;
    const waiter = new Waiter<void>(this.hub);
    this.scheduleKill(options, waiter);
    yield* waiter.get({ label: this.name, greenlet: this });
    yield* this.waitForEnd(options.timeout);
  }

  /** Tell whoever records that this is asked to end. @internal */
  noteKill(exception?: Exception): void {
    if (!this.dead) greenletObserver()?.killed(this, exception);
  }

  private scheduleKill({ exception }: KillOptions, waiter?: Waiter<void>): void {
    this.hub.runCallback(`${this.name}.kill`, () => this.throwAndTell(errorOf(exception), waiter));
  }

  private *throwAndTell(error: Error, waiter?: Waiter<void>): Work {
    yield* this.throwInHub(error);
    const move = waiter?.switch();
    if (move !== undefined) yield move;
  }

  /** Throw `error` in it; in the hub. @internal */
  *throwInHub(error: Error): Work {
    if (this.endUnlessBegun(error)) return;
    try {
      yield new Move(this, [], error);
    } catch (thrown) {
      yield* this.hub.report(this, toError(thrown));
    }
  }

  override toString(): string {
    const args = this.args.map((each) => repr(each).slice(0, 50)).join(', ');
    const call = `${this.run?.name || '<anonymous>'}${args === '' ? '' : `(${args})`}`;
    return `<${this.constructor.name} "${this.name}": ${call}>`;
  }
}

/** Give the error to throw for `exception`: of a class, a new one. */
export function errorOf(exception: Exception = GreenletExit): Error {
  return typeof exception === 'function' ? new exception() : exception;
}
