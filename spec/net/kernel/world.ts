/**
 * What the specs of the network's kernels use: two hosts, a tap on the wires between them, and
 * connections to look at. Where no loop runs, time passes by `network.pump`.
 */

import { EventLoop } from '../../../lib';
import { decode } from '../../../lib/bytes';
import type { Observer } from '../../../lib/future/observer';
import type { Endpoint } from '../../../lib/net/kernel/endpoint';
import type { Host } from '../../../lib/net/kernel/host';
import type { Listener } from '../../../lib/net/kernel/listener';
import { Network, type NetworkOptions } from '../../../lib/net/kernel/network';
import type { Packet } from '../../../lib/net/kernel/packet';
import { runBriefly } from '../../support';

/** A network of two hosts, in the time of a loop. */
export interface World {
  readonly loop: EventLoop;
  readonly network: Network;
  readonly client: Host;
  readonly server: Host;
}

/** Make hosts named client and server, with a link like this. */
export function makeWorld(options: NetworkOptions = { latency: 1 }): World {
  const loop = new EventLoop();
  const network = new Network(options);
  inLoop(loop, () => network.time());
  return { loop, network, client: network.addHost('client'), server: network.addHost('server') };
}

/** Do `work` in a handle of `loop`. */
export function inLoop(loop: EventLoop, work: () => void): void {
  loop.callSoon(work);
  runBriefly(loop);
}

/** Write down what goes over the wires from now on: `SYN client:49152 -> server:80 sent@0`. */
export function tap({ loop, network }: Pick<World, 'loop' | 'network'>): string[] {
  const log: string[] = [];
  const note =
    (what: string) =>
    (packet: Packet): void => {
      const data = packet.data === undefined ? '' : ` '${decode(packet.data)}'`;
      log.push(`${packet.kind}${data} ${packet.from} -> ${packet.to} ${what}@${network.time()}`);
    };
  const told: Record<string, unknown> = {
    packetSent: note('sent'),
    packetArrived: note('arrived'),
    packetLost: note('lost'),
  };
  loop.observer = new Proxy({} as Observer, { get: (_, name: string) => told[name] ?? (() => {}) });
  return log;
}

/** Let happen what is going to happen, until `time` or for ever. */
export function pumpAll(network: Network, time?: number): void {
  while (network.pump(time));
}

/** Connect client and server, at port 80, and give both ends of the connection. */
export function connect({ network, client, server }: World): [near: Endpoint, far: Endpoint] {
  const listener = server.listen(null, 80);
  const near = client.connect('server', 80);
  pumpAll(network);
  const far = listener.accept() as Endpoint;
  return [near, far];
}

/** Connect `host` with itself, and give both ends. */
export function connectLocally(host: Host): [near: Endpoint, far: Endpoint] {
  const listener = host.listen('localhost', 0);
  const near = host.connect('localhost', listener.local.port);
  return [near, listener.accept() as Endpoint];
}

/** Accept all that waits at `listener`. */
export function acceptAll(listener: Listener): Endpoint[] {
  const endpoints: Endpoint[] = [];
  for (let next = listener.accept(); next !== undefined; next = listener.accept()) endpoints.push(next);
  return endpoints;
}

/** Read what there is as text; '<end>' at the end, '' where there is nothing. */
export function read(endpoint: Endpoint, size = 1_000_000): string {
  const data = endpoint.receive(size);
  if (data === undefined) return '';
  return data.length === 0 ? '<end>' : decode(data);
}

/** The name and the message of an error. */
export function shownError(error: Error | undefined): string {
  return error === undefined ? 'no error' : `${error.name}: ${error.message}`;
}
