/**
 * StreamReaderProtocol: between a transport, which calls, and a StreamReader, which is awaited.
 *
 * What the transport tells it, it passes on to the reader. That of a server also begins the conversation:
 * it calls the function that the server was started with, and makes a task of the coroutine
 * that this gives. An exception of that task ends the connection.
 *
 * Counterpart: asyncio.StreamReaderProtocol, in streams.py.
 */

import { isPromise } from '../../coroutine/awaitable';
import { type CoroutineLike, iscoroutine } from '../../coroutine/coroutine';
import type { Future } from '../../future/future';
import { createWaiter } from '../../future/waiter';
import type { EventLoop } from '../../loop/event-loop';
import { showAsString } from '../../repr';
import { FlowControlMixin } from '../transport/flow-control-mixin';
import type { Transport } from '../transport/transport';
import type { StreamReader } from './stream-reader';
import { StreamWriter } from './stream-writer';

/** What a server calls for each client: a plain function, a generator function or an async function. */
export type ClientConnected = (reader: StreamReader, writer: StreamWriter) => unknown;

/** Feed a reader with what a transport brings (asyncio.StreamReaderProtocol). */
export class StreamReaderProtocol extends FlowControlMixin {
  /** Ends when the connection is closed. */
  private readonly closed: Future<void>;
  private transport: Transport | undefined = undefined;

  /** @param loop otherwise the one that `getEventLoop` gives. */
  constructor(
    private readonly reader: StreamReader,
    private readonly clientConnected?: ClientConnected,
    loop?: EventLoop,
  ) {
    super(loop);
    this.closed = createWaiter(this.loop, this);
  }

  override connectionMade(transport: Transport): void {
    this.transport = transport;
    this.reader.setTransport(transport);
    const { clientConnected } = this;
    if (clientConnected === undefined) return;
    const result = clientConnected(this.reader, new StreamWriter(transport, this, this.reader));
    if (iscoroutine(result) || isPromise(result)) this.converse(transport, result as CoroutineLike<unknown>);
  }

  private converse(transport: Transport, coro: CoroutineLike<unknown>): void {
    const task = this.loop.createTask(coro) as Future;
    task.addDoneCallback(() => {
      const exception = task.cancelled() ? undefined : task.exception();
      if (exception !== undefined) {
        const message = 'Unhandled exception in client_connected_cb';
        this.loop.callExceptionHandler({ message, exception, transport });
      }
      if (exception !== undefined || task.cancelled()) transport.close();
    });
  }

  override connectionLost(error: Error | undefined): void {
    if (error === undefined) this.reader.feedEof();
    else this.reader.setException(error);
    this.endWait(error);
    super.connectionLost(error);
    this.transport = undefined;
  }

  private endWait(error: Error | undefined): void {
    if (this.closed.done()) return;
    if (error === undefined) this.closed.setResult();
    else this.closed.setException(error);
    this.closed.logTraceback = false; // nobody has to wait for the end
  }

  override dataReceived(data: Uint8Array): void {
    this.reader.feedData(data);
  }

  override eofReceived(): boolean {
    this.reader.feedEof();
    return true;
  }

  /** Give what ends when the connection is closed. @internal */
  getCloseWaiter(): Future<void> {
    return this.closed;
  }

  override toString(): string {
    return this.transport === undefined
      ? '<StreamReaderProtocol>'
      : `<StreamReaderProtocol transport=${this.transport}>`;
  }
}
showAsString(StreamReaderProtocol);
