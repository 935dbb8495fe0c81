/**
 * SelectorSocketTransport: bytes from a protocol to an endpoint, and back.
 *
 * A write is tried at once, so that what finds room is sent before `write` returns. What
 * does not is kept, and sent by handles of the loop, as often as there is room again. So a
 * writer that never waits is never held back: the protocol is told when much is kept, and
 * it is up to whoever writes to heed that (StreamWriter.drain).
 *
 * Invariant: a writer is registered exactly while something is kept.
 *
 * Counterpart: _SelectorSocketTransport, in asyncio/selector_events.py.
 */

import { checkBytes, concat } from '../../bytes';
import { leavesTheLoop, RuntimeError, toError } from '../../errors';
import type { Future } from '../../future/future';
import { releaseWaiter } from '../../future/waiter';
import { logger } from '../../log';
import type { EventLoop } from '../../loop/event-loop';
import { ByteBuffer } from '../byte-buffer';
import type { Endpoint } from '../kernel/endpoint';
import type { Protocol } from './protocol';
import { type Attachable, SelectorTransport } from './selector-transport';

/** How many bytes are read at a time: 256 KiB. */
const MAX_SIZE = 256 * 1024;

/** How often something is written after the connection was lost before that is logged. */
const LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5;

const WRITE_ERROR = 'Fatal write error on socket transport';

/** What else a transport may be made with. */
export interface SocketTransportOptions {
  /** Released once the protocol knows of the connection. */
  readonly waiter?: Future<void>;
  /** The server that has accepted the connection. */
  readonly server?: Attachable;
}

/** The transport of a connection. Made by `createConnection` and by servers. */
export class SelectorSocketTransport extends SelectorTransport {
  /** What is kept, to be sent when there is room. */
  private readonly buffer = new ByteBuffer();
  private eof = false;

  constructor(
    loop: EventLoop,
    endpoint: Endpoint,
    protocol: Protocol,
    { waiter, server }: SocketTransportOptions = {},
  ) {
    super(loop, endpoint, protocol, server);
    loop.callSoon(protocol.connectionMade.bind(protocol), this);
    // Nothing is to be read before the protocol knows of the connection, and nobody to wake up.
    loop.callSoon(this.startReading.bind(this));
    if (waiter !== undefined) loop.callSoon(releaseWaiter, waiter);
  }

  // ----- Reading

  protected readReady(): void {
    if (this.connLost > 0) return;
    this.attempt('Fatal read error on socket transport', () => {
      const data = this.endpoint.receive(MAX_SIZE);
      if (data === undefined) return;
      if (data.length === 0) this.readEof();
      else this.deliver('data_received', () => this.protocol.dataReceived(data));
    });
  }

  private readEof(): void {
    let keepOpen: unknown = true;
    const done = this.deliver('eof_received', () => {
      keepOpen = this.protocol.eofReceived();
    });
    if (!done) return;
    // Nothing more can be read, but the protocol may still write.
    if (keepOpen) this.watcher.removeReader();
    else this.close();
  }

  private deliver(method: string, call: () => void): boolean {
    return this.attempt(`Fatal error: protocol.${method}() call failed.`, call);
  }

  /** Do `action`; what it throws ends the connection. Tells whether it threw nothing. */
  private attempt(message: string, action: () => void): boolean {
    try {
      action();
      return true;
    } catch (thrown) {
      if (leavesTheLoop(thrown)) throw thrown;
      this.fatalError(toError(thrown), message);
      return false;
    }
  }

  // ----- Writing

  write(data: Uint8Array): void {
    checkBytes('data argument', data);
    if (this.eof) throw new RuntimeError('Cannot call write() after write_eof()');
    if (data.length === 0 || this.isLost()) return;
    let rest = data;
    if (this.buffer.length === 0) {
      const sent = this.attempt(WRITE_ERROR, () => {
        rest = data.subarray(this.endpoint.send(data));
      });
      if (!sent || rest.length === 0) return;
    }
    this.keep(rest);
    this.maybePauseProtocol();
  }

  /** Whether the connection is lost: then what is written is dropped, and after some times that is logged. */
  private isLost(): boolean {
    if (this.connLost === 0) return false;
    if (this.connLost >= LOG_THRESHOLD_FOR_CONNLOST_WRITES) logger.warning('socket.send() raised exception.');
    this.connLost += 1;
    return true;
  }

  private keep(data: Uint8Array): void {
    this.buffer.append(data);
    if (!this.watcher.polling().write) this.watcher.addWriter(this.writeReady.bind(this));
  }

  writelines(data: Iterable<Uint8Array>): void {
    if (this.eof) throw new RuntimeError('Cannot call writelines() after write_eof()');
    const pieces = [...data];
    for (const piece of pieces) checkBytes('data argument', piece);
    this.write(concat(pieces));
  }

  private writeReady(): void {
    if (this.connLost > 0) return;
    const sent = this.attempt(WRITE_ERROR, () => this.buffer.drop(this.endpoint.send(this.buffer.peek())));
    if (!sent) return;
    this.maybeResumeProtocol(); // which may write
    if (this.buffer.length > 0) return;
    this.watcher.removeWriter();
    if (this.closing) {
      this.connLost += 1;
      this.callConnectionLost(undefined);
    } else if (this.eof) this.endpoint.shutdownWrite();
  }

  writeEof(): void {
    if (this.closing || this.eof) return;
    this.eof = true;
    if (this.buffer.length === 0) this.endpoint.shutdownWrite();
  }

  canWriteEof(): boolean {
    return true;
  }

  getWriteBufferSize(): number {
    return this.buffer.length;
  }

  protected dropBuffer(): void {
    this.buffer.clear();
  }
}
