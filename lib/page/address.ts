/**
 * Address: what the page's address says of where one is.
 *
 * It says so at once; but browsers refuse to have it changed all the time, as by a key that is
 * held. So after many changes the next ones wait for a moment, and the latest counts.
 *
 * That it was changed otherwise is told by `popstate`, while that happens. Rejected: `hashchange`
 * comes later, so that a key pressed meanwhile would count from where one was before.
 */

import { hashOf, readHash, type Whereabouts } from './whereabouts';

/** So many changes are made at once, and then one in so many milliseconds. Safari refuses more than 100 in 30 seconds. */
const MANY = 20;
const PAUSE = 400;

export class Address {
  private pending: Whereabouts | undefined = undefined;
  /** How many changes count as made just now. */
  private recent = 0;

  /** `followed` is told when the address has changed otherwise: by a link, by "back", by hand. */
  constructor(followed: () => void) {
    addEventListener('popstate', () => {
      this.pending = undefined;
      followed();
    });
  }

  read(): Whereabouts {
    return readHash(location.hash);
  }

  /** Have the address say this, without another entry in the browser's history. */
  write(whereabouts: Whereabouts): void {
    this.pending = whereabouts;
    this.flush();
  }

  private flush(): void {
    if (this.pending === undefined || this.recent === MANY) return;
    history.replaceState(history.state, '', hashOf(this.pending));
    this.pending = undefined;
    this.recent += 1;
    setTimeout(() => this.recover(), PAUSE * this.recent);
  }

  private recover(): void {
    this.recent -= 1;
    this.flush();
  }
}
