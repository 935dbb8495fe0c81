/**
 * Looking up a host's name.
 *
 * An address is its own answer, at once. For a name the resolver is asked, and that is a
 * function that blocks: so a thread does it, and a few iterations pass.
 *
 * Counterpart: _ensure_resolved and getaddrinfo of asyncio.BaseEventLoop.
 */

import type { Yielded } from '../../coroutine/awaitable';
import type { EventLoop } from '../../loop/event-loop';
import { isIp } from '../kernel/address';
import type { Host } from '../kernel/host';

/** Give the address that `name` has for `host`. @throws GaiError when it has none. */
export function* ensureResolved(loop: EventLoop, host: Host, name: string): Generator<Yielded, string, unknown> {
  if (isIp(name)) return name;
  const getaddrinfo = (): string => host.resolve(name);
  return yield* loop.runInExecutor(null, getaddrinfo);
}
