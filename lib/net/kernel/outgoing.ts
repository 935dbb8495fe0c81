/**
 * Outgoing: the bytes that one end of a connection sends, from when the program hands them over
 * until they are on the wire.
 *
 *     program --accept--> buffer --flush, in segments--> wire
 *
 * Invariant: no byte is sent that the other end has no room for: `sent` never goes above `limit`,
 * which it raises as its program reads. So one who does not read holds up one who writes: first
 * the other end's buffer is full, then this one, and then nothing is accepted any more.
 *
 * Counterpart: the send buffer and window of a TCP socket (tcp_output.c). Congestion control is left out.
 */

import { ByteBuffer } from '../byte-buffer';
import type { PacketKind, Segment } from './packet';

/** How many bytes are kept for a program that has not read them (Linux's tcp_rmem). */
export const RECEIVE_BUFFER = 131_072;

/** How many bytes are kept that could not be sent yet. */
export const SEND_BUFFER = 65_536;

/** What the bytes are sent through. */
export interface Line {
  /** How many bytes a packet has at most. */
  segmentSize(): number;
  /** Whether anything can be sent now. */
  canSend(): boolean;
  transmit(kind: PacketKind, segment: Segment): void;
}

export class Outgoing {
  private readonly buffer = new ByteBuffer();
  private sent = 0;
  private limit = RECEIVE_BUFFER;
  private fin: 'not yet' | 'wanted' | 'sent' = 'not yet';

  constructor(private readonly line: Line) {}

  /** Whether it is worth the trouble to write: as on Linux, where a third of the buffer is free. */
  hasRoom(): boolean {
    return this.buffer.length <= (2 / 3) * SEND_BUFFER;
  }

  /** Whether nothing more may be written. */
  isShut(): boolean {
    return this.fin !== 'not yet';
  }

  /** Take a copy of as much of `data` as there is room for; give how many bytes that is. */
  accept(data: Uint8Array): number {
    let taken = 0;
    for (let room = this.room(); room > 0 && taken < data.length; room = this.room()) {
      const piece = data.subarray(taken, taken + room);
      taken += piece.length;
      this.buffer.append(piece);
      this.flush();
    }
    return taken;
  }

  private room(): number {
    return SEND_BUFFER - this.buffer.length;
  }

  /** Say that this was all, once all is sent. */
  finish(): void {
    if (this.fin === 'not yet') this.fin = 'wanted';
    this.flush();
  }

  /** Take note that the other end has room for `limit` bytes, all in all. */
  raiseLimit(limit: number): void {
    this.limit = Math.max(limit, this.limit);
  }

  /** Send what can be sent. */
  flush(): void {
    while (this.buffer.length > 0 && this.sent < this.limit && this.line.canSend()) {
      const data = this.buffer.take(Math.min(this.line.segmentSize(), this.limit - this.sent));
      this.line.transmit('data', { data, sequence: this.sent });
      this.sent += data.length;
    }
    if (this.fin !== 'wanted' || this.buffer.length > 0 || !this.line.canSend()) return;
    this.fin = 'sent';
    this.line.transmit('FIN', { sequence: this.sent });
  }

  /** Forget all: nobody wants it. */
  drop(): void {
    this.buffer.clear();
    this.fin = 'sent';
  }
}
