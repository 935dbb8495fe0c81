/**
 * startServer: a server that calls a function for each client, with a reader and a writer.
 *
 * It is createServer with the one protocol that a program need not know.
 *
 * Counterpart: asyncio.start_server, in streams.py; create_server of asyncio's loop.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { getRunningLoop } from '../../loop/current-loop';
import type { Host } from '../kernel/host';
import type { ProtocolFactory } from '../transport/acceptor';
import { type ServedHosts, type ServerOptions, serveOn } from '../transport/create-server';
import type { Server } from '../transport/server';
import { StreamReader } from './stream-reader';
import { type ClientConnected, StreamReaderProtocol } from './stream-reader-protocol';

/** Keyword arguments of `startServer`. */
export interface StartServerOptions extends ServerOptions {
  /** How many bytes a line may have, and half of what is taken in before a client is held back; otherwise 64 KiB. */
  readonly limit?: number;
}

/**
 * Accept connections on localhost, at `host` and `port`; 0 for one that is free. For each, `clientConnected(reader, writer)` is
 * called; where it gives a coroutine, as an async function does, that is made a task. What the task
 * throws goes to the exception handler, and the connection is closed.
 *
 * @throws when awaited: OSError where somebody listens already; GaiError for a name that no host has.
 * @example
 * const server = yield* startServer(function* (reader, writer) {
 *   writer.write(yield* reader.readline());
 *   writer.close();
 * }, '127.0.0.1', 8888);
 */
export function startServer(
  clientConnected: ClientConnected,
  host?: ServedHosts,
  port?: number | null,
  options: StartServerOptions = {},
): Coroutine<Server> {
  return new Coroutine(startOn(undefined, clientConnected, [host, port], options), 'startServer');
}

/** Do as `startServer` does, on `machine`; on localhost, where that is undefined. */
export function startOn(
  machine: Host | undefined,
  clientConnected: ClientConnected,
  [host, port]: readonly [ServedHosts, number | null | undefined],
  { limit, backlog, startServing }: StartServerOptions,
): Generator<Yielded, Server, unknown> {
  const makeProtocol = (): StreamReaderProtocol => {
    const loop = getRunningLoop();
    return new StreamReaderProtocol(new StreamReader({ limit, loop }), clientConnected, loop);
  };
  return serveOn(machine, makeProtocol, host, port, { backlog, startServing });
}

/**
 * Accept connections on localhost, at `host` and `port`, for protocols, of which `protocolFactory` makes one for each.
 * Otherwise as `startServer`.
 *
 * @example
 * const server = yield* createServer(() => new Protocol(), '127.0.0.1', 8888);
 * server.isServing(); // true
 */
export function createServer(
  protocolFactory: ProtocolFactory,
  host?: ServedHosts,
  port?: number | null,
  options: ServerOptions = {},
): Coroutine<Server> {
  return new Coroutine(serveOn(undefined, protocolFactory, host, port, options), 'createServer');
}
