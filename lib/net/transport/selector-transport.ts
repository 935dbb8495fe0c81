/**
 * SelectorTransport: the life of a transport, from a connection that is there to one that is lost.
 *
 *     open --close--> closing --all is sent--> lost --connectionLost, in the next iteration--> closed
 *       |                                       ^
 *       +-- abort, or an error -----------------+   what is not sent is dropped
 *
 * Invariant: `connLost` is above 0 exactly from when a call of connectionLost is decided; it is
 * called once. The endpoint is closed only after it; until then, errors can be asked for.
 *
 * Counterpart: _SelectorTransport, in asyncio/selector_events.py.
 */

import { OSError } from '../../errors';
import type { EventLoop } from '../../loop/event-loop';
import { showAsString } from '../../repr';
import type { Endpoint } from '../kernel/endpoint';
import { FlowControlTransport } from './flow-control-transport';
import type { Protocol } from './protocol';
import type { Transport } from './transport';
import { TransportSocket } from './transport-socket';
import { Watcher } from './watcher';

/** What keeps account of the transports of its connections: a server. */
export interface Attachable {
  attach(transport: Transport): void;
  detach(transport: Transport): void;
}

export abstract class SelectorTransport extends FlowControlTransport implements Transport {
  /** Above 0 once the call of connectionLost is decided; from then on it counts what is written in vain, too. */
  protected connLost = 0;
  protected closing = false;
  protected readonly watcher: Watcher;
  private paused = false;
  private closed = false;
  /** What is shown of the endpoint to those who ask. */
  private readonly socket: TransportSocket;

  constructor(
    loop: EventLoop,
    protected readonly endpoint: Endpoint,
    protocol: Protocol,
    private readonly server?: Attachable,
  ) {
    super(loop, protocol);
    this.watcher = new Watcher(loop, endpoint);
    this.socket = new TransportSocket(endpoint);
    server?.attach(this);
  }

  abstract write(data: Uint8Array): void;
  abstract writelines(data: Iterable<Uint8Array>): void;
  abstract writeEof(): void;
  abstract canWriteEof(): boolean;
  /** Read what there is. */
  protected abstract readReady(): void;
  /** Forget what is kept to be sent. */
  protected abstract dropBuffer(): void;

  getExtraInfo(name: string, fallback?: unknown): unknown {
    if (name === 'socket') return this.socket;
    if (name === 'sockname') return this.socket.getsockname();
    if (name === 'peername') return this.socket.getpeername();
    return fallback;
  }

  isReading(): boolean {
    return !this.closing && !this.paused;
  }

  pauseReading(): void {
    if (!this.isReading()) return;
    this.paused = true;
    this.watcher.removeReader();
  }

  resumeReading(): void {
    if (this.closing || !this.paused) return;
    this.paused = false;
    this.startReading();
  }

  protected startReading(): void {
    if (this.isReading()) this.watcher.addReader(this.readReady.bind(this));
  }

  isClosing(): boolean {
    return this.closing;
  }

  close(): void {
    if (this.closing) return;
    this.closing = true;
    this.watcher.removeReader();
    if (this.getWriteBufferSize() === 0) this.loseConnection(undefined);
  }

  abort(): void {
    this.forceClose(undefined);
  }

  /** Give up, for `error`. What went wrong on the network is for the protocol to know; what else did, for the exception handler. */
  protected fatalError(error: Error, message: string): void {
    if (!(error instanceof OSError)) {
      this.loop.callExceptionHandler({ message, exception: error, transport: this, protocol: this.protocol });
    }
    this.forceClose(error);
  }

  private forceClose(error: Error | undefined): void {
    if (this.connLost > 0) return;
    this.dropBuffer();
    this.closing = true;
    this.watcher.removeReader();
    this.loseConnection(error);
  }

  private loseConnection(error: Error | undefined): void {
    this.connLost += 1;
    this.watcher.removeWriter();
    this.loop.callSoon(this.callConnectionLost.bind(this), error);
  }

  protected callConnectionLost(error: Error | undefined): void {
    try {
      this.protocol.connectionLost(error);
    } finally {
      this.watcher.close();
      this.endpoint.close();
      this.closed = true;
      this.server?.detach(this);
    }
  }

  override toString(): string {
    const { read, write } = this.watcher.polling();
    const info: string[] = [this.constructor.name];
    if (this.closed) info.push('closed');
    else if (this.closing) info.push('closing');
    if (!this.loop.isClosed()) {
      info.push(`read=${read ? 'polling' : 'idle'}`);
      info.push(`write=<${write ? 'polling' : 'idle'}, bufsize=${this.getWriteBufferSize()}>`);
    }
    return `<${info.join(' ')}>`;
  }
}
showAsString(SelectorTransport);
