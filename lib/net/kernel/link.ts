/**
 * Link: the way between two hosts; Wire: one of its two directions.
 *
 * A packet first waits until those before it are on the wire; it is on the wire after the time that the bandwidth
 * takes for its bytes; and arrives after the latency, and up to the jitter more:
 *
 *     sent        bytes / bandwidth        latency + jitter * random
 *      |--waits--|------------------------|-------------------------| arrives, or is lost
 *
 * All connections share the wire, in the order in which they send. Only data takes bandwidth, so
 * that 1000 bytes at 1000 bytes a second take a second. Packets of a connection never overtake
 * each other, though jitter would have it: a wire is no heap.
 *
 * Invariant: no random number is drawn where there is no loss, or no jitter.
 *
 * Counterpart: none; Linux's netem.
 */

import { ValueError } from '../../errors';
import { checkNumber } from '../../seconds';
import type { Agenda } from './agenda';
import type { Packet, PacketWay } from './packet';
import type { Random } from './random';

/** What a link is like. What is left out is as the network's other links are. */
export interface LinkOptions {
  /** How many seconds a packet is on its way; otherwise 0. */
  readonly latency?: number;
  /** How many bytes go over it in a second, in each direction; otherwise any number. */
  readonly bandwidth?: number;
  /** How many seconds more, at most, a packet may take, at random; otherwise 0. */
  readonly jitter?: number;
  /** With what probability a packet is lost; otherwise 0. */
  readonly loss?: number;
}

/** @throws ValueError when there can be no such link; TypeError when one of the options is no number. */
export function checkLink({ latency = 0, bandwidth = Infinity, jitter = 0, loss = 0 }: LinkOptions): void {
  checkDelay('latency', latency);
  checkDelay('jitter', jitter);
  checkNumber('bandwidth', bandwidth);
  checkNumber('loss', loss);
  if (!(bandwidth > 0)) throw new ValueError(`bandwidth must be above 0 bytes per second, got ${bandwidth}`);
  if (!(loss >= 0 && loss <= 1)) throw new ValueError(`loss must be a probability, from 0 to 1, got ${loss}`);
}

/** @throws ValueError when nothing can be that many seconds late; TypeError when `seconds` is no number. */
export function checkDelay(name: string, seconds: number): void {
  checkNumber(name, seconds);
  if (seconds >= 0 && seconds < Infinity) return;
  throw new ValueError(`${name} must be a finite number of seconds, not below 0, got ${seconds}`);
}

/** The way between two hosts: made by `network.link`, which can change it at any time. */
export class Link {
  readonly latency: number = 0;
  readonly bandwidth: number = Infinity;
  readonly jitter: number = 0;
  readonly loss: number = 0;

  /** @internal */
  constructor(options: LinkOptions) {
    this.set(options);
  }

  /**
   * Change what it is like, as far as `options` say; what is on its way is not concerned.
   *
   * @throws ValueError when there can be no such link.
   */
  set(options: LinkOptions): void {
    const { latency = this.latency, bandwidth = this.bandwidth, jitter = this.jitter, loss = this.loss } = options;
    checkLink({ latency, bandwidth, jitter, loss });
    Object.assign(this, { latency, bandwidth, jitter, loss });
  }
}

/** What a wire needs to know of its network. */
export interface WireNetwork {
  readonly agenda: Agenda;
  readonly random: Random;
}

/** One direction of a link. */
export class Wire implements PacketWay {
  /** When the last packet is on the wire, the whole of it. */
  private freeAt = 0;
  /** Since when there was always something to be put on it, how many bytes a second, and how many it was. */
  private busy = { since: 0, bandwidth: Infinity, bytes: 0 };

  constructor(
    readonly link: Link,
    private readonly network: WireNetwork,
    /** How many bytes a packet has at most. */
    readonly segmentSize: number,
    /** Whether nothing comes through now: a partition, or one of the hosts is down. */
    private readonly isCut: () => boolean,
  ) {}

  /** Send `packet` on its way. */
  carry(packet: Packet): void {
    const { agenda } = this.network;
    packet.departure = this.putOn(packet.data?.length ?? 0);
    packet.way = this;
    agenda.observer?.packetSent(packet);
    if (this.isCut() || this.isLost()) {
      this.lose(packet);
      return;
    }
    const arrival = packet.departure + this.link.latency + this.delay();
    packet.source.lastArrival = Math.max(arrival, packet.source.lastArrival);
    agenda.schedule(packet, packet.source.lastArrival);
  }

  /** Put `bytes` on the wire, as soon as it is free; give when that is done. Many times are not added up: sums are not exact. */
  private putOn(bytes: number): number {
    const { now } = this.network.agenda;
    const { bandwidth } = this.link;
    if (now >= this.freeAt || bandwidth !== this.busy.bandwidth) {
      this.busy = { since: Math.max(now, this.freeAt), bandwidth, bytes: 0 };
    }
    this.busy.bytes += bytes;
    this.freeAt = this.busy.since + this.busy.bytes / bandwidth;
    return this.freeAt;
  }

  private isLost(): boolean {
    const { loss } = this.link;
    return loss > 0 && this.network.random.next() < loss;
  }

  private delay(): number {
    const { jitter } = this.link;
    return jitter > 0 ? jitter * this.network.random.next() : 0;
  }

  deliver(packet: Packet): void {
    if (this.isCut() || !packet.target.takes(packet)) {
      this.lose(packet);
      return;
    }
    this.network.agenda.observer?.packetArrived(packet);
    packet.target.arrive(packet);
  }

  /** Lose `packet`; whoever has sent it will find that out. */
  private lose(packet: Packet): void {
    this.network.agenda.observer?.packetLost(packet);
    packet.source.lost(packet);
  }
}
