/**
 * Callback: what the hub is to do, soon or at some time: mostly, to switch to a greenlet.
 *
 * A callback that switches to several greenlets is a generator: it yields each switch, and goes on
 * when control is back at the hub. In between main may have been switched to, which ends the
 * loop's step; then the rest is done first thing when the hub is at work again.
 *
 *     pending --begin--> running --(to main)--> broken off --goOn--> running --> over
 *        |                                                                        |
 *        +------------------------------- stop -----------------------------------+
 *
 * Counterpart: gevent._ffi.callback.callback, and the watcher that is a timer. There a switch to
 * main leaves the hub's own stack as it is.
 */

import { leavesTheLoop, toError } from '../../errors';
import type { Cancellable } from '../../future/abstract-event-loop';
import { Move } from '../../greenlet/move';

/** What a callback does: it yields the switches that it makes. */
export type Work = Generator<Move, void, unknown>;

/** What a callback is made with: gives the one switch to make, or work, or nothing where all is done. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function that just does something will do
export type Begin = () => Move | Work | undefined | void;

/** What a callback needs of its hub. */
export interface CallbackHub {
  /** Make `move`. Gives false when it has left the hub for main; throws what a greenlet ended with that has the hub for parent. */
  make(move: Move): boolean;
  /** Print an error that is nobody's. */
  print(context: unknown, error: Error): void;
  /** Do the rest of `callback` first thing when the hub is at work again. */
  breakOff(callback: Callback): void;
}

export class Callback {
  /** Where it is on the loop; set by the hub. */
  handle: Cancellable | undefined = undefined;
  private state: 'pending' | 'running' | 'over' = 'pending';
  private work: Work | undefined = undefined;

  /**
   * @param name what it is called in a trace, and where it fails.
   * @param onStop called where it is stopped before its turn.
   */
  constructor(
    private readonly hub: CallbackHub,
    readonly name: string,
    private readonly begin: Begin,
    private readonly onStop: () => void = () => {},
  ) {}

  /** Whether its turn has not come. */
  get pending(): boolean {
    return this.state === 'pending';
  }

  /** Whether it is not over. */
  get active(): boolean {
    return this.state !== 'over';
  }

  /** Never run. One that is running goes on. */
  stop(): void {
    if (!this.pending) return;
    this.state = 'over';
    this.handle?.cancel();
    this.onStop();
  }

  /** Do it, in the hub. */
  run(): void {
    this.state = 'running';
    this.guard(() => {
      const work = this.begin();
      if (work instanceof Move) this.makeOnly(work);
      else if (work === undefined) this.state = 'over';
      else this.makeAll(work, work.next());
    });
  }

  /** Do the rest, in the hub, after it was broken off. */
  goOn(): void {
    const work = this.work as Work;
    this.work = undefined;
    this.guard(() => this.makeAll(work, work.next()));
  }

  private makeOnly(move: Move): void {
    this.state = 'over';
    this.hub.make(move);
  }

  private makeAll(work: Work, first: IteratorResult<Move, void>): void {
    let step = first;
    while (!step.done) {
      const next = this.makeOne(work, step.value);
      if (next === undefined) return;
      step = next;
    }
    this.state = 'over';
  }

  private makeOne(work: Work, move: Move): IteratorResult<Move, void> | undefined {
    try {
      if (!this.hub.make(move)) {
        this.work = work;
        this.hub.breakOff(this);
        return undefined;
      }
    } catch (error) {
      return work.throw(error);
    }
    return work.next();
  }

  /** Do `action`; what it throws is the end of this, but only what is to end the program goes on to the loop. */
  private guard<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (thrown) {
      this.state = 'over';
      if (leavesTheLoop(thrown)) throw thrown;
      this.hub.print(this.name, toError(thrown));
      return undefined;
    }
  }
}
