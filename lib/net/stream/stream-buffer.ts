/**
 * StreamBuffer: what has come over a connection, and whoever waits for more of it.
 *
 * It is the half of a StreamReader that the protocol knows. The protocol feeds it, and tells
 * it of the end, or of the error that ended the connection. One that reads and is short of bytes
 * parks on a future, which the next feeding sets, and looks again: so only one task may read at a time.
 *
 * It holds back the sender: with more than twice the limit in it, the transport is told to
 * stop reading; and to go on once that is taken down to the limit, or somebody waits for
 * more whatever there is: else they would wait for ever.
 *
 * Counterpart: the feed methods of asyncio.StreamReader, in streams.py.
 */

import { checkBytes } from '../../bytes';
import type { Yielded } from '../../coroutine/awaitable';
import { AssertionError, RuntimeError, ValueError } from '../../errors';
import type { Future } from '../../future/future';
import { createWaiter } from '../../future/waiter';
import { getEventLoop } from '../../loop/current-loop';
import type { EventLoop } from '../../loop/event-loop';
import { repr, showAsString } from '../../repr';
import { isShownBriefly } from '../../sync/repr-primitive';
import { ByteBuffer } from '../byte-buffer';
import type { ReadTransport } from '../transport/transport';

/** How many bytes a line may have, and half of what is taken in before the transport is stopped: 64 KiB. */
export const DEFAULT_LIMIT = 2 ** 16;

/** Keyword arguments of `new StreamReader`. */
export interface StreamReaderOptions {
  /** How many bytes a line may have, and half of what is taken in before the sender is held back; otherwise 64 KiB. */
  readonly limit?: number;
  /** Otherwise the one that `getEventLoop` gives. */
  readonly loop?: EventLoop;
}

/** A buffer that is fed by a protocol, and holds back its transport. */
export abstract class StreamBuffer {
  protected readonly limit: number;
  protected readonly buffer = new ByteBuffer();
  protected eof = false;
  protected error: Error | undefined = undefined;
  private readonly loop: EventLoop;
  /** Whoever waits for more. */
  private waiter: Future<void> | undefined = undefined;
  private transport: ReadTransport | undefined = undefined;
  /** Whether the transport was told to stop reading. */
  private paused = false;

  /** @throws ValueError unless the limit is above 0; RuntimeError when no loop is given, and there is none. */
  constructor({ limit = DEFAULT_LIMIT, loop = getEventLoop() }: StreamReaderOptions = {}) {
    if (limit <= 0) throw new ValueError('Limit cannot be <= 0');
    this.limit = limit;
    this.loop = loop;
  }

  /** Set what is to be told to stop reading, and to go on: once. */
  setTransport(transport: ReadTransport): void {
    if (this.transport !== undefined) throw new AssertionError('Transport already set');
    this.transport = transport;
  }

  /** Give the error that ended the connection; undefined where none did. */
  exception(): Error | undefined {
    return this.error;
  }

  /** Let every read throw `error`, from now on: the connection was lost. */
  setException(error: Error): void {
    this.error = error;
    this.releaseWaiter((waiter) => waiter.setException(error));
  }

  /** Take note that nothing more will come. */
  feedEof(): void {
    this.eof = true;
    this.changed();
    this.releaseWaiter((waiter) => waiter.setResult());
  }

  /** Tell whether the end has come, and all before it was read. */
  atEof(): boolean {
    return this.eof && this.buffer.length === 0;
  }

  /**
   * Take in what has come. With more than twice the limit in the buffer, the transport is told to stop reading.
   *
   * @throws AssertionError after `feedEof`; TypeError when `data` is no bytes.
   */
  feedData(data: Uint8Array): void {
    if (this.eof) throw new AssertionError('feed_data after feed_eof');
    checkBytes('data argument', data);
    if (data.length === 0) return;
    this.buffer.append(data);
    this.changed();
    this.releaseWaiter((waiter) => waiter.setResult());
    if (this.transport === undefined || this.paused || this.buffer.length <= 2 * this.limit) return;
    this.transport.pauseReading();
    this.paused = true;
  }

  private releaseWaiter(release: (waiter: Future<void>) => void): void {
    const { waiter } = this;
    this.waiter = undefined;
    if (waiter !== undefined && !waiter.cancelled()) release(waiter);
  }

  /** Wait until something has come, or the end has. `method` is what whoever waits has called. */
  protected *waitForData(method: string): Generator<Yielded, void, unknown> {
    if (this.waiter !== undefined) {
      throw new RuntimeError(`${method}() called while another coroutine is already waiting for incoming data`);
    }
    if (this.eof) throw new AssertionError('_wait_for_data after EOF');
    this.resumeTransport();
    this.waiter = createWaiter(this.loop, this);
    this.loop.observer?.waiterCreated(this, this.waiter);
    try {
      yield* this.waiter;
    } finally {
      this.waiter = undefined;
    }
  }

  /** Take up to `count` bytes from the front. */
  protected take(count: number): Uint8Array {
    const taken = this.buffer.take(count);
    this.changed();
    if (this.buffer.length <= this.limit) this.resumeTransport();
    return taken;
  }

  private resumeTransport(): void {
    if (!this.paused) return;
    this.paused = false;
    this.transport?.resumeReading();
  }

  private changed(): void {
    this.loop.observer?.primitiveChanged(this);
  }

  toString(): string {
    const info = ['StreamReader'];
    if (this.buffer.length > 0) info.push(`${this.buffer.length} bytes`);
    if (this.eof) info.push('eof');
    if (this.limit !== DEFAULT_LIMIT) info.push(`limit=${this.limit}`);
    if (this.waiter !== undefined && !isShownBriefly()) info.push(`waiter=${this.waiter}`);
    if (this.error !== undefined) info.push(`exception=${repr(this.error)}`);
    if (this.transport !== undefined && !isShownBriefly()) info.push(`transport=${this.transport}`);
    if (this.paused) info.push('paused');
    return `<${info.join(' ')}>`;
  }
}
showAsString(StreamBuffer);
