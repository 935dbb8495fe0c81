/**
 * What became of a packet, in words: `client:49152 sent 6 bytes to server:80`, and what they were.
 *
 * Counterpart: a line of tcpdump.
 */

import type { PacketEvent } from '../event/packet-event';
import type { Clauses } from './clauses';
import { shownText } from './wording';

/** Tell of a packet, for a sentence: what happened, and what was in it. */
export function packetClauses(event: PacketEvent): Clauses {
  const { what, from, to } = event;
  const load = loadOf(event);
  const data = dataOf(event);
  switch (what) {
    case 'sent':
      return [`${from} sent ${load} to ${to}`, data];
    case 'arrived':
      return [`${load} from ${from} arrived at ${to}`, data];
    case 'lost':
      return [`${load} from ${from} to ${to} ${event.size > 1 ? 'were' : 'was'} lost`, data];
  }
}

/** Tell of a packet as it happens: `client:49152 sends 6 bytes to server:80: b'hello\n'`. */
export function packetText(event: PacketEvent): string {
  const { what, from, to, size } = event;
  const load = loadOf(event);
  const data = dataOf(event);
  const many = size > 1;
  switch (what) {
    case 'sent':
      return `${from} sends ${load} to ${to}${data}`;
    case 'arrived':
      return `${load} from ${from} ${many ? 'arrive' : 'arrives'} at ${to}${data}`;
    case 'lost':
      return `${load} from ${from} to ${to} ${many ? 'are' : 'is'} lost${data}`;
  }
}

/** Name what is in a packet: `6 bytes`, `SYN`. */
function loadOf({ kind, size }: PacketEvent): string {
  if (size === 0) return kind;
  return `${size === 1 ? '1 byte' : `${size} bytes`}${kind === 'data' ? '' : ` and ${kind}`}`;
}

function dataOf({ text }: PacketEvent): string {
  return text === undefined || text === '' ? '' : `: ${shownText(text)}`;
}
