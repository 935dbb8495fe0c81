/**
 * socket: what Python's module of that name has, as far as a simulator needs it.
 *
 * Sockets are of one kind, TCP (tcp-socket.ts). Their calls stop the world while they wait, unless
 * gevent's monkey.patchAll has put another way to wait in place.
 *
 * Counterpart: the module socket.
 */

import { checkAddress, checkTimeout, type SocketAddress } from './socket-arguments';
import { waitingBy } from './stop-the-world';
import { Socket } from './tcp-socket';
import { type Blocking, patchedWaiting, type Steps } from './waiting';

export { SHUT_RD, SHUT_RDWR, SHUT_WR, type ShutdownHow, type SocketAddress } from './socket-arguments';
export { Socket } from './tcp-socket';

/**
 * Make a socket that is connected to a port of a host (socket.create_connection).
 *
 * @param timeout what is set by `settimeout`, before it connects.
 * @throws as `connect` and `settimeout`.
 * @example
 * const server = socket.createServer(['localhost', 0]);
 * const client = socket.createConnection(server.getsockname());
 */
export function createConnection(address: SocketAddress, timeout?: number | null): Blocking<Socket> {
  checkAddress('connect', address);
  checkTimeout(timeout);
  return waitingBy(patchedWaiting()).call('socket.createConnection', () => connected(address, timeout));
}

function* connected(address: SocketAddress, timeout: number | null | undefined): Steps<Socket> {
  const socket = new Socket();
  socket.settimeout(timeout);
  try {
    yield* socket.connecting(address);
    return socket;
  } catch (error) {
    socket.close();
    throw error;
  }
}

/**
 * Make a socket that listens at a port of this host (socket.create_server): '' is for all its addresses, port 0 for any
 * that is free.
 *
 * @throws as `bind` and `listen`.
 */
export function createServer(address: SocketAddress, backlog?: number): Socket {
  const socket = new Socket();
  socket.bind(address);
  socket.listen(backlog);
  return socket;
}
