/**
 * Network: hosts, and the links between each two of them.
 *
 * All of it is simulated, in the time of the loop that uses it, and takes the same course at every
 * run: what chance decides, losses and jitter, comes from a seed. A partition cuts every link between two groups of hosts: what
 * is on its way there vanishes, and so does what is sent, until the network is healed.
 *
 * Counterpart: none; the world outside of a Python program.
 */

import { ValueError } from '../../errors';
import type { AbstractEventLoop } from '../../future/abstract-event-loop';
import { peekMainLoop, peekRunningLoop } from '../../future/running-loop';
import { repr, showAsString } from '../../repr';
import { checkNumber } from '../../seconds';
import { loopOfWorker } from '../../thread/blocking';
import { isIp } from './address';
import { Agenda } from './agenda';
import { Host, type HostNetwork } from './host';
import { checkLink, Link, type LinkOptions, Wire } from './link';
import { Random } from './random';

/** Keyword arguments of `new Network`: what links are like that were not told otherwise, and what chance is. */
export interface NetworkOptions extends LinkOptions {
  /** What decides losses and jitter; otherwise 0. */
  readonly seed?: number;
}

/** How many bytes a packet has at most: on Ethernet, and on the way from a host to itself (Linux). */
const SEGMENT = 1460;
const LOOPBACK_SEGMENT = 65_483;

/**
 * Hosts, and the links between them.
 *
 * @example
 * const network = new net.Network({ latency: 0.05, bandwidth: 1e6 });
 * const [client, server] = [network.addHost('client'), network.addHost('server')];
 * network.link(client, server, { loss: 0.01 });
 */
export class Network implements HostNetwork {
  /** @internal */
  readonly agenda = new Agenda();
  /** @internal */
  readonly random: Random;
  private readonly options: LinkOptions;
  private readonly hosts = new Map<string, Host>();
  private readonly hostsByAddress = new Map<string, Host>();
  private readonly hostOptions = new Map<Host, LinkOptions>();
  private readonly links = new Map<Host, Map<Host, Link>>();
  private readonly wires = new Map<Host, Map<Host, Wire>>();
  private partitions: (readonly [ReadonlySet<Host>, ReadonlySet<Host>])[] = [];

  /** @throws ValueError when there can be no such links; TypeError when one of the options is no number. */
  constructor({ seed = 0, latency, bandwidth, jitter, loss }: NetworkOptions = {}) {
    checkNumber('seed', seed);
    this.options = given({ latency, bandwidth, jitter, loss });
    checkLink(this.options);
    this.random = new Random(seed);
  }

  /** The host that a program is on which was not told otherwise. It is made when it is first used. */
  get localhost(): Host {
    return this.hosts.get(LOCALHOST) ?? this.makeHost(LOCALHOST, {});
  }

  /**
   * Add a host.
   *
   * @param options what its links to others are like; otherwise as all are. Between two hosts that were told, the later one decides.
   * @throws ValueError when there is a host of that name, or it can be none; as `link`.
   */
  addHost(name: string, options: LinkOptions = {}): Host {
    if (typeof name !== 'string') throw new TypeError(`the name of a host must be a string, not ${repr(name)}`);
    if (!NAME.test(name) || isIp(name)) throw new ValueError(`${repr(name)} cannot be the name of a host`);
    if (name === LOCALHOST)
      throw new ValueError("every host knows itself as 'localhost'; the network's own is network.localhost");
    if (this.hosts.has(name)) throw new ValueError(`there is a host named ${repr(name)} already`);
    checkLink(options);
    return this.makeHost(name, options);
  }

  private makeHost(name: string, options: LinkOptions): Host {
    const number = this.hosts.size + 1;
    const host = new Host(this, name, `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`);
    this.hosts.set(name, host);
    this.hostsByAddress.set(host.address, host);
    this.hostOptions.set(host, given(options));
    return host;
  }

  /**
   * Give the host of a name.
   *
   * @throws ValueError when there is none.
   */
  host(name: string | Host): Host {
    if (name === LOCALHOST) return this.localhost;
    const host = typeof name === 'string' ? this.hosts.get(name) : name;
    if (host !== undefined && this.hosts.get(host.name) === host) return host;
    throw new ValueError(`there is no host ${repr(name)} in ${this}`);
  }

  /** @internal */
  hostAt(address: string): Host | undefined {
    return this.hostsByAddress.get(address);
  }

  /** @internal */
  addressOf(name: string): string | undefined {
    return this.hosts.get(name)?.address;
  }

  // ----- Links

  /**
   * Give the link between two hosts, each given by its name or itself, and change it as far as `options` say. A host
   * has one to itself, too: that takes no time, unless it is told otherwise.
   *
   * @throws ValueError when there is no such host, or there can be no such link; TypeError when one of the options is no number.
   */
  link(a: string | Host, b: string | Host, options: LinkOptions = {}): Link {
    const link = this.linkOf(this.host(a), this.host(b));
    link.set(options);
    return link;
  }

