/**
 * Host: a machine on a network, with a name, an address, ports, and ways to the others.
 *
 * Each knows itself as localhost, at an address that leads nowhere else: what listens there is
 * for programs of that host alone. All others are known by their names.
 *
 * Counterpart: the machine below Python's socket module: bind, listen, connect, getaddrinfo.
 */

import { showAsString } from '../../repr';
import { type Address, ANY, checkPort, isIp, LOOPBACK } from './address';
import type { Agenda } from './agenda';
import type { Connection, ConnectionHost } from './connection';
import { Endpoint } from './endpoint';
import type { Wire } from './link';
import { Listener } from './listener';
import { osError, unknownName } from './os-error';
import { Packet, type PacketTarget } from './packet';
import { Ports } from './ports';
import { type Responder, serve } from './responder';

/** What a host needs of its network. */
export interface HostNetwork {
  readonly agenda: Agenda;
  /** Give the host that has an IP address. */
  hostAt(address: string): Host | undefined;
  /** Give the IP address of the host of a name. */
  addressOf(name: string): string | undefined;
  /** Give the wire from one host to another, or to itself. */
  wire(from: Host, to: Host): Wire;
}

/** From where to connect; what is left out is for the kernel to choose. */
export interface LocalAddress {
  readonly host?: string;
  readonly port?: number;
}

/** How many connections wait to be accepted, where nobody says (asyncio's number). */
const BACKLOG = 100;

/** A machine. Made by `network.addHost`. */
export class Host implements ConnectionHost, PacketTarget {
  /** @internal */
  readonly agenda: Agenda;
  private readonly ports = new Ports();
  private isOff = false;

  /** @internal */
  constructor(
    private readonly network: HostNetwork,
    readonly name: string,
    /** The IP address by which others reach it. */
    readonly address: string,
  ) {
    this.agenda = network.agenda;
  }

  /**
   * Give the IP address that `name` stands for here; none is this host itself.
   *
   * @throws GaiError when no host has that name; TypeError when it is none.
   */
  resolve(name: string | null | undefined): string {
    if (name === undefined || name === null || name === 'localhost') return LOOPBACK;
    if (typeof name !== 'string') throw new TypeError('getaddrinfo() argument 1 must be string or None');
    const address = isIp(name) ? name : this.network.addressOf(name);
    if (address === undefined) throw unknownName();
    return address;
  }

  /**
   * Connect to a port of a host, and give this end of the connection, which is not there yet: that takes a
   * round trip. Until then it is neither readable nor writable.
   *
   * @param from otherwise, any port that is free.
   * @throws GaiError when there is no such host; OverflowError when the port is out of range; OSError when it
   *   cannot be tried: no port is free, or this host is down.
   */
  connect(host: string | null | undefined, port: number, from: LocalAddress = {}): Endpoint {
    checkPort('connect', port);
    const remote = { host: destination(this.resolve(host)), port };
    const local = this.takeAddress(from, remote);
    const door = this.network.hostAt(remote.host) ?? this;
    const endpoint = new Endpoint(this, local, remote, this.isOwn(remote.host) ? this : door);
    this.agenda.begin();
    endpoint.begin();
    this.agenda.settle();
    return endpoint;
  }

  private takeAddress({ host, port = 0 }: LocalAddress, remote: Address): Address {
    checkPort('bind', port);
    const usual = isLoopback(remote.host) ? remote.host : this.address;
    const given = host === undefined ? ANY : this.ownAddress(host);
    const local = given === ANY ? usual : given;
    if (this.isOff && !this.isOwn(remote.host)) throw osError('ENETUNREACH');
    if (isLoopback(local) && !this.isOwn(remote.host)) throw osError('EINVAL');
    return { host: local, port: this.ports.takePort({ host: local, port }, remote) };
  }

