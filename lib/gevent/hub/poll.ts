/**
 * Poll: the moment at which the hub looks which sockets are ready, and switches to who waits there.
 *
 * That is after all callbacks have run, and all timers that are due. Those that became ready last
 * are switched to first: libev puts what it finds on a pile, and takes it from the top.
 *
 * Counterpart: ev_run of libev, epoll_poll and ev_invoke_pending.
 */

import type { Work } from './callback';
import type { Hub } from './hub';
import type { Waiter } from './waiter';

export class Poll {
  /** Who is to be switched to, in the order in which they became ready. */
  private readonly ready = new Set<Waiter<void>>();

  constructor(private readonly hub: Hub) {}

  /** Switch to `waiter` when the time has come. */
  add(waiter: Waiter<void>): void {
    this.ready.add(waiter);
    if (this.ready.size === 1) this.hub.callLater(0, 'poll', () => this.switchToAll(), { last: true });
  }

  private *switchToAll(): Work {
    const waiters = [...this.ready].reverse();
    this.ready.clear();
    for (const waiter of waiters) {
      const move = waiter.switch();
      if (move !== undefined) yield move;
    }
  }
}

const polls = new WeakMap<Hub, Poll>();

/** Give the one of a hub. */
export function pollOf(hub: Hub): Poll {
  const poll = polls.get(hub) ?? new Poll(hub);
  polls.set(hub, poll);
  return poll;
}
