/**
 * Streams for programs of several hosts: `host.openConnection` and `host.startServer`.
 *
 * The kernel of a host knows nothing of loops and coroutines, and is read and tested without them. So
 * its class is added to from here, as a library is to a machine: importing this file is what adds the methods.
 *
 * Counterpart: none; a Python program runs on one host, and has functions for this.
 */

import { Coroutine } from '../../coroutine/coroutine';
import { Host } from '../kernel/host';
import type { ServedHosts } from '../transport/create-server';
import type { Server } from '../transport/server';
import { type OpenConnectionOptions, openFrom } from './open-connection';
import { type StartServerOptions, startOn } from './start-server';
import type { StreamReader } from './stream-reader';
import type { ClientConnected } from './stream-reader-protocol';
import type { StreamWriter } from './stream-writer';

declare module '../kernel/host' {
  interface Host {
    /** Do as the function `openConnection` does, on this host. */
    openConnection(
      host: string,
      port: number,
      options?: OpenConnectionOptions,
    ): Coroutine<[StreamReader, StreamWriter]>;

    /** Do as the function `startServer` does, on this host; null stands for all of its addresses. */
    startServer(
      clientConnected: ClientConnected,
      host: ServedHosts,
      port: number,
      options?: StartServerOptions,
    ): Coroutine<Server>;
  }
}

Host.prototype.openConnection = function (host, port, options = {}) {
  return new Coroutine(openFrom(this, [host, port], options), 'Host.openConnection');
};

Host.prototype.startServer = function (clientConnected, host, port, options = {}) {
  return new Coroutine(startOn(this, clientConnected, [host, port], options), 'Host.startServer');
};
