/**
 * Listener: what waits for connections, at an address of a host.
 *
 * A connection that is there waits until the program accepts it. When more wait than the backlog
 * allows, the kernel takes no more, as if their first packet had been lost: so they try again, a second
 * later, and then less and less often. Here that needs time to pass as well: a program that accepts within the
 * instant has been quick enough, however many come at once.
 *
 * Counterpart: a listening socket.
 */

import { Deque } from '../../deque';
import { showAsString } from '../../repr';
import type { Address } from './address';
import type { Agenda } from './agenda';
import type { Endpoint } from './endpoint';

/** What waits for connections. Made by `host.listen`. */
export class Listener {
  /** Told when there may be a connection to accept. */
  onChange: (() => void) | undefined = undefined;
  private readonly waiting = new Deque<Endpoint>();
  private fullSince = Infinity;
  private isClosed = false;

  /** @internal */
  constructor(
    private readonly agenda: Agenda,
    readonly local: Address,
    private readonly backlog: number,
    private readonly release: (listener: Listener) => void,
  ) {}

  /** Whether there is a connection to accept. */
  isReadable(): boolean {
    return this.waiting.length > 0;
  }

  /** False: there is nothing to write to. */
  isWritable(): boolean {
    return false;
  }

  /** Give this end of the connection that has waited longest; undefined where none waits. */
  accept(): Endpoint | undefined {
    this.agenda.begin();
    const endpoint = this.waiting.shift();
    if (this.waiting.length <= this.backlog) this.fullSince = Infinity;
    return endpoint;
  }

  /** Whether it takes no more connections for now. @internal */
  isFull(): boolean {
    return this.agenda.now > this.fullSince;
  }

  /** Let a connection wait to be accepted. @internal */
  add(endpoint: Endpoint): void {
    if (this.isClosed) {
      endpoint.abort();
      return;
    }
    this.waiting.push(endpoint);
    if (this.waiting.length === this.backlog + 1) this.fullSince = this.agenda.now;
    this.agenda.tell(this);
  }

  /** Listen no more. The connections that were not accepted are reset. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.agenda.begin();
    this.release(this);
    for (const endpoint of this.waiting) endpoint.abort();
    this.waiting.clear();
    this.agenda.settle();
  }

  toString(): string {
    const { host, port } = this.local;
    return `<Listener ${host}:${port}${this.isClosed ? ' closed' : ''}>`;
  }
}
showAsString(Listener);
