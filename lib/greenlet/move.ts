/**
 * Move: a switch from one greenlet to another, on its way.
 *
 * It is what a greenlet awaits: `yield* move` yields the move itself, down to the trampoline
 * (transfer.ts), which makes it; what somebody switches back with is what that gives.
 */

import type { Context } from '../context/context';
import { Awaitable, type Yielded } from '../coroutine/awaitable';
import type { Passed } from './greenlet-observer';

/** Who can be handed control: a greenlet, as far as it matters to a move. */
export interface Switchable {
  readonly isMain: boolean;
  readonly dead: boolean;
  readonly parent: Switchable | undefined;
  /** The context that it goes on in; while it is current, that is the current one. */
  context: Context;
  /** Run from here until it switches away, or ends; give that move. */
  take(move: Move): Move;
  /** Be left by a move to main, from the midst of what cannot be suspended. */
  leave(move: Move): void;
}

/** A switch: to whom, and with what. */
export class Move extends Awaitable<unknown> {
  /** Until somebody awaits it, nothing happens. */
  state: 'created' | 'awaited' = 'created';

  constructor(
    readonly target: Switchable,
    /** What `switch` was called with. */
    readonly args: readonly unknown[],
    /** What is to be thrown there; then there are no `args`. */
    readonly error?: Error,
  ) {
    super();
  }

  *[Symbol.iterator](): Generator<Yielded, unknown, unknown> {
    this.state = 'awaited';
    return yield this;
  }

  /** By which of the two methods it was made. */
  get name(): 'switch' | 'throw' {
    return this.error === undefined ? 'switch' : 'throw';
  }

  /** What it gives to who waits there: one argument as it is, several as an array, none as undefined. */
  get value(): unknown {
    return this.args.length > 1 ? this.args : this.args[0];
  }

  get passed(): Passed {
    return this.error === undefined ? { value: this.value } : { error: this.error };
  }

  /** Give what it brings, or throw it. */
  give(): unknown {
    if (this.error !== undefined) throw this.error;
    return this.value;
  }

  override toString(): string {
    return `<${this.name} to ${this.target}>`;
  }
}
