/**
 * Packet: what goes over a wire, from one end of a connection to the other.
 *
 *     client             server
 *       | ---- SYN ------> |   may I?
 *       | <--- SYN-ACK --- |   yes
 *       | ---- ACK ------> |   connected, both
 *       | ---- data -----> |
 *       | ---- FIN ------> |   that was all; the other way may go on
 *       | <--- RST ------- |   there is no such connection
 *
 * It is an occurrence: its arrival. Whoever is to have it has it then, or, should the way have been
 * cut meanwhile, nobody; the sender knows what no real one does, that it was lost, and only waits as long
 * as a real one would before it sends it again, as another packet. So the acknowledgements of TCP
 * need not be sent: an ACK is sent where it says more, to open a window that was closed.
 *
 * Counterpart: TCP segments (RFC 9293).
 */

import { repr, showAsString } from '../../repr';
import type { Address } from './address';
import { Occurrence } from './occurrence';

export type PacketKind = 'SYN' | 'SYN-ACK' | 'ACK' | 'data' | 'FIN' | 'RST';

/** Where packets are sent to. */
export interface PacketTarget {
  /** Whether there is room for a packet that has come here; otherwise it is lost. */
  takes(packet: Packet): boolean;
  /** Have a packet that was sent here. */
  arrive(packet: Packet): void;
}

/** Where packets are sent from; what is sent in answer goes there. */
export interface PacketSource extends PacketTarget {
  readonly local: Address;
  readonly remote: Address;
  /** When the last of the packets sent from here is to arrive: none overtakes another. */
  lastArrival: number;
  /** Take note that a packet that was sent from here is lost. */
  lost(packet: Packet): void;
}

/** What a packet goes over. */
export interface PacketWay {
  /** Have `packet` arrive, or be lost, at the end of its way. */
  deliver(packet: Packet): void;
}

/** What is in a packet besides its kind. */
export interface Segment {
  readonly data?: Uint8Array;
  /** How many bytes were sent before it. */
  readonly sequence?: number;
  /** How many bytes the other end may send, all in all: its window. */
  readonly limit?: number;
}

/** What a host sends to another. */
export class Packet extends Occurrence {
  readonly data: Uint8Array | undefined;
  /** @internal */
  readonly sequence: number;
  /** @internal */
  readonly limit: number;
  /** When it was on the wire, the whole of it; set by the wire. @internal */
  departure = 0;
  /** The wire that it is on. @internal */
  way: PacketWay | undefined = undefined;

  constructor(
    readonly kind: PacketKind,
    /** From where, as a host's name and a port: `client:49152`. */
    readonly from: string,
    /** Where to. */
    readonly to: string,
    /** @internal */
    readonly source: PacketSource,
    /** @internal */
    readonly target: PacketTarget,
    { data, sequence = 0, limit = 0 }: Segment = {},
    /** Whether it is sent once more, since it was lost. */
    readonly isRetransmission = false,
  ) {
    super();
    this.data = data;
    this.sequence = sequence;
    this.limit = limit;
  }

  /** Make the packet that is sent in place of this one, which was lost. */
  again(): Packet {
    return new Packet(this.kind, this.from, this.to, this.source, this.target, this, true);
  }

  get callback(): (packet: Packet) => void {
    return deliver;
  }

  happen(): void {
    this.way?.deliver(this);
  }

  override toString(): string {
    const { kind, from, to, data } = this;
    return `<Packet ${kind} ${from} -> ${to}${data === undefined ? '' : ` ${repr(data)}`}>`;
  }
}
showAsString(Packet);

/** What the loop calls: its name is what a trace shows. */
function deliver(packet: Packet): void {
  packet.occur();
}
