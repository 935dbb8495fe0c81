/**
 * RawGreenlet: a computation that says itself who goes on in its place.
 *
 * A coroutine, when it waits, goes back to whoever drives it. A greenlet hands control to
 * another greenlet that it names, with a value; whoever is handed control goes on where it was
 * suspended, with that value. Nobody schedules: there is no loop here.
 *
 *     pending --switch--> current <--switch--> suspended
 *        |                   |
 *        +------ throw ------+-- return, throw --> dead: its parent goes on
 *
 * In C a greenlet has a stack of its own. JavaScript has one stack, so here a greenlet is a
 * generator, and it is suspended only at a `yield*`. Main is what has that one stack. It is
 * a greenlet, too, and switches by plain calls. Read move.ts and transfer.ts first.
 *
 * Counterpart: greenlet.greenlet. Its switch works at any depth of plain calls; this one does not.
 */

import { Context } from '../context/context';
import { isErrorClass, RuntimeError, toError, ValueError } from '../errors';
import { repr, showAsString, typeName } from '../repr';
import { type Body, bodyOf } from './body';
import { GreenletError, GreenletExit } from './greenlet-errors';
import { greenletObserver } from './greenlet-observer';
import { Move, type Switchable } from './move';
import { type Call, OwedCall } from './owed-call';
import { currentGreenlet, setMain, transfer } from './transfer';

/** What a greenlet runs: a generator function, an async function, or a plain one, which can switch only by returning the switch. */
// biome-ignore lint/suspicious/noExplicitAny: whatever it is switched to with
export type Run = (...args: any[]) => unknown;

/** A greenlet (greenlet.greenlet). Made by `greenlet`; gevent's Greenlet is one, too. */
export class RawGreenlet implements Switchable {
  /** The context that it goes on in. @internal */
  context = new Context();
  /** What is suspended, once it has begun and until it ends. @internal */
  body: Body | undefined = undefined;
  protected state: 'pending' | 'started' | 'dead' = 'pending';
  private readonly owed = new OwedCall();

  /**
   * @param func what it runs when it is first switched to.
   * @param up its parent, who goes on when it has ended; otherwise whoever makes it. (Main, which is the first, has none.)
   * @throws TypeError when its parent is no greenlet.
   */
  constructor(
    private func: Run | undefined,
    private up: RawGreenlet | undefined = getcurrent(),
  ) {
    if (up !== undefined) checkGreenlet(up);
    greenletObserver()?.greenletCreated(this);
  }

  /** Whether it lives on the one stack, and switches by plain calls. @internal */
  get isMain(): boolean {
    return false;
  }

  /** Whether it is gevent's hub, which runs the loop. @internal */
  get isHub(): boolean {
    return false;
  }

  /** What a trace calls it. @internal */
  get kind(): string {
    return 'greenlet';
  }

  /** What it runs when it is first switched to. */
  get run(): Run | undefined {
    return this.func;
  }

  /** @throws TypeError once it has begun. */
  set run(run: Run) {
    if (this.state !== 'pending') throw new TypeError('run cannot be set after the start of the greenlet');
    this.func = run;
  }

  /** Who goes on when this has ended. Main has nobody, which the type does not say, as nobody asks: it is undefined there. */
  get parent(): RawGreenlet {
    return this.up as RawGreenlet;
  }

  /** @throws TypeError for what is no greenlet, and for main; ValueError where the way up would lead back here. */
  set parent(parent: RawGreenlet) {
    if (this.up === undefined) throw new TypeError('cannot set the parent of a main greenlet');
    checkGreenlet(parent);
    for (let each: RawGreenlet | undefined = parent; each !== undefined; each = each.up) {
      if (each === this) throw new ValueError('cyclic parent chain');
    }
    this.up = parent;
  }

  /** The context that it runs in: an empty one of its own, unless another is set (greenlet.gr_context). */
  get grContext(): Context {
    return getcurrent() === this ? Context.current : this.context;
  }

  set grContext(context: Context) {
    this.context = context;
    if (getcurrent() === this) Context.current = context;
  }

  /** Whether it has ended. */
  get dead(): boolean {
    return this.state === 'dead';
  }

  /** Whether it has begun, and not ended (greenlet's `__bool__`). */
  get active(): boolean {
    return this.state === 'started';
  }

  /**
   * Hand control to this greenlet. It goes on with `args` as what its own last switch gives: one
   * as it is, several as an array, none as undefined. One that is pending is called with them.
   *
   * Main calls this plainly; a greenlet awaits it: `yield* other.switch(1)`. It gives what somebody
   * switches back with.
   *
   * @throws what somebody throws back.
   */
  // biome-ignore lint/suspicious/noExplicitAny: what comes back is for the program to know
  switch(...args: unknown[]): any {
    return make(new Move(this, args));
  }

