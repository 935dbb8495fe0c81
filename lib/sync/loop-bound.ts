/**
 * LoopBound: what belongs to one loop, from the first time that somebody has to wait for it.
 *
 * A lock that nobody ever waits for can be made anywhere, and used under any loop. The
 * futures that waiters are parked on are another matter: another loop could not wake them.
 *
 * Counterpart: asyncio.mixins._LoopBoundMixin.
 */

import { RuntimeError } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import type { Future } from '../future/future';
import { getRunningLoop } from '../future/running-loop';
import { createWaiter } from '../future/waiter';
import { showAsString } from '../repr';

/** What waiters are parked on, and so belongs to a loop. */
export abstract class LoopBound {
  private loop: AbstractEventLoop | undefined = undefined;

  /** Make a future to park a waiter on. @throws RuntimeError when an earlier one was of another loop. */
  protected createWaiter(): Future<void> {
    const loop = getRunningLoop();
    this.loop ??= loop;
    if (this.loop !== loop) throw new RuntimeError(`${this} is bound to a different event loop`);
    return createWaiter(loop, this);
  }
}
showAsString(LoopBound);
