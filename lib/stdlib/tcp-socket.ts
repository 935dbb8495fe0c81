/**
 * Socket: a TCP socket whose calls block, as those of Python's `socket` module do.
 *
 *     created --bind, listen--> listening --accept--> another socket, connected
 *        |
 *        +------connect-------> connected
 *
 * The calls that may wait are generators below, which do not know how one waits (socket-calls.ts).
 * What is wrong with an argument is thrown by the call itself, all else where it is awaited. Which
 * error comes when was asked of Linux. A port may be bound by several, but only one may listen at it,
 * as with SO_REUSEADDR there, which servers set.
 *
 * Counterpart: socket.socket, of AF_INET and SOCK_STREAM.
 */

import { type Address, ANY } from '../net/kernel/address';
import type { Endpoint } from '../net/kernel/endpoint';
import type { Host } from '../net/kernel/host';
import type { Listener } from '../net/kernel/listener';
import { getNetwork } from '../net/kernel/network';
import { type ErrorNumber, osError } from '../net/kernel/os-error';
import { pairOf, reprAddress } from '../net/transport/transport-socket';
import { showAsString } from '../repr';
import { checkInteger } from '../seconds';
import {
  checkAddress,
  checkBytes,
  checkHow,
  checkSize,
  checkTimeout,
  type ShutdownHow,
  type SocketAddress,
} from './socket-arguments';
import { SocketBytes } from './socket-bytes';
import { SocketCalls } from './socket-calls';
import type { Blocking, Steps } from './waiting';

/**
 * A TCP socket (socket.socket). Calls that may wait are made plainly by main and by callbacks; a
 * greenlet or a task has to `yield*` or `await` them. Once it is closed, they raise OSError. Where they
 * would wait for longer than `settimeout` lets them, they raise TimeoutError; if that is 0, BlockingIOError.
 *
 * @example
 * net.getNetwork().addHost('hi.example').respond(80, () => ({ data: encode('hi') }));
 * const client = new socket.Socket();
 * client.connect(['hi.example', 80]);
 * client.sendall(encode('hello'));
 * decode(client.recv(1024)); // 'hi'
 */
export class Socket {
  private bytes: SocketBytes | undefined = undefined;
  private listener: Listener | undefined = undefined;
  private address: Address | undefined = undefined;
  private readonly calls: SocketCalls;

  /** @param host the machine that it is on; otherwise localhost of the loop's network. */
  constructor(private readonly host: Host = getNetwork().localhost) {
    this.calls = new SocketCalls(this, host.agenda, () => this.bytes?.endpoint ?? this.listener);
  }

  // ----- Connecting

  /**
   * Connect to a port of a host.
   *
   * @throws ConnectionRefusedError where nobody listens; TimeoutError where nobody answers; GaiError where there is no
   *   such host; OSError when connected already, or there is no way.
   */
  connect(address: SocketAddress): Blocking<void> {
    checkAddress('connect', address);
    return this.calls.make('connect', () => this.connecting(address));
  }

  /** @internal */
  *connecting(address: SocketAddress): Steps<void> {
    const isUnderWay = this.bytes?.endpoint.state === 'connecting';
    if (!isUnderWay) this.begin(address);
    const otherwise = isUnderWay ? 'EALREADY' : 'EINPROGRESS';
    yield* this.calls.until({ call: 'connect', side: this.calls.writing, otherwise });
    const error = this.bytes?.endpoint.error;
    if (error === undefined) return;
    this.bytes = undefined;
    throw error;
  }

  private begin([host, port]: SocketAddress): void {
    if (this.bytes !== undefined || this.listener !== undefined) throw osError('EISCONN');
    this.take(this.host.connect(host === '' ? ANY : host, port, this.address));
  }

  private take(endpoint: Endpoint): void {
    this.bytes = new SocketBytes(endpoint, this.calls);
  }

  /**
   * Choose the address of this end: '' for all of this host's, port 0 for any that is free.
   *
   * @throws OSError when somebody listens there, the address is another host's, or this socket has one; GaiError.
   */
  bind(address: SocketAddress): void {
    checkAddress('bind', address);
    this.calls.checkOpen();
    if (this.address !== undefined || this.bytes !== undefined || this.listener !== undefined) throw osError('EINVAL');
    this.address = this.host.bind(...address);
  }

