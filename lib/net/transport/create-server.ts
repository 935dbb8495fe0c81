/**
 * createServer: a server at one or more addresses, for protocols.
 *
 * All names are looked up at once, each by a task of its own. An address that two of them stand
 * for is bound only once; where one is taken, there is no server; one of another host is passed over.
 *
 * Counterpart: create_server of asyncio's loop, in base_events.py.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { ValueError } from '../../errors';
import { getRunningLoop } from '../../loop/current-loop';
import type { EventLoop } from '../../loop/event-loop';
import { gather } from '../../task/gather';
import { ANY } from '../kernel/address';
import type { Host } from '../kernel/host';
import { getNetwork } from '../kernel/network';
import { Acceptor, type ProtocolFactory } from './acceptor';
import { bindAll } from './bind';
import { ensureResolved } from './resolve';
import { Server } from './server';

/** Keyword arguments of `createServer` and `startServer`. */
export interface ServerOptions {
  /** How many connections may wait to be accepted, and are accepted at a time; otherwise 100. */
  readonly backlog?: number;
  /** Whether to accept connections at once; otherwise it does, as though true were given. */
  readonly startServing?: boolean;
}

/** The names, or addresses, at which to listen: null, or an empty one, for all that the host has. */
export type ServedHosts = string | null | undefined | readonly (string | null)[];

/** Let `machine` listen at `hosts`, and give the server; localhost, where `machine` is undefined. */
export function* serveOn(
  machine: Host = getNetwork().localhost,
  protocolFactory: ProtocolFactory,
  hosts: ServedHosts,
  port: number | null | undefined,
  { backlog = 100, startServing = true }: ServerOptions,
): Generator<Yielded, Server, unknown> {
  if ((hosts ?? port ?? undefined) === undefined) throw new ValueError('Neither host/port nor sock were specified');
  const loop = getRunningLoop();
  const names = Array.isArray(hosts) ? hosts : [hosts as string | null | undefined];
  const addresses = yield* gather(names.map((name) => new Coroutine(addressOf(loop, machine, name), 'getaddrinfo')));
  const wanted = [...new Set(addresses)].map((host) => ({ host, port: port ?? 0 }));
  const acceptors = bindAll(machine, wanted).map(
    (local) => new Acceptor(loop, machine, local, protocolFactory, backlog),
  );
  const server = new Server(loop, acceptors);
  if (startServing) yield* server.startServing();
  return server;
}

function addressOf(
  loop: EventLoop,
  machine: Host,
  name: string | null | undefined,
): Generator<Yielded, string, unknown> {
  return ensureResolved(loop, machine, name || ANY);
}
