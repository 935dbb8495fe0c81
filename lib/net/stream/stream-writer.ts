/**
 * StreamWriter: a transport, as those use it who write.
 *
 * Writing never waits: what cannot be sent is kept. To drain is to wait until little enough
 * is kept; who writes in a loop and never drains fills the memory.
 *
 * Counterpart: asyncio.StreamWriter, in streams.py, but for start_tls.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import type { Future } from '../../future/future';
import { showAsString } from '../../repr';
import { isShownBriefly } from '../../sync/repr-primitive';
import { sleep } from '../../task/sleep';
import type { FlowControlMixin } from '../transport/flow-control-mixin';
import type { Transport } from '../transport/transport';
import type { StreamReader } from './stream-reader';

/** What a writer needs of its protocol: to drain, and to know when the connection is closed. */
export interface WriterProtocol extends Pick<FlowControlMixin, 'drainHelper'> {
  getCloseWaiter(): Future<void>;
}

/**
 * The way to the other end of a connection (asyncio.StreamWriter). Made by `openConnection` and `startServer`.
 *
 * @example
 * yield* startServer(() => {}, '127.0.0.1', 8888);
 * const [reader, writer] = yield* openConnection('127.0.0.1', 8888);
 * writer.write(encode('hello\n'));
 * yield* writer.drain();
 * writer.close();
 * yield* writer.waitClosed();
 */
export class StreamWriter {
  constructor(
    /** What sends. */
    readonly transport: Transport,
    private readonly protocol: WriterProtocol,
    private readonly reader: StreamReader | undefined,
  ) {}

  /**
   * Send `data`: at once as far as there is room, the rest later. Does not wait. Once the connection is lost, does nothing.
   *
   * @throws TypeError when it is no bytes: text has to be encoded; RuntimeError after `writeEof`.
   */
  write(data: Uint8Array): void {
    this.transport.write(data);
  }

  /** Send all of `data`, piece by piece, as `write` does. */
  writelines(data: Iterable<Uint8Array>): void {
    this.transport.writelines(data);
  }

  /** Tell the other end that nothing more will come, once all is sent. It may go on sending, and this end reading. */
  writeEof(): void {
    this.transport.writeEof();
  }

  /** Tell whether `writeEof` is possible. */
  canWriteEof(): boolean {
    return this.transport.canWriteEof();
  }

  /** Close the connection, in both directions, once all is sent. Does not wait for that: `waitClosed` does. */
  close(): void {
    this.transport.close();
  }

  /** Tell whether the connection is closed, or being closed. */
  isClosing(): boolean {
    return this.transport.isClosing();
  }

  /**
   * Wait until the connection is closed.
   *
   * @throws when awaited: the error that ended the connection, if one did.
   */
  waitClosed(): Coroutine<void> {
    return new Coroutine(this.waitForClose(), 'StreamWriter.waitClosed');
  }

  private *waitForClose(): Generator<Yielded, void, unknown> {
    yield* this.protocol.getCloseWaiter();
  }

  /** Tell what is known of the connection: `peername` and `sockname`, as [host, port]; `socket`. Otherwise `fallback`. */
  getExtraInfo(name: string, fallback?: unknown): unknown {
    return this.transport.getExtraInfo(name, fallback);
  }

  /**
   * Wait until no more than a little is left to be sent: 16 KiB, after there were 64 KiB. Does not
   * yield to the loop where there were fewer, unless the connection is being closed.
   *
   * @throws when awaited: the error that ended the connection; ConnectionResetError when it is closed.
   */
  drain(): Coroutine<void> {
    return new Coroutine(this.waitUntilDrained(), 'StreamWriter.drain');
  }

  private *waitUntilDrained(): Generator<Yielded, void, unknown> {
    const error = this.reader?.exception();
    if (error !== undefined) throw error;
    // Let connectionLost be called: one who writes and drains in a loop would never hear of it.
    if (this.transport.isClosing()) yield* sleep(0);
    yield* this.protocol.drainHelper(this);
  }

  toString(): string {
    const info: string[] = [this.constructor.name];
    if (!isShownBriefly()) info.push(`transport=${this.transport}`);
    if (!isShownBriefly() && this.reader !== undefined) info.push(`reader=${this.reader}`);
    return `<${info.join(' ')}>`;
  }
}
showAsString(StreamWriter);