  /**
   * Wait for connections, of which `backlog` may wait to be accepted.
   *
   * @throws OSError when somebody listens there, or this socket is connected.
   */
  listen(backlog = 128): void {
    checkInteger(backlog);
    this.calls.checkOpen();
    if (this.bytes !== undefined) throw osError('EINVAL');
    const { host, port } = this.local();
    this.listener ??= this.host.listen(host, port, Math.max(0, backlog));
    this.listener.onChange = () => this.calls.tell();
  }

  /**
   * Take the connection that has waited longest, or wait for one; give a socket, and the address of the other end.
   *
   * @throws OSError when not listening.
   */
  accept(): Blocking<[Socket, SocketAddress]> {
    return this.calls.make('accept', () => this.accepting());
  }

  private *accepting(): Steps<[Socket, SocketAddress]> {
    const endpoint = yield* this.calls.attempt({ call: 'accept', side: this.calls.reading }, () => {
      if (this.listener === undefined) throw osError('EINVAL');
      return this.listener.accept();
    });
    const socket = new Socket(this.host);
    socket.take(endpoint);
    return [socket, pairOf(endpoint.remote)];
  }

  // ----- Reading and writing

  /**
   * Give what has come, up to `size` bytes, or wait for something. No bytes: the other end sends no more.
   *
   * @throws ConnectionResetError when the other end is gone; OSError when not connected.
   */
  recv(size: number): Blocking<Uint8Array> {
    checkSize(size);
    return this.calls.make('recv', () => (size === 0 ? nothing() : this.bytesOr('ENOTCONN').receive(size)));
  }

  /**
   * Send as much of `data` as there is room for, or wait for some; give how many bytes were sent.
   *
   * @throws BrokenPipeError when not connected; ConnectionResetError when the other end is gone.
   */
  send(data: Uint8Array): Blocking<number> {
    checkBytes(data);
    return this.calls.make('send', () => this.bytesOr('EPIPE').send('send', data));
  }

  /** Send all of `data`, and wait for room as often as needed. @throws as `send`: then it is not known how much was sent. */
  sendall(data: Uint8Array): Blocking<void> {
    checkBytes(data);
    return this.calls.make('sendall', () => this.bytesOr('EPIPE').sendAll(data));
  }

  private bytesOr(error: ErrorNumber): SocketBytes {
    if (this.bytes === undefined) throw osError(error);
    return this.bytes;
  }

  /**
   * Send no more, read no more, or both. The other end sees the end of what was sent; of reading it is told nothing.
   *
   * @throws OSError when not connected, or `how` is none of the three.
   */
  shutdown(how: ShutdownHow): void {
    checkHow(how);
    this.calls.checkOpen();
    this.connected().shutdown(how);
  }

  // ----- Settings

  /**
   * Let calls wait for so many seconds; undefined or null for ever.
   *
   * @throws ValueError when it is negative or not a number, OverflowError when it is infinite.
   */
  settimeout(seconds: number | null | undefined): void {
    this.calls.checkOpen();
    this.calls.timeout = checkTimeout(seconds);
  }

  /** Give what `settimeout` has set; undefined for ever. */
  gettimeout(): number | undefined {
    return this.calls.timeout;
  }

  /** Give the address of this end. */
  getsockname(): SocketAddress {
    this.calls.checkOpen();
    return pairOf(this.local());
  }

  private local(): Address {
    return this.bytes?.endpoint.local ?? this.listener?.local ?? this.address ?? { host: ANY, port: 0 };
  }

  /** Give the address of the other end. @throws OSError when not connected. */
  getpeername(): SocketAddress {
    this.calls.checkOpen();
    return pairOf(this.connected().endpoint.remote);
  }

  private connected(): SocketBytes {
    if (this.bytes?.endpoint.state !== 'open') throw osError('ENOTCONN');
    return this.bytes;
  }

  /** Close. A greenlet that waits in one of its calls has an OSError thrown there. */
  close(): void {
    if (!this.calls.close()) return;
    this.bytes?.endpoint.close();
    this.listener?.close();
  }

  toString(): string {
    if (this.calls.closed) return '<socket.socket [closed]>';
    const peer = this.bytes?.endpoint.state === 'open' ? `, raddr=${reprAddress(this.bytes.endpoint.remote)}` : '';
    return `<socket.socket laddr=${reprAddress(this.local())}${peer}>`;
  }
}
showAsString(Socket);

function* nothing(): Steps<Uint8Array> {
  return new Uint8Array(0);
}
