/**
 * Connection: one end of a TCP connection, as its kernel has it: what it does by itself.
 *
 *     connecting --answered--> open --the program closes--> closed
 *         |                     |
 *         +------- error -------+--> failed --the program closes--> closed
 *
 * The two directions end on their own, each by a FIN. Closed, this end still sends what it has; to
 * data that comes nevertheless it answers that there is no such connection (RST).
 *
 * Invariant: once `isOver`, nothing is sent any more but an RST in answer.
 *
 * Counterpart: Linux's tcp_input.c and tcp.c. What the program does with it: endpoint.ts.
 */

import type { OSError } from '../../errors';
import type { Address } from './address';
import type { Agenda } from './agenda';
import { ArpTimeout } from './arp-timeout';
import { Incoming } from './incoming';
import type { Wire } from './link';
import { type ErrorNumber, osError } from './os-error';
import { type Line, Outgoing } from './outgoing';
import { Packet, type PacketKind, type PacketSource, type PacketTarget, type Segment } from './packet';
import { Retransmission, type Retransmitter } from './retransmission';

/** What a connection needs of its host. */
export interface ConnectionHost {
  readonly agenda: Agenda;
  /** Give the wire to an address; undefined where no host has it, or that is down. */
  wireTo(address: Address): Wire | undefined;
  /** Name the host of an address, and the port: `server:8888`. */
  label(address: Address): string;
  /** Take note that the port of `connection` is free again. */
  release(connection: Connection): void;
}

export type ConnectionState = 'connecting' | 'open' | 'failed' | 'closed';

/** How often a packet is sent again, in each state: Linux's tcp_syn_retries, tcp_retries2, tcp_orphan_retries. */
const RETRIES = { connecting: 6, open: 15, failed: 0, closed: 8 };

/** Why there is a server's end of a connection. */
export interface ConnectionRequest {
  readonly packet: Packet;
  /** Called when the connection is there. */
  accept(): void;
}

/** One end of a connection, without the program's hands on it. */
export class Connection implements PacketSource, Line, Retransmitter {
  state: ConnectionState = 'connecting';
  /** Why the connection failed; undefined where it did not, or after the other end had closed it. */
  error: OSError | undefined = undefined;
  /**
   * Told whenever there may be something to read, or room to write, the end and errors included. That may be within a
   * call of this very end: so it is to take note, or to schedule what is to be done, and not to do it.
   */
  onChange: (() => void) | undefined = undefined;
  /** @internal */
  lastArrival = 0;
  protected readonly agenda: Agenda;
  protected readonly incoming = new Incoming();
  protected readonly outgoing = new Outgoing(this);
  /** Whether there is nothing any more that could be sent or come. */
  private isOver = false;
  private readonly retransmission: Retransmission;
  private wire: Wire | undefined = undefined;
  private begunAt = 0;
  private readonly from: string;
  private readonly to: string;

  /**
   * @param peer who is to have what is sent; of a client, who takes the first packet.
   * @param request for a server's end: the packet that it answers, and what to call when the connection is there.
   * @internal
   */
  constructor(
    protected readonly host: ConnectionHost,
    readonly local: Address,
    readonly remote: Address,
    private peer: PacketTarget,
    private readonly request?: ConnectionRequest,
  ) {
    this.agenda = host.agenda;
    this.retransmission = new Retransmission(this.agenda, this);
    this.from = host.label(local);
    this.to = host.label(remote);
  }

  /** Send the first packet, once it is known where to. @internal */
  begin(): void {
    this.wire = this.host.wireTo(this.remote);
    if (this.wire === undefined) {
      new ArpTimeout(this.arpExpired.bind(this)).start(this.agenda);
      return;
    }
    this.begunAt = this.agenda.now;
    this.transmit(this.request === undefined ? 'SYN' : 'SYN-ACK');
  }

  private arpExpired(): void {
    if (this.state !== 'connecting') return;
    if (this.host.wireTo(this.remote) === undefined) this.fail('EHOSTUNREACH');
    else this.begin();
  }

  // ----- What comes

  /** @internal */
  takes(): boolean {
    return true;
  }

  /** @internal */
  arrive(packet: Packet): void {
    if (packet.kind === 'RST') this.wasReset();
    else if (this.isOver || (this.state === 'closed' && packet.kind !== 'FIN' && packet.kind !== 'ACK')) {
      this.peer = packet.source;
      this.reset();
    } else this.take(packet);
  }

  private take(packet: Packet): void {
    if (this.state === 'connecting') this.established(packet);
    if (packet.kind === 'data' || packet.kind === 'FIN') {
      if (this.incoming.arrive(packet)) this.agenda.tell(this);
    } else this.acknowledged(packet);
    // Whoever has sent it again waits to hear that it came through.
    if (packet.isRetransmission && packet.kind !== 'SYN-ACK') this.transmit('ACK');
  }

  /** The other end has answered, or, to a server, has taken the answer. */
  private established(packet: Packet): void {
    this.state = 'open';
    this.peer = packet.source;
    if (!this.retransmission.isStalled()) this.retransmission.setRoundTrip(this.agenda.now - this.begunAt);
    if (this.request === undefined) this.transmit('ACK');
    else this.request.accept();
    this.agenda.tell(this);
  }

  private acknowledged(packet: Packet): void {
    const hadRoom = this.outgoing.hasRoom();
    this.retransmission.heard();
    this.outgoing.raiseLimit(packet.limit);
    this.outgoing.flush();
    if (!hadRoom && this.outgoing.hasRoom()) this.agenda.tell(this);
  }

  private wasReset(): void {
    if (this.isOver) return;
    if (this.state === 'connecting') this.fail('ECONNREFUSED');
    else this.fail(this.incoming.hasEnded() ? undefined : 'ECONNRESET');
  }

  /** The connection is lost, whatever the program may think of it. */
  private fail(reason: ErrorNumber | undefined): void {
    this.end();
    if (this.state === 'closed') return;
    this.state = 'failed';
    this.error = reason && osError(reason);
    this.agenda.tell(this);
  }

  protected end(): void {
    this.isOver = true;
    this.retransmission.stop();
    this.outgoing.drop();
    this.host.release(this);
  }

  // ----- What goes

  /** @internal */
  segmentSize(): number {
    return (this.wire as Wire).segmentSize;
  }

  /** Whether data may be sent: not before the connection is there, nor while it is doubtful whether it still is. @internal */
  canSend(): boolean {
    return !this.isOver && this.state !== 'connecting' && !this.retransmission.isStalled();
  }

  /** @internal */
  transmit(kind: PacketKind, segment: Segment = { limit: this.incoming.limit }): void {
    this.carry(new Packet(kind, this.from, this.to, this, this.peer, segment));
  }

  /** @internal */
  carry(packet: Packet): void {
    this.wire?.carry(packet);
  }

  /** Give up the connection, and tell the other end. */
  protected reset(): void {
    this.transmit('RST', {});
    this.end();
  }

  // ----- What is lost

  /** @internal */
  lost(packet: Packet): void {
    if (packet.kind === 'SYN-ACK') this.forget();
    else if (packet.kind !== 'RST') this.retransmission.lost(packet);
  }

  /** Of a request that was not answered the server knows nothing: it is for the client to ask again. */
  private forget(): void {
    const request = this.request as ConnectionRequest;
    this.end();
    request.packet.source.lost(request.packet);
  }

  /** @internal */
  maxRetries(): number {
    return RETRIES[this.state];
  }

  /** @internal */
  giveUp(): void {
    this.fail(this.host.wireTo(this.remote) === undefined ? 'EHOSTUNREACH' : 'ETIMEDOUT');
  }
}