  /**
   * Hand control to this greenlet, and throw `error` there: an error or a class of errors,
   * otherwise GreenletExit. One that is pending is ended by it. Called as `switch` is.
   *
   * @throws what somebody throws back; TypeError, at once, for what is no error.
   */
  // biome-ignore lint/suspicious/noExplicitAny: as for switch
  throw(error: unknown = GreenletExit): any {
    const thrown = isErrorClass(error) ? Reflect.construct(error, []) : error;
    if (thrown instanceof Error) return make(new Move(this, [], thrown));
    throw new TypeError(`exceptions must be classes, or instances, not ${typeName(thrown)}`);
  }

  /** Run from here until it switches away, or ends; give that move. @internal */
  take(arrival: Move): Move {
    try {
      return this.state === 'pending' ? this.begin(arrival) : this.resume(arrival.value, arrival.error);
    } catch (thrown) {
      const error = toError(thrown);
      return error instanceof GreenletExit ? this.end([error]) : this.end([], error);
    }
  }

  private begin({ args, error }: Move): Move {
    this.state = 'started';
    if (error !== undefined) throw error;
    const { func } = this;
    if (typeof func !== 'function') throw new TypeError(`'${typeName(func)}' object is not callable`);
    const made = func(...args);
    this.body = this.bodyOf(made);
    return this.body === undefined ? this.goBy({ done: true, value: made }) : this.resume(undefined, undefined);
  }

  /** Give what is to be resumed of what its function gave; undefined where that is its result. */
  protected bodyOf(made: unknown): Body | undefined {
    return bodyOf(made);
  }

  private resume(value: unknown, error: Error | undefined): Move {
    const body = this.body as Body;
    return this.goBy(error === undefined ? body.next(value) : body.throw(error));
  }

  /** Give the move by which it goes on from where its body has come to: what is wrong there is thrown there. */
  private goBy({ done, value }: IteratorResult<unknown, unknown>): Move {
    try {
      this.owed.settle(this);
      if (done) return this.end([value]);
      return value instanceof Move ? value : this.moveFor(value);
    } catch (mistake) {
      if (done) throw mistake;
      return this.resume(undefined, toError(mistake));
    }
  }

  /** Take note that this greenlet made `call`, which it is to await before anything else. @internal */
  expectAwait(call: Call): void {
    this.owed.expect(call);
  }

  /** Give the move by which it waits for what it yielded. A greenlet waits for nothing. */
  protected moveFor(yielded: unknown): Move {
    throw new RuntimeError(
      `${this} cannot wait for ${repr(yielded)}: it is no greenlet of gevent's, and can only switch`,
    );
  }

  /** End, with a result or an error; give the move to who goes on. */
  protected end(args: readonly unknown[], error?: Error): Move {
    this.state = 'dead';
    this.body = undefined;
    const move = new Move(this.parent, args, error);
    greenletObserver()?.greenletDied(this, move.passed);
    return move;
  }

  /** @internal */
  leave({ target }: Move): void {
    throw new GreenletError(`cannot switch to ${target} while ${this} runs on the same stack`);
  }

  toString(): string {
    const name = this.func === undefined ? '' : ` ${this.func.name || '<anonymous>'}`;
    const state = this.active ? `${getcurrent() === this ? 'current' : 'suspended'} active started` : this.state;
    return `<greenlet.greenlet object${name} ${state}${this.isMain ? ' main' : ''}>`;
  }
}
showAsString(RawGreenlet);

/**
 * Give the greenlet that is running (greenlet.getcurrent).
 *
 * @example
 * getcurrent().parent; // undefined: this is main
 */
export function getcurrent(): RawGreenlet {
  return currentGreenlet() as RawGreenlet;
}

/** Make `move` now, or, within a greenlet, when that awaits it. */
function make(move: Move): unknown {
  const current = getcurrent();
  if (current.isMain) return transfer(move);
  current.expectAwait(move);
  return move;
}

function checkGreenlet(object: unknown): void {
  if (object instanceof RawGreenlet) return;
  throw new TypeError(`GreenletChecker: Expected any type of greenlet, not ${typeName(object)}`);
}

/** The program itself: it runs on the stack, from beginning to end. */
class MainGreenlet extends RawGreenlet {
  protected override state = 'started' as const;

  override get isMain(): boolean {
    return true;
  }
}
setMain(new MainGreenlet(undefined));
