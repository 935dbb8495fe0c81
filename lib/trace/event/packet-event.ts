/**
 * The event of a trace that is about the network: a packet was sent, has arrived, or was lost.
 *
 * Packets are numbered from 1, in the order in which they were sent. That one has arrived is
 * caused by its having been sent, however long ago that was, and whatever happened meanwhile.
 *
 * Counterpart: a line of tcpdump.
 */

import type { EventBase } from './event-base';

/** What became of a packet. */
export type PacketFate = 'sent' | 'arrived' | 'lost';

/** A packet was sent, has arrived, or was lost on its way. */
export interface PacketEvent extends EventBase {
  readonly type: 'packet';
  readonly packet: number;
  readonly what: PacketFate;
  /** What it is for: `SYN`, `data`, `FIN`. */
  readonly kind: string;
  /** From where to where it goes, each a host and a port: `client:49152`. */
  readonly from: string;
  readonly to: string;
  /** How many bytes of data are in it, and the first of them, as Python shows bytes. */
  readonly size: number;
  readonly text?: string;
}
