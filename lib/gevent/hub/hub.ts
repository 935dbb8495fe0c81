/**
 * Hub: the greenlet that runs the loop. Whoever waits switches to it, and it switches to whoever
 * may go on.
 *
 *     main.switch(hub) --> take: loop.step, step, step ... --> a callback switches to main: back
 *                                      |
 *                                      +--> a callback switches to a greenlet, which runs within
 *                                           the step, until it switches back to the hub
 *
 * There is one for each loop. It need not be what runs the loop: under `run()`, where main has
 * called the loop, the same callbacks do the same; only main cannot be switched to then, as it
 * is in the midst of that call.
 *
 * Counterpart: gevent.hub.Hub, whose loop is libev's. Its callbacks are on its own stack.
 */

import { leavesTheLoop, SystemExit } from '../../errors';
import { getMainLoop } from '../../future/running-loop';
import { GreenletExit } from '../../greenlet/greenlet-errors';
import { Move } from '../../greenlet/move';
import { getcurrent, RawGreenlet } from '../../greenlet/raw-greenlet';
import { transfer, workAs } from '../../greenlet/transfer';
import { logger } from '../../log';
import { DeadlockError } from '../../loop/deadlock';
import type { EventLoop } from '../../loop/event-loop';
import type { TimerHandle } from '../../loop/handle';
import { repr, showAsString } from '../../repr';
import { type Begin, Callback, type Work } from './callback';
import { BlockingSwitchOutError, LoopExit } from './gevent-errors';
import { Turns } from './turns';

/** What somebody waits for: in a word or two, and the event, queue or the like that it is. */
export interface Reason {
  readonly label: string;
  readonly primitive?: object;
  /** The greenlet whose end it is. */
  readonly greenlet?: object;
  /** Whether it is that nobody else waits: then that is no deadlock. */
  readonly isEnd?: boolean;
}

/** How a callback is to be called later. */
export interface LaterOptions {
  /** Whether it comes after all others of its time, as the timers of a Timeout do. */
  readonly last?: boolean;
  /** Whether the loop is over when nothing but this is left. */
  readonly isIgnored?: boolean;
}

/** The greenlet that runs the loop (gevent.hub.Hub). `getHub` gives it. */
export class Hub extends RawGreenlet {
  /** Who waits for what, of all who wait by `pause`. @internal */
  readonly waiting = new Map<RawGreenlet, Reason>();
  private readonly turns: Turns;
  private isAtWork = false;
  /** The switch to main by which the hub is being left. */
  private leaving: Move | undefined = undefined;
  /** The callback that main was switched to from. */
  private brokenOff: Callback | undefined = undefined;
  /** The timers that keep nobody waiting. */
  private readonly ignored = new Set<Callback>();
  private greenletsNumbered = 0;

  constructor(readonly loop: EventLoop) {
    super(undefined, mainOf(getcurrent()));
    this.turns = new Turns(loop);
  }

  /** Told to whoever records. @internal */
  override get isHub(): boolean {
    return true;
  }

  /** Give the number of a new greenlet. @internal */
  nextIdent(): number {
    return this.greenletsNumbered++;
  }

  // ----- Callbacks

  /** Do what `begin` gives, after all that was scheduled before (loop.run_callback). @internal */
  runCallback(name: string, begin: Begin): Callback {
    const { turns } = this;
    const callback = new Callback(this, name, begin, () => turns.callbackStopped());
    turns.callbackScheduled();
    const run = named(name, () => {
      turns.callbackBegun();
      this.work(() => callback.run());
    });
    callback.handle = this.loop.callSoon(run, { context: this.context });
    return callback;
  }

  /** Do what `begin` gives, once `seconds` have passed (a loop.timer that is started). @internal */
  callLater(seconds: number, name: string, begin: Begin, { last, isIgnored }: LaterOptions = {}): Callback {
    const { ignored, loop } = this;
    const callback: Callback = new Callback(this, name, begin, () => ignored.delete(callback));
    const options = { context: this.context };
    const run = named(name, () => {
      if (!this.turns.isTimersTurn()) return loop.postpone(timer);
      ignored.delete(callback);
      this.work(() => callback.run());
    });
    const delay = Math.max(0, seconds);
    const timer = last ? loop.callLaterLast(delay, run, options) : loop.callLater(delay, run, options);
    callback.handle = timer;
    if (isIgnored) ignored.add(callback);
    return callback;
  }

