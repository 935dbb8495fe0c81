/**
 * FlowControlMixin: lets whoever writes wait until the transport has sent enough.
 *
 * The transport says when too much is kept to be sent, and when no more than a little is
 * left. In between, those who drain wait, each by a future; the end of the connection wakes
 * them as well, by its error if it has one.
 *
 * Counterpart: asyncio.streams.FlowControlMixin.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { AssertionError } from '../../errors';
import type { Future } from '../../future/future';
import { createWaiter, releaseWaiter } from '../../future/waiter';
import { getEventLoop } from '../../loop/current-loop';
import type { EventLoop } from '../../loop/event-loop';
import { ConnectionResetError } from '../kernel/os-error';
import { Protocol } from './protocol';

export class FlowControlMixin extends Protocol {
  protected readonly loop: EventLoop;
  private paused = false;
  private isLost = false;
  private readonly drainWaiters = new Set<Future<void>>();

  /** @param loop otherwise the one that `getEventLoop` gives. */
  constructor(loop?: EventLoop) {
    super();
    this.loop = loop ?? getEventLoop();
  }

  override pauseWriting(): void {
    if (this.paused) throw new AssertionError();
    this.paused = true;
  }

  override resumeWriting(): void {
    if (!this.paused) throw new AssertionError();
    this.paused = false;
    for (const waiter of this.drainWaiters) releaseWaiter(waiter);
  }

  override connectionLost(error: Error | undefined): void {
    this.isLost = true;
    if (!this.paused) return;
    for (const waiter of this.drainWaiters) {
      if (error === undefined) releaseWaiter(waiter);
      else if (!waiter.done()) waiter.setException(error);
    }
  }

  /** Wait while writing is paused, for `writer`. @throws ConnectionResetError when the connection was lost before. @internal */
  *drainHelper(writer: object = this): Generator<Yielded, void, unknown> {
    if (this.isLost) throw new ConnectionResetError('Connection lost');
    if (!this.paused) return;
    const waiter = createWaiter(this.loop, writer);
    this.loop.observer?.waiterCreated(writer, waiter);
    this.drainWaiters.add(waiter);
    try {
      yield* waiter;
    } finally {
      this.drainWaiters.delete(waiter);
    }
  }
}
