/**
 * ArpTimeout: how long it takes to find out that a host is not there.
 *
 * Before a host sends the first packet to another, it asks who has that address. Nobody answers: it asks
 * again, and then once more, a second apart. Should the host have come up meanwhile, all is well.
 *
 * Counterpart: Linux's neighbour table (arp.c), and its mcast_solicit and retrans_time_ms.
 */

import type { Agenda } from './agenda';
import { Occurrence } from './occurrence';

/** How many seconds are waited for an answer, all in all. */
const ARP_TIMEOUT = 3;

export class ArpTimeout extends Occurrence {
  /** @param expired called when nobody has answered. */
  constructor(private readonly expired: () => void) {
    super();
  }

  /** Begin to wait. */
  start(agenda: Agenda): void {
    agenda.schedule(this, agenda.now + ARP_TIMEOUT);
  }

  get callback(): (timer: ArpTimeout) => void {
    return arpTimeout;
  }

  happen(): void {
    this.expired();
  }
}

/** What the loop calls: its name is what a trace shows. */
function arpTimeout(timer: ArpTimeout): void {
  timer.occur();
}
