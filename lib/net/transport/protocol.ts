/**
 * Protocol: what is told of a connection, by its transport.
 *
 *     connectionMade [-> dataReceived]* [-> eofReceived] -> connectionLost
 *
 * Each is a plain function, called by a handle of the loop; only `pauseWriting` and
 * `resumeWriting` are called from within whatever writes, or sends: else they would come too late.
 *
 * Counterpart: BaseProtocol and Protocol, in asyncio/protocols.py.
 */

import type { Transport } from './transport';

/** What is told of a connection that can only be written to; the base of Protocol (asyncio.BaseProtocol). */
export class BaseProtocol {
  /** The connection is made. */
  connectionMade(_transport: Transport): void {}

  /** The connection is lost, for `error`; or closed, where there is none. */
  connectionLost(_error: Error | undefined): void {}

  /** More is kept to be sent than the high-water mark: write no more. */
  pauseWriting(): void {}

  /** No more than the low-water mark is left of it: go on writing. */
  resumeWriting(): void {}
}

/**
 * What is told of a connection (asyncio.Protocol). To be extended.
 *
 * @example
 * class Echo extends Protocol {
 *   connectionMade(transport: Transport) { this.transport = transport; }
 *   dataReceived(data: Uint8Array) { this.transport.write(data); }
 * }
 * yield* createServer(() => new Echo(), '127.0.0.1', 8888);
 */
export class Protocol extends BaseProtocol {
  /** `data` has come. */
  dataReceived(_data: Uint8Array): void {}

  /** The other end will send no more. The transport is closed, unless this gives true: then it stays open, to write. */
  // biome-ignore lint/suspicious/noConfusingVoidType: one that returns nothing lets the transport be closed
  eofReceived(): boolean | undefined | void {}
}