  private linkOf(a: Host, b: Host): Link {
    const known = this.links.get(a)?.get(b);
    if (known !== undefined) return known;
    const link = new Link(a === b ? {} : { ...this.options, ...this.optionsOf(a, b) });
    setIn(this.links, a, b, link);
    setIn(this.links, b, a, link);
    return link;
  }

  /** What was said of the links of two hosts, when they were added. */
  private optionsOf(a: Host, b: Host): LinkOptions {
    const hosts = [...this.hosts.values()].filter((host) => host === a || host === b);
    return Object.assign({}, ...hosts.map((host) => this.hostOptions.get(host)));
  }

  /** @internal */
  wire(from: Host, to: Host): Wire {
    const known = this.wires.get(from)?.get(to);
    if (known !== undefined) return known;
    const size = from === to ? LOOPBACK_SEGMENT : SEGMENT;
    const wire = new Wire(this.linkOf(from, to), this, size, () => this.isCut(from, to));
    setIn(this.wires, from, to, wire);
    return wire;
  }

  private isCut(a: Host, b: Host): boolean {
    if (a === b) return false;
    if (a.isDown() || b.isDown()) return true;
    return this.partitions.some(([x, y]) => (x.has(a) && y.has(b)) || (x.has(b) && y.has(a)));
  }

  /**
   * Let nothing pass any more between the hosts of one group and those of the other, in either direction.
   *
   * @throws ValueError when there is no such host, or one is in both groups.
   * @example
   * const network = new net.Network();
   * for (const name of ['a', 'b', 'c']) network.addHost(name);
   * network.partition(['a', 'b'], ['c']);
   * loop.callLater(60, () => network.heal());
   */
  partition(groupA: Iterable<string | Host>, groupB: Iterable<string | Host>): void {
    const [a, b] = [this.group(groupA), this.group(groupB)];
    for (const host of a) if (b.has(host)) throw new ValueError(`${host} cannot be on both sides of a partition`);
    this.partitions.push([a, b]);
  }

  private group(hosts: Iterable<string | Host>): Set<Host> {
    if (typeof hosts === 'string') throw new TypeError(`a group of hosts must be an array, not ${repr(hosts)}`);
    return new Set([...hosts].map((host) => this.host(host)));
  }

  /** Undo all partitions. What was lost is sent again, when those who have sent it try the next time. */
  heal(): void {
    this.partitions = [];
  }

  // ----- Time

  /** Give the time, in seconds: that of the loop that uses this network. */
  time(): number {
    return this.agenda.time();
  }

  /**
   * Let the clock go on to the next thing that happens here, and let it happen: what a blocking call does until it has what it waits for.
   *
   * @param until when to stop waiting, in seconds of `time()`. Where nothing happens until then, the clock goes on to that.
   * @returns whether something has happened.
   */
  pump(until = Infinity): boolean {
    return this.agenda.pump(until);
  }

  toString(): string {
    return `<Network ${this.hosts.size} hosts>`;
  }
}
showAsString(Network);

/** The networks of loops that were asked for. */
const networks = new WeakMap<AbstractEventLoop, Network>();

/** The one that the main part of the program asked for last, and the loop that this part had then, if any. */
let mains: { readonly network: Network; readonly loop: AbstractEventLoop | undefined } | undefined;

/**
 * Give the network that the program is on: made when it is first used, with one host, localhost. What main sets up
 * is there in the loops that it runs. Where main has not asked, each loop has a network to itself.
 *
 * @example
 * net.getNetwork().addHost('far', { latency: 0.1 });
 */
export function getNetwork(): Network {
  const running = peekRunningLoop() ?? loopOfWorker();
  if (running === undefined) return networkOfMain(peekMainLoop());
  const isMainsThere = mains?.loop?.isClosed() !== true;
  const network = networks.get(running) ?? (isMainsThere ? mains?.network : undefined) ?? new Network();
  networks.set(running, network);
  return network;
}

function networkOfMain(loop: AbstractEventLoop | undefined): Network {
  const own = loop && networks.get(loop);
  const earlier = loop === undefined || mains?.loop === undefined ? mains?.network : undefined;
  const network = own ?? earlier ?? new Network();
  if (loop !== undefined) networks.set(loop, network);
  mains = { network, loop };
  return network;
}

const LOCALHOST = 'localhost';
const NAME = /^[\w-]+(\.[\w-]+)*$/;

/** Leave out the options that were not given. */
function given(options: LinkOptions): LinkOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function setIn<V>(map: Map<Host, Map<Host, V>>, a: Host, b: Host, value: V): void {
  const inner = map.get(a) ?? new Map<Host, V>();
  map.set(a, inner.set(b, value));
}
