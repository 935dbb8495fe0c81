/**
 * openConnection: a connection, to be read and written by whoever awaits.
 *
 * It is createConnection with the one protocol that a program need not know.
 *
 * Counterpart: asyncio.open_connection, in streams.py; create_connection of asyncio's loop.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { getRunningLoop } from '../../loop/current-loop';
import type { Host } from '../kernel/host';
import { type ConnectionOptions, connectFrom, type Target } from '../transport/create-connection';
import type { Protocol } from '../transport/protocol';
import type { SelectorSocketTransport } from '../transport/selector-socket-transport';
import { StreamReader } from './stream-reader';
import { StreamReaderProtocol } from './stream-reader-protocol';
import { StreamWriter } from './stream-writer';

/** Keyword arguments of `openConnection`. */
export interface OpenConnectionOptions extends ConnectionOptions {
  /** How many bytes a line may have, and half of what is taken in before the sender is held back; otherwise 64 KiB. */
  readonly limit?: number;
}

/**
 * Connect localhost with `host` at `port`, and give a reader and a writer. Takes the time that a packet
 * takes there and back. Cancelled, it connects no more.
 *
 * @throws when awaited: ConnectionRefusedError where nobody listens; TimeoutError where nobody answers; GaiError
 *   for a name that no host has; OSError where there is no way.
 * @example
 * yield* startServer((_, writer) => writer.write(encode('welcome\n')), '127.0.0.1', 8888);
 * const [reader, writer] = yield* openConnection('127.0.0.1', 8888);
 * decode(yield* reader.readline()); // 'welcome\n'
 * writer.close();
 */
export function openConnection(
  host?: string | null,
  port?: number | null,
  options: OpenConnectionOptions = {},
): Coroutine<[StreamReader, StreamWriter]> {
  return new Coroutine(openFrom(undefined, [host, port], options), 'openConnection');
}

/** Do as `openConnection` does, on `machine`; on localhost, where that is undefined. */
export function* openFrom(
  machine: Host | undefined,
  target: Target,
  { limit, localAddr }: OpenConnectionOptions,
): Generator<Yielded, [StreamReader, StreamWriter], unknown> {
  const loop = getRunningLoop();
  const reader = new StreamReader({ limit, loop });
  const protocol = new StreamReaderProtocol(reader, undefined, loop);
  const [transport] = yield* connectFrom(machine, () => protocol, target, { localAddr });
  return [reader, new StreamWriter(transport, protocol, reader)];
}

/**
 * Connect localhost with `host` at `port`, for the protocol that `protocolFactory` makes, and give the
 * transport and the protocol. Otherwise as `openConnection`.
 *
 * @example
 * yield* createServer(() => new Protocol(), '127.0.0.1', 8888);
 * const [transport, protocol] = yield* createConnection(() => new Protocol(), '127.0.0.1', 8888);
 * transport.getProtocol() === protocol; // true
 */
export function createConnection<P extends Protocol>(
  protocolFactory: () => P,
  host?: string | null,
  port?: number | null,
  options: ConnectionOptions = {},
): Coroutine<[SelectorSocketTransport, P]> {
  return new Coroutine(connectFrom(undefined, protocolFactory, [host, port], options), 'createConnection');
}
