/**
 * awaitInGreenlet: how a greenlet of gevent's waits for what is asyncio's.
 *
 * A coroutine of asyncio's yields the future that it waits for, or nothing where it only gives way.
 * A task has itself woken by that future; a greenlet has itself switched to by it, and switches to
 * the hub. The step that a task takes, and a switch of the hub, are both a callback of the loop, so
 * it goes on when a task would.
 *
 * Counterpart: none; Task.__step, of which this is what concerns the future.
 */

import { RuntimeError } from '../../errors';
import type { Future } from '../../future/future';
import { isfuture } from '../../future/isfuture';
import { Move } from '../../greenlet/move';
import type { RawGreenlet } from '../../greenlet/raw-greenlet';
import { repr, typeName } from '../../repr';
import { Task } from '../../task/task';
import type { Hub } from './hub';

/** Give the switch to the hub by which `greenlet` waits for what it yielded. @throws RuntimeError for what nobody can wait for. */
export function awaitInGreenlet(greenlet: RawGreenlet, hub: Hub, yielded: unknown): Move {
  if (yielded !== undefined && !isfuture(yielded)) {
    throw new RuntimeError(`${greenlet} cannot wait for ${repr(yielded)}: yield* something that can be awaited`);
  }
  const reason = { label: yielded === undefined ? 'its turn' : labelOf(yielded) };
  const switchBack = (): void => {
    if (hub.waiting.get(greenlet) !== reason) return; // it was thrown an error meanwhile
    hub.work(() => void hub.make(new Move(greenlet, [])));
  };
  if (yielded === undefined) hub.loop.callSoon(switchBack, { context: hub.context });
  else waitFor(yielded, hub, switchBack);
  hub.waiting.set(greenlet, reason);
  return new Move(hub, []);
}

function waitFor(future: Future, hub: Hub, switchBack: () => void): void {
  if (future.getLoop() !== hub.loop) throw new RuntimeError(`${future} is attached to a different loop`);
  if (!future.asyncioFutureBlocking) throw new RuntimeError(`yield was used instead of yield* with ${future}`);
  future.asyncioFutureBlocking = false;
  future.addDoneCallback(switchBack, { context: hub.context });
}

function labelOf(future: Future): string {
  return future instanceof Task ? String(future.getName()) : typeName(future);
}
