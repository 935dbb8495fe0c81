/**
 * Connections for the specs of transports: two endpoints on one host, and a protocol that notes what it is told.
 */

import { type EventLoop, getEventLoop } from '../../../lib';
import { decode } from '../../../lib/bytes';
import type { Endpoint } from '../../../lib/net/kernel/endpoint';
import { Network } from '../../../lib/net/kernel/network';
import { Protocol } from '../../../lib/net/transport/protocol';
import { SelectorSocketTransport } from '../../../lib/net/transport/selector-socket-transport';
import { runBriefly } from '../../support';

/** More than the kernel takes from one who writes while the other end does not read. */
export const TOO_MUCH = 400_000;

/** Give two ends of one connection. */
export function connect(): [Endpoint, Endpoint] {
  const { localhost } = new Network();
  const listener = localhost.listen(null, 0);
  const client = localhost.connect('localhost', listener.local.port);
  const server = listener.accept() as Endpoint;
  listener.close();
  return [client, server];
}

/** Notes what it is told. */
export class NotingProtocol extends Protocol {
  readonly told: string[] = [];

  constructor(
    /** What `eofReceived` gives. */
    private readonly keepOpen = false,
    /** What is thrown by the method of a name. */
    private readonly errors: { readonly [method: string]: Error } = {},
  ) {
    super();
  }

  override connectionMade(): void {
    this.note('connectionMade');
  }

  override dataReceived(data: Uint8Array): void {
    this.note('dataReceived', data.length > 10 ? `${data.length} bytes` : decode(data));
  }

  override eofReceived(): boolean {
    this.note('eofReceived');
    return this.keepOpen;
  }

  override connectionLost(error: Error | undefined): void {
    this.note('connectionLost', ...(error === undefined ? [] : [error.name]));
  }

  override pauseWriting(): void {
    this.note('pauseWriting');
  }

  override resumeWriting(): void {
    this.note('resumeWriting');
  }

  private note(method: string, ...words: string[]): void {
    this.told.push([method, ...words].join(' '));
    const error = this.errors[method];
    if (error !== undefined) throw error;
  }
}

/** Give a transport for `protocol`, which knows of it already, and the other end of its connection. */
export function transportFor(protocol: Protocol): [SelectorSocketTransport, Endpoint] {
  const loop = getEventLoop();
  const [own, other] = connect();
  const transport = new SelectorSocketTransport(loop, own, protocol);
  runBriefly(loop, 2);
  if (protocol instanceof NotingProtocol) protocol.told.length = 0;
  return [transport, other];
}

/** Run all there is to run. */
export function settle(loop: EventLoop): void {
  while (loop.step());
}
