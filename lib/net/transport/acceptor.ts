/**
 * Acceptor: makes a transport, and a protocol, of each connection that comes to one address of a server.
 *
 * Several may have come at once: each is accepted in the same handle, and then seen to by a
 * task of its own, which ends once the protocol knows of the connection.
 *
 * Counterpart: _start_serving, _accept_connection and _accept_connection2, in asyncio/selector_events.py.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { leavesTheLoop, toError } from '../../errors';
import type { EventLoop } from '../../loop/event-loop';
import type { Address } from '../kernel/address';
import type { Endpoint } from '../kernel/endpoint';
import type { Host } from '../kernel/host';
import type { Listener } from '../kernel/listener';
import type { Protocol } from './protocol';
import { SelectorSocketTransport } from './selector-socket-transport';
import type { Attachable } from './selector-transport';
import { Watcher } from './watcher';

/** Makes the protocol of a connection. */
export type ProtocolFactory = () => Protocol;

/** Accept what comes to one address of a host, for a server. */
export class Acceptor {
  private listener: Listener | undefined = undefined;
  private watcher: Watcher | undefined = undefined;

  /** @param local where to listen, from `start` on. */
  constructor(
    private readonly loop: EventLoop,
    private readonly machine: Host,
    readonly local: Address,
    private readonly protocolFactory: ProtocolFactory,
    private readonly backlog: number,
  ) {}

  /** Begin to listen, and to accept for `server`. @throws OSError when somebody listens there by now. */
  start(server: Attachable): void {
    const listener = this.machine.listen(this.local.host, this.local.port, this.backlog);
    this.listener = listener;
    this.watcher = new Watcher(this.loop, listener);
    this.watcher.addReader(this.acceptConnection.bind(this, listener, server));
  }

  /** End for good: what was not accepted is refused. */
  stop(): void {
    this.watcher?.close();
    this.listener?.close();
  }

  private acceptConnection(listener: Listener, server: Attachable): void {
    for (let i = 0; i < this.backlog; i++) {
      const endpoint = listener.accept();
      if (endpoint === undefined) return;
      this.loop.createTask(new Coroutine(this.makeTransport(endpoint, server), 'acceptConnection2'));
    }
  }

  private *makeTransport(endpoint: Endpoint, server: Attachable): Generator<Yielded, void, unknown> {
    const { loop } = this;
    let transport: SelectorSocketTransport | undefined;
    try {
      const protocol = this.protocolFactory();
      const waiter = loop.createFuture<void>();
      transport = new SelectorSocketTransport(loop, endpoint, protocol, { waiter, server });
      yield* waiter;
    } catch (thrown) {
      (transport ?? endpoint).close();
      if (leavesTheLoop(thrown)) throw thrown;
      if (!loop.getDebug()) return;
      const message = 'Error on transport creation for incoming connection';
      loop.callExceptionHandler({ message, exception: toError(thrown), transport });
    }
  }
}
