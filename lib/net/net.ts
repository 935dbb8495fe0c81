/**
 * What the namespace `net` holds: a world of several machines, for programs to run on.
 *
 * A program that runs on one machine, and talks to itself, needs none of it: `openConnection` and
 * `startServer` are asyncio's, and take place on localhost.
 *
 * Counterpart: none; Python programs run in a real world.
 */

import './stream/host-streams';

export type { Address } from './kernel/address';
export type { Endpoint } from './kernel/endpoint';
export { Host, type LocalAddress } from './kernel/host';
export { Link, type LinkOptions } from './kernel/link';
export type { Listener } from './kernel/listener';
export { getNetwork, Network, type NetworkOptions } from './kernel/network';
export type { Packet, PacketKind } from './kernel/packet';
export type { Answer, Responder } from './kernel/responder';
