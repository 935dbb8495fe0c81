/**
 * TransportSocket: a socket to look at, and not to touch: what `getExtraInfo('socket')` and `server.sockets` give.
 *
 * An address is an array, [host, port], where Python has a tuple.
 *
 * Counterpart: asyncio.TransportSocket, in trsock.py.
 */

import { showAsString } from '../../repr';
import type { Address } from '../kernel/address';

/** One end of a connection, or what listens for connections: that has no remote address. */
interface Socket {
  readonly local: Address;
  readonly remote?: Address;
}

/** The socket of a transport, or of a server (asyncio.TransportSocket). */
export class TransportSocket {
  constructor(private readonly socket: Socket) {}

  /** Give its own address. */
  getsockname(): [host: string, port: number] {
    return pairOf(this.socket.local);
  }

  /** Give the address of the other end; undefined where there is none. */
  getpeername(): [host: string, port: number] | undefined {
    return this.socket.remote && pairOf(this.socket.remote);
  }

  toString(): string {
    const { local, remote } = this.socket;
    const raddr = remote === undefined ? '' : `, raddr=${reprAddress(remote)}`;
    return `<asyncio.TransportSocket laddr=${reprAddress(local)}${raddr}>`;
  }
}
showAsString(TransportSocket);

/** Give an address as a pair, which stands for Python's tuple. */
export function pairOf({ host, port }: Address): [host: string, port: number] {
  return [host, port];
}

/** Show an address as Python's tuple. */
export function reprAddress({ host, port }: Address): string {
  return `('${host}', ${port})`;
}
