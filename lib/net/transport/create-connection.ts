/**
 * createConnection: a connection to another host, for a protocol.
 *
 * First the name is looked up, then the connection asked for, and waited for; then a
 * transport is made, and waited for until it has told the protocol.
 *
 * Counterpart: create_connection and sock_connect of asyncio's loop, in base_events.py and selector_events.py.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { type OSError, ValueError } from '../../errors';
import { createWaiter } from '../../future/waiter';
import { getRunningLoop } from '../../loop/current-loop';
import type { EventLoop } from '../../loop/event-loop';
import type { Address } from '../kernel/address';
import type { Endpoint } from '../kernel/endpoint';
import type { Host } from '../kernel/host';
import { getNetwork } from '../kernel/network';
import { bind } from './bind';
import type { Protocol } from './protocol';
import { ensureResolved } from './resolve';
import { SelectorSocketTransport } from './selector-socket-transport';
import { reprAddress } from './transport-socket';
import { Watcher } from './watcher';

/** Keyword arguments of `createConnection` and `openConnection`. */
export interface ConnectionOptions {
  /** The address to connect from; otherwise the host's own, at a port that is free. */
  readonly localAddr?: readonly [host: string, port: number] | null;
}

/** Where to connect to; the host null for this one. */
export type Target = readonly [host: string | null | undefined, port: number | null | undefined];

/** Connect `machine` with `target`, and give the transport, and the protocol that `protocolFactory` has made; localhost, where `machine` is undefined. */
export function* connectFrom<P extends Protocol>(
  machine: Host = getNetwork().localhost,
  protocolFactory: () => P,
  [name, port]: Target,
  { localAddr }: ConnectionOptions,
): Generator<Yielded, [SelectorSocketTransport, P], unknown> {
  if ((name ?? port ?? undefined) === undefined) {
    throw new ValueError('host and port was not specified and no sock specified');
  }
  const loop = getRunningLoop();
  const remote = { host: yield* ensureResolved(loop, machine, name ?? 'localhost'), port: port ?? 0 };
  const wanted = localAddr && { host: yield* ensureResolved(loop, machine, localAddr[0]), port: localAddr[1] };
  const endpoint = machine.connect(remote.host, remote.port, wanted ? bind(machine, wanted) : undefined);
  yield* sockConnect(loop, endpoint, remote);
  return yield* makeTransport(loop, endpoint, protocolFactory);
}

/** Give a transport for `endpoint`, once its protocol knows of it. */
function* makeTransport<P extends Protocol>(
  loop: EventLoop,
  endpoint: Endpoint,
  protocolFactory: () => P,
): Generator<Yielded, [SelectorSocketTransport, P], unknown> {
  let transport: SelectorSocketTransport | undefined;
  try {
    const protocol = protocolFactory();
    const waiter = loop.createFuture<void>();
    transport = new SelectorSocketTransport(loop, endpoint, protocol, { waiter });
    yield* waiter;
    return [transport, protocol];
  } catch (error) {
    (transport ?? endpoint).close();
    throw error;
  }
}

/** Wait until `endpoint` is connected with `remote`. */
function* sockConnect(loop: EventLoop, endpoint: Endpoint, remote: Address): Generator<Yielded, void, unknown> {
  const watcher = new Watcher(loop, endpoint);
  const waiter = createWaiter(loop, endpoint);
  watcher.addWriter(function sockConnectCb() {
    watcher.removeWriter();
    if (waiter.done()) return;
    if (endpoint.error === undefined) waiter.setResult();
    else waiter.setException(connectError(endpoint.error, remote));
  });
  try {
    yield* waiter;
  } catch (error) {
    endpoint.close();
    throw error;
  } finally {
    watcher.close();
  }
}

/** Say, in the words of `error`'s class, that connecting has failed. */
function connectError(error: OSError, remote: Address): OSError {
  const type = error.constructor as typeof OSError;
  return new type(error.errno as number, `Connect call failed ${reprAddress(remote)}`);
}
