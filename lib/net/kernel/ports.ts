/**
 * Ports: which ports of a host are taken, by whom.
 *
 * A port on which something listens is taken, at that address or, listening everywhere, at all.
 * The port of a connection is taken only for the other end that it leads to, so that there can be more
 * connections than ports. One that is free is looked for from 49152 on, each time behind the last.
 *
 * Counterpart: Linux's inet_hashtables.c, without TIME_WAIT: a port is free when it is closed.
 */

import { type Address, ANY } from './address';
import type { Listener } from './listener';
import { osError } from './os-error';

/** The ports that are nobody's, for whoever does not care (RFC 6335). */
const FIRST = 49152;
const LAST = 65535;

export class Ports {
  private readonly listeners = new Map<number, Listener[]>();
  private readonly connections = new Set<string>();
  private next = FIRST;

  /** Find what listens at `address`. */
  listenerAt({ host, port }: Address): Listener | undefined {
    return this.listeners.get(port)?.find(({ local }) => local.host === ANY || local.host === host);
  }

  /** Take note of a listener. */
  addListener(listener: Listener): void {
    const { port } = listener.local;
    this.listeners.set(port, [...(this.listeners.get(port) ?? []), listener]);
  }

  /** Forget a listener. */
  removeListener(listener: Listener): void {
    const { port } = listener.local;
    const others = (this.listeners.get(port) ?? []).filter((other) => other !== listener);
    if (others.length > 0) this.listeners.set(port, others);
    else this.listeners.delete(port);
  }

  /** Give the port at which to listen: a free one, where it is 0. @throws OSError when it is taken. */
  portToListen({ host, port }: Address): number {
    if (port === 0) return this.findFree((free) => !this.isListenedAt({ host, port: free }));
    if (this.isListenedAt({ host, port })) throw osError('EADDRINUSE');
    return port;
  }

  private isListenedAt({ host, port }: Address): boolean {
    const listeners = this.listeners.get(port) ?? [];
    return host === ANY
      ? listeners.length > 0
      : listeners.some(({ local }) => local.host === ANY || local.host === host);
  }

  /** Give the port from which to connect to `remote`, which is taken from then on: a free one, where it is 0. @throws OSError when there is none. */
  takePort({ host, port }: Address, remote: Address): number {
    const isFree = (free: number) =>
      !this.isListenedAt({ host, port: free }) && !this.connections.has(keyOf({ host, port: free }, remote));
    if (port !== 0 && !isFree(port)) throw osError('EADDRINUSE');
    const taken = port === 0 ? this.findFree(isFree) : port;
    this.connections.add(keyOf({ host, port: taken }, remote));
    return taken;
  }

  /** Let the port of a connection be free again. */
  release(local: Address, remote: Address): void {
    this.connections.delete(keyOf(local, remote));
  }

  private findFree(isFree: (port: number) => boolean): number {
    for (let tried = FIRST; tried <= LAST; tried++) {
      const port = this.next;
      this.next = port === LAST ? FIRST : port + 1;
      if (isFree(port)) return port;
    }
    throw osError('EADDRNOTAVAIL');
  }
}

function keyOf(local: Address, remote: Address): string {
  return `${local.host}:${local.port} ${remote.host}:${remote.port}`;
}
