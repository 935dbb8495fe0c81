/**
 * Side: one side of a socket, the reading or the writing one, for who waits until it is ready.
 *
 * A kernel's endpoint tells one listener, that something may have changed. Each side has one who
 * waits there at most, as two who read from one socket would tear apart what comes; so there may
 * be two at a socket, one to read and one to write.
 *
 * Counterpart: the read event and the write event of gevent's sockets.
 */

import type { Source, SourceWaiter } from './waiting';

/** The outside, as far as it passes the time. */
export interface Outside {
  time(): number;
  pump(until: number): boolean;
}

export class Side implements Source {
  waiter: SourceWaiter | undefined = undefined;

  constructor(
    readonly owner: object,
    private readonly outside: Outside,
    readonly isReady: () => boolean,
  ) {}

  setWaiter(waiter: SourceWaiter | undefined): void {
    this.waiter = waiter;
  }

  time(): number {
    return this.outside.time();
  }

  pump(until: number): boolean {
    return this.outside.pump(until);
  }
}
