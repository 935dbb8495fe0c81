/**
 * Server: accepts connections until it is closed; those that it has accepted live on.
 *
 * To be closed is one thing, to be done another: who waits for the end waits until the server is
 * closed and the last of its connections is lost, in whatever order.
 *
 * Invariant: `acceptors` are undefined exactly from when it is closed; `waiters` exactly
 * from when it is done.
 *
 * Counterpart: asyncio.Server, in base_events.py.
 */

import type { AsyncContextManager } from '../../coroutine/async-with';
import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { AssertionError, CancelledError, RuntimeError } from '../../errors';
import type { Future } from '../../future/future';
import { createWaiter, releaseWaiter } from '../../future/waiter';
import type { EventLoop } from '../../loop/event-loop';
import { showAsString } from '../../repr';
import { sleep } from '../../task/sleep';
import type { Acceptor } from './acceptor';
import type { Attachable } from './selector-transport';
import type { Transport } from './transport';
import { TransportSocket } from './transport-socket';

/**
 * What accepts connections (asyncio.Server). Made by `startServer` and `createServer`. Left
 * by `asyncWith`, it is closed, and waited for.
 *
 * @example
 * const server = yield* startServer(() => {}, '127.0.0.1', 8888);
 * const serving = loop.createTask(asyncWith(server, () => server.serveForever()));
 * yield* sleep(1);
 * serving.cancel();
 * yield* server.waitClosed();
 */
export class Server implements AsyncContextManager<Server>, Attachable {
  private readonly clients = new Set<Transport>();
  private waiters: Future<void>[] | undefined = [];
  private serving = false;
  private servingForever: Future<void> | undefined = undefined;

  /** @internal */
  constructor(
    private readonly loop: EventLoop,
    private acceptors: readonly Acceptor[] | undefined,
  ) {}

  /** Give the loop that this belongs to. */
  getLoop(): EventLoop {
    return this.loop;
  }

  /** Tell whether connections are accepted. */
  isServing(): boolean {
    return this.serving;
  }

  /** What connections are accepted at; nothing once it is closed. */
  get sockets(): readonly TransportSocket[] {
    return (this.acceptors ?? []).map((acceptor) => new TransportSocket(acceptor));
  }

  /** Accept connections, if that is not so already. It is, unless `startServer` was told otherwise. */
  startServing(): Coroutine<void> {
    return new Coroutine(this.startAndGiveWay(), 'Server.startServing');
  }

  private *startAndGiveWay(): Generator<Yielded, void, unknown> {
    this.start();
    yield* sleep(0);
  }

  /** Accept connections from now on. @internal */
  start(): void {
    if (this.serving) return;
    if (this.acceptors === undefined) throw new RuntimeError(`server ${this} is closed`);
    this.serving = true;
    for (const acceptor of this.acceptors) acceptor.start(this);
  }

  /**
   * Accept connections until cancelled; then close, and wait for the connections to end.
   *
   * @throws when awaited: the CancelledError; RuntimeError when it is closed, or another task does the same.
   */
  serveForever(): Coroutine<never> {
    return new Coroutine(this.serveUntilCancelled(), 'Server.serveForever');
  }

  private *serveUntilCancelled(): Generator<Yielded, never, unknown> {
    if (this.servingForever !== undefined) {
      throw new RuntimeError(`server ${this} is already being awaited on serve_forever()`);
    }
    if (this.acceptors === undefined) throw new RuntimeError(`server ${this} is closed`);
    this.start();
    this.servingForever = this.createWaiter();
    try {
      yield* this.servingForever;
    } catch (error) {
      if (error instanceof CancelledError) yield* this.leave();
      throw error;
    } finally {
      this.servingForever = undefined;
    }
    throw new AssertionError('nothing but a cancellation ends serve_forever()');
  }

  /** Accept no more. The connections that there are live on: see `closeClients`. Whoever serves for ever is cancelled. */
  close(): void {
    const { acceptors } = this;
    if (acceptors === undefined) return;
    this.acceptors = undefined;
    for (const acceptor of acceptors) acceptor.stop();
    this.serving = false;
    this.servingForever?.cancel();
    this.servingForever = undefined;
    this.wakeupIfDone();
  }

  /** Close all connections, each once what is kept for it is sent. */
  closeClients(): void {
    for (const transport of [...this.clients]) transport.close();
  }

  /** Close all connections now. */
  abortClients(): void {
    for (const transport of [...this.clients]) transport.abort();
  }

  /** Wait until this is closed, and the last connection has ended. Does not yield to the loop if that is so. */
  waitClosed(): Coroutine<void> {
    return new Coroutine(this.waitUntilDone(), 'Server.waitClosed');
  }

  private *waitUntilDone(): Generator<Yielded, void, unknown> {
    if (this.waiters === undefined) return;
    const waiter = this.createWaiter();
    this.waiters.push(waiter);
    yield* waiter;
  }

  private createWaiter(): Future<void> {
    const waiter = createWaiter(this.loop, this);
    this.loop.observer?.waiterCreated(this, waiter);
    return waiter;
  }

  /** Take note of a connection. @internal */
  attach(transport: Transport): void {
    if (this.acceptors === undefined) throw new AssertionError();
    this.clients.add(transport);
  }

  /** Take note that a connection has ended. @internal */
  detach(transport: Transport): void {
    this.clients.delete(transport);
    this.wakeupIfDone();
  }

  private wakeupIfDone(): void {
    if (this.clients.size > 0 || this.acceptors !== undefined) return;
    for (const waiter of this.waiters ?? []) releaseWaiter(waiter);
    this.waiters = undefined;
  }

  /** Enter: does nothing. `asyncWith` calls this. */
  aenter(): Coroutine<Server> {
    return new Coroutine(this.enter(), 'Server.aenter');
  }

  private *enter(): Generator<never, Server, unknown> {
    return this;
  }

  /** Leave: close, and wait until that is done. `asyncWith` calls this. */
  aexit(): Coroutine<void> {
    return new Coroutine(this.leave(), 'Server.aexit');
  }

  private *leave(): Generator<Yielded, void, unknown> {
    this.close();
    yield* this.waitUntilDone();
  }

  toString(): string {
    return `<${this.constructor.name} sockets=(${this.sockets.join(', ')}${this.sockets.length === 1 ? ',' : ''})>`;
  }
}
showAsString(Server);
