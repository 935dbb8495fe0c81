/**
 * SocketBytes: what a connected socket does with bytes: it receives and sends them.
 *
 * Each call tries, and waits only where that gave nothing. So what has come is there at once,
 * and `send` sends what there is room for; to send all is to do so until nothing is left.
 *
 * Counterpart: the calls recv, send, sendall and shutdown of socketmodule.c.
 */

import type { Endpoint } from '../net/kernel/endpoint';
import { SHUT_RD, SHUT_WR, type ShutdownHow } from './socket-arguments';
import type { SocketCalls } from './socket-calls';
import type { Steps } from './waiting';

const NONE = new Uint8Array(0);

export class SocketBytes {
  private isReadShut = false;

  constructor(
    readonly endpoint: Endpoint,
    private readonly calls: SocketCalls,
  ) {
    endpoint.onChange = () => calls.tell();
  }

  /** Give what has come, up to `size` bytes; none at the end. */
  receive(size: number): Steps<Uint8Array> {
    const { endpoint } = this;
    const receive = (): Uint8Array | undefined => endpoint.receive(size) ?? (this.isReadShut ? NONE : undefined);
    return this.calls.attempt({ call: 'recv', side: this.calls.reading }, receive);
  }

  /** Send some of `data`, for the call named so; give how many bytes that was. */
  send(call: string, data: Uint8Array, deadline?: number): Steps<number> {
    const send = (): number | undefined => this.endpoint.send(data) || (data.length === 0 ? 0 : undefined);
    return this.calls.attempt({ call, side: this.calls.writing, deadline }, send);
  }

  /** Send all of `data`, in the time that there is for one call. */
  *sendAll(data: Uint8Array): Steps<void> {
    const deadline = this.calls.deadline();
    let rest = data;
    do rest = rest.subarray(yield* this.send('sendall', rest, deadline));
    while (rest.length > 0);
  }

  /** Send no more, or read no more: who waits to read does so in vain. */
  shutdown(how: ShutdownHow): void {
    if (how !== SHUT_RD) this.endpoint.shutdownWrite();
    if (how === SHUT_WR) return;
    this.isReadShut = true;
    this.calls.cancel(this.calls.reading);
  }
}
