/*
 * What specs of blocking calls share: each test on a loop of its own, on which nothing is patched.
 */

import { decode, encode, net, socket } from '../../lib';
import { patchWaiting } from '../../lib/stdlib/waiting';
import { onNewLoops } from '../gevent/support';

/** Have each test of the suite around begin anew; gives what is printed of errors. */
export function onNewWorlds(): string[] {
  const printed = onNewLoops();
  afterEach(() => patchWaiting(undefined));
  return printed;
}

/** Add a machine that is not ours, a second away, and answers in upper case, a second later. */
export function addEcho(name = 'far'): void {
  const answer = (request: Uint8Array) => ({ data: encode(decode(request).toUpperCase()), after: 1 });
  net.getNetwork().addHost(name, { latency: 0.5 }).respond(80, answer);
}

/** Two sockets of this host that are connected, made by main; and what listens there. */
export function pair(): { client: socket.Socket; server: socket.Socket; listener: socket.Socket } {
  const listener = socket.createServer(['127.0.0.1', 0]);
  const client = socket.createConnection(listener.getsockname());
  return { client, server: listener.accept()[0], listener };
}

/** What `action` throws, as `Name: text`; what it gives, where it throws nothing. */
export function outcomeOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return String(error);
  }
}
