/**
 * Incoming: the bytes that have come to one end of a connection, until the program reads them.
 *
 *     wire --arrive, put in order--> buffer --take--> program
 *
 * What comes before its turn, since a packet before it was lost, is kept until that has come: so
 * one lost packet holds up all those behind it, though they are here. When the program has
 * read half of what there is room for since the other end was last told of the room, it is time to tell it again.
 *
 * Counterpart: the receive buffer and out-of-order queue of a TCP socket (tcp_input.c).
 */

import { ByteBuffer } from '../byte-buffer';
import { RECEIVE_BUFFER } from './outgoing';
import type { Packet } from './packet';

export class Incoming {
  private readonly buffer = new ByteBuffer();
  /** How many bytes have come, in order. */
  private expected = 0;
  /** What has come before its turn, by its place; made only when needed. */
  private early: Map<number, Packet> | undefined = undefined;
  private ended = false;
  private read = 0;
  /** How many bytes the other end may send, all in all: what it was told, or is told next. */
  limit = RECEIVE_BUFFER;

  /** How many bytes can be read. */
  get length(): number {
    return this.buffer.length;
  }

  /** Whether all has come that will come. */
  hasEnded(): boolean {
    return this.ended;
  }

  /** Take in a packet of data, or the end. Gives whether there is more to read now. */
  arrive(packet: Packet): boolean {
    if (packet.sequence !== this.expected) {
      this.early ??= new Map();
      this.early.set(packet.sequence, packet);
      return false;
    }
    for (let next: Packet | undefined = packet; next !== undefined; next = this.takeEarly()) this.append(next);
    return true;
  }

  private append({ kind, data }: Packet): void {
    if (kind === 'FIN') this.ended = true;
    if (data === undefined) return;
    this.buffer.append(data);
    this.expected += data.length;
  }

  private takeEarly(): Packet | undefined {
    const packet = this.early?.get(this.expected);
    this.early?.delete(this.expected);
    return packet;
  }

  /** Take up to `count` bytes from the front. */
  take(count: number): Uint8Array {
    const data = this.buffer.take(count);
    this.read += data.length;
    return data;
  }

  /** Raise the limit by what was read, if the other end is to be told. */
  raiseLimit(): boolean {
    const limit = this.read + RECEIVE_BUFFER;
    if (this.ended || limit - this.limit < RECEIVE_BUFFER / 2) return false;
    this.limit = limit;
    return true;
  }
}