  /** Do `work` as the hub. @internal */
  work(work: () => void): void {
    const { context } = this;
    try {
      workAs(this, work);
    } finally {
      this.context = context;
    }
  }

  /** @internal */
  make(move: Move): boolean {
    transfer(move);
    return this.leaving === undefined;
  }

  /** @internal */
  breakOff(callback: Callback): void {
    this.brokenOff = callback;
  }

  /** Print an error that is nobody's, unless all it does is to end something (Hub.handle_error). @internal */
  print(context: unknown, error: Error): void {
    if (error instanceof GreenletExit || error instanceof SystemExit) return;
    logger.error(`${typeof context === 'string' ? context : repr(context)} failed with ${error.name}`, error);
  }

  /** Print an error that somebody threw into the hub. What is to end the program goes to main. @internal */
  *report(context: unknown, error: Error): Work {
    if (leavesTheLoop(error)) yield new Move(this.parent, [], error);
    else this.print(context, error);
  }

  // ----- Running

  /** Run the loop until somebody switches to main. @internal */
  override take(arrival: Move): Move {
    if (this.loop.isRunning()) return new Move(this.parent, [], new BlockingSwitchOutError());
    if (arrival.error !== undefined) return new Move(this.parent, [], arrival.error);
    this.isAtWork = true;
    try {
      this.doTheRest();
      while (this.leaving === undefined) if (!this.step()) return new Move(this.parent, [], this.loopExit());
      const move = this.leaving;
      this.leaving = undefined;
      return move;
    } finally {
      this.isAtWork = false;
    }
  }

  private doTheRest(): void {
    const callback = this.brokenOff;
    if (callback === undefined) return;
    this.brokenOff = undefined;
    this.loop.callFirst(named(`rest of ${callback.name}`, () => this.work(() => callback.goOn())));
  }

  private step(): boolean {
    if (this.ignored.size > 0 && this.isOnlyIgnoredLeft()) return false;
    try {
      return this.loop.step();
    } catch (error) {
      if (error instanceof DeadlockError) return false;
      throw error;
    }
  }

  /** Whether nothing is left but timers that keep nobody waiting. One that is due counts: it comes first. */
  private isOnlyIgnoredLeft(): boolean {
    const left = this.loop.handlesToRun();
    const now = this.loop.time();
    return left.length === this.ignored.size && left.every((timer) => (timer as TimerHandle).when() > now);
  }

  private loopExit(): LoopExit {
    const waits = [...this.waiting].map(([greenlet, { label }]) => `${nameOf(greenlet)} waits for ${label}`);
    if (this !== getHub()) waits.push('which is bound to a different event loop than the one that is current now');
    const others = [...this.waiting.keys()].filter((greenlet) => !greenlet.isMain);
    const error = new LoopExit(
      this,
      waits,
      others.map((task) => ({ task })),
    );
    const isEndAwaited = [...this.waiting.values()].some(({ isEnd }) => isEnd);
    if (!isEndAwaited || others.length > 0) this.loop.observer?.deadlocked(error);
    return error;
  }

  /** @internal */
  override leave(move: Move): void {
    if (this.isAtWork) this.leaving = move;
    else if (leavesTheLoop(move.error)) throw move.error;
    else super.leave(move);
  }

  override toString(): string {
    return `<${this.constructor.name} ''>`;
  }
}
showAsString(Hub);

const hubs = new WeakMap<EventLoop, Hub>();

/** Tell whether `loop` has a hub: whoever waits there may be woken by a greenlet. @internal */
export function hasHub(loop: EventLoop): boolean {
  return hubs.has(loop);
}

/** Give the hub of the loop that is running, or else of the one that main has to itself: its current one, as a rule (gevent.get_hub). */
export function getHub(): Hub {
  const loop = getMainLoop() as EventLoop;
  const known = hubs.get(loop);
  if (known !== undefined) return known;
  const hub = new Hub(loop);
  hubs.set(loop, hub);
  return hub;
}

function mainOf(greenlet: RawGreenlet): RawGreenlet {
  return greenlet.isMain ? greenlet : mainOf(greenlet.parent);
}

function nameOf(greenlet: RawGreenlet): string {
  return greenlet.isMain ? 'main' : String(greenlet);
}

/** Give `run` a name: that is what a trace calls it. */
function named(name: string, run: () => void): () => void {
  return Object.defineProperty(run, 'name', { value: name });
}
