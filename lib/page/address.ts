/**
 * Address: what the page's address says of where one is.
 *
 * Browsers refuse to have it changed all the time: what is written soon after the last time
 * waits for a moment, and the latest counts.
 */

import { hashOf, readHash, type Whereabouts } from './whereabouts';

/** How long a change waits after the last one, in milliseconds. */
const PAUSE = 400;

export class Address {
  private pending: Whereabouts | undefined = undefined;
  private isPausing = false;
  /** What it was when it was last read or written here. */
  private known = location.hash;

  /** `followed` is told when the address has changed otherwise: by a link, by "back", by hand. */
  constructor(private readonly followed: () => void) {
    addEventListener('hashchange', () => {
      this.pending = undefined;
      this.followed();
    });
  }

  read(): Whereabouts {
    this.known = location.hash;
    return readHash(location.hash);
  }

  /** Have the address say this, without another entry in the browser's history. */
  write(whereabouts: Whereabouts): void {
    this.pending = whereabouts;
    if (!this.isPausing) this.flush();
  }

  private flush(): void {
    // Where a link has just been followed, `followed` is about to be told.
    this.isPausing = this.pending !== undefined && location.hash === this.known;
    if (this.pending === undefined || !this.isPausing) return;
    history.replaceState(history.state, '', hashOf(this.pending));
    this.known = location.hash;
    this.pending = undefined;
    setTimeout(() => this.flush(), PAUSE);
  }
}