  /**
   * Listen for connections.
   *
   * @param host the address to listen at: 'localhost' is for this host alone, '' or null or '0.0.0.0' for all.
   * @param port 0 for any that is free.
   * @param backlog how many connections may wait to be accepted.
   * @throws OSError when the port is taken, or the address is another host's; GaiError; OverflowError.
   */
  listen(host: string | null | undefined, port: number, backlog = BACKLOG): Listener {
    const local = this.bind(host, port);
    const listener = new Listener(this.agenda, local, backlog, (closed) => this.ports.removeListener(closed));
    this.ports.addListener(listener);
    return listener;
  }

  /** Give the address to listen at, or to connect from, with a port that nobody listens at now. @throws as `listen`. @internal */
  bind(host: string | null | undefined, port: number): Address {
    checkPort('bind', port);
    const address = { host: this.ownAddress(host), port };
    return { host: address.host, port: this.ports.portToListen(address) };
  }

  private ownAddress(host: string | null | undefined): string {
    if (host === undefined || host === null || host === '' || host === ANY) return ANY;
    const address = this.resolve(host);
    if (!this.isOwn(address)) throw osError('EADDRNOTAVAIL');
    return address;
  }

  /**
   * Have this machine, which is not ours, answer at `port`: nothing of the program runs there but `responder`,
   * which is given what has come since its last answer, and says what to answer, or undefined: not yet.
   *
   * @throws as `listen`.
   * @example
   * const machine = net.getNetwork().addHost('example.org');
   * machine.respond(80, () => ({ data: encode('hello'), after: 0.2, close: true }));
   */
  respond(port: number, responder: Responder): Listener {
    const listener = this.listen(null, port);
    serve(this.agenda, listener, responder);
    return listener;
  }

  /** Take this host off the network, as if somebody had pulled its cable: it runs on, and no packet comes or goes. */
  down(): void {
    this.isOff = true;
  }

  /** Put it back on the network. */
  up(): void {
    this.isOff = false;
  }

  /** Tell whether it is off the network. */
  isDown(): boolean {
    return this.isOff;
  }

  // ----- For its connections

  /** @internal */
  takes({ source }: Packet): boolean {
    return this.ports.listenerAt(source.remote)?.isFull() !== true;
  }

  /** @internal */
  arrive(packet: Packet): void {
    const { local: client, remote: address } = packet.source;
    const listener = this.ports.listenerAt(address);
    if (listener === undefined) {
      this.refuse(packet);
      return;
    }
    const request = { packet, accept: () => listener.add(endpoint) };
    const endpoint = new Endpoint(this, address, client, packet.source, request);
    endpoint.begin();
  }

  /** Say that nobody listens there. */
  private refuse(packet: Packet): void {
    const { source, from, to } = packet;
    const { local: remote, remote: local } = source;
    const nobody = { local, remote, lastArrival: 0, takes: () => false, arrive() {}, lost: () => source.lost(packet) };
    this.wireTo(remote)?.carry(new Packet('RST', to, from, nobody, source));
  }

  /** @internal */
  wireTo({ host }: Address): Wire | undefined {
    if (this.isOwn(host)) return this.network.wire(this, this);
    const other = this.network.hostAt(host);
    return other === undefined || other.isDown() ? undefined : this.network.wire(this, other);
  }

  private isOwn(address: string): boolean {
    return isLoopback(address) || address === this.address;
  }

  /** @internal */
  label({ host, port }: Address): string {
    return `${this.isOwn(host) ? this.name : (this.network.hostAt(host)?.name ?? host)}:${port}`;
  }

  /** @internal */
  release({ local, remote }: Connection): void {
    this.ports.release(local, remote);
  }

  toString(): string {
    return `<Host ${this.name} ${this.address}${this.isOff ? ' down' : ''}>`;
  }
}
showAsString(Host);

function isLoopback(address: string): boolean {
  return address.startsWith('127.');
}

/** To connect to every address is to connect to one's own. */
function destination(address: string): string {
  return address === ANY ? LOOPBACK : address;
}
