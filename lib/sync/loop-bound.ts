/**
 * LoopBound: what belongs to one loop, from the first time that somebody has to wait for it.
 *
 * A lock that nobody ever waits for can be made anywhere, and used under any loop. The
 * futures that waiters are parked on are another matter: another loop could not wake them.
 *
 * One may be part of another, as its condition is of a barrier. To whoever looks on, that is
 * the whole's own affair: waiters are the whole's, and of the part nothing is told.
 *
 * Counterpart: asyncio.mixins._LoopBoundMixin.
 */

import { RuntimeError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import type { Future } from '../future/future';
import type { Observer } from '../future/observer';
import { getRunningLoop, peekRunningLoop } from '../future/running-loop';
import { createWaiter } from '../future/waiter';
import { showAsString } from '../repr';

/** What waiters are parked on, and so belongs to a loop. */
export abstract class LoopBound {
  private loop: AbstractEventLoop | undefined = undefined;
  /** The loop to whose observer something was to be told last. */
  private seenOn: AbstractEventLoop | undefined = undefined;
  /** What this is a part of; otherwise it is whole itself. */
  private whole: LoopBound = this;

  /** Make a future to park a waiter on. @throws RuntimeError when an earlier one was of another loop. */
  protected createWaiter(): Future<void> {
    const loop = getRunningLoop();
    this.loop ??= loop;
    if (this.loop !== loop) throw new RuntimeError(`${this} is bound to a different event loop`);
    const waiter = createWaiter(loop, this.whole);
    loop.observer?.waiterCreated(this.whole, waiter);
    return waiter;
  }

  /** Make this a part of `whole`. @internal */
  becomePartOf(whole: LoopBound): void {
    this.whole = whole;
  }

  /** Give who is to be told of what happens to this, if anybody is; while no loop runs, of the loop that used it last. */
  protected peekObserver(): Observer | undefined {
    if (this.whole !== this) return undefined;
    this.seenOn = this.loop ?? peekRunningLoop() ?? this.seenOn;
    return this.seenOn?.observer;
  }
}
showAsString(LoopBound);
