/**
 * PacketRecorder: says in a trace's words which packets are sent, and what becomes of them.
 *
 * What is in a packet is shown as any value is, cut where it is long: a trace is to be read, not
 * to be played back.
 *
 * Counterpart: tcpdump.
 */

import type { PacketEvent, PacketFate } from '../event/packet-event';
import type { EventLog, Writer } from './event-log';
import { shownQuietly } from './shown';

/** What goes over the wire. */
export interface Packet {
  readonly kind: string;
  /** A host and a port: `client:49152`. */
  readonly from: string;
  readonly to: string;
  readonly data?: Uint8Array;
}

export class PacketRecorder {
  /** The events by which those were sent that are under way. */
  private readonly sendings = new WeakMap<Packet, number>();

  constructor(
    private readonly log: EventLog,
    private readonly writer: Writer,
  ) {}

  /** A packet is on the wire now, */
  sent(packet: Packet): void {
    this.sendings.set(packet, this.writer.write(this.look('sent', packet)));
  }

  /** and has come to its end. */
  came(what: 'arrived' | 'lost', packet: Packet): void {
    this.writer.write(this.look(what, packet), this.sendings.get(packet) ?? 0);
  }

  /** Give the event by which `thing` was sent, if it is a packet. */
  sendingOf(thing: unknown): number | undefined {
    return this.sendings.get(thing as Packet);
  }

  private look(what: PacketFate, packet: Packet): Omit<PacketEvent, 'n' | 'time' | 'cause' | 'loop'> {
    const { kind, from, to, data } = packet;
    const [size, text] = data === undefined ? [0, undefined] : [data.length, shownQuietly(data)];
    return { type: 'packet', packet: this.log.packets.of(packet), what, kind, from, to, size, text };
  }
}
