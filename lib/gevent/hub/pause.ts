/**
 * pause: the switch to the hub. Whatever waits, in gevent, waits here.
 *
 * Counterpart: hub.switch(), as it is called all over gevent.
 */

import type { Yielded } from '../../coroutine/awaitable';
import { RuntimeError } from '../../errors';
import { peekRunningLoop } from '../../future/running-loop';
import { Move } from '../../greenlet/move';
import { getcurrent, type RawGreenlet } from '../../greenlet/raw-greenlet';
import { repr } from '../../repr';
import { InvalidSwitchError } from './gevent-errors';
import type { Hub, Reason } from './hub';

const OF_ANOTHER_LOOP =
  'is bound to a different event loop: what is used in a program given to run() has to be made there';

/**
 * Have the hub run, until somebody switches back; give what with.
 *
 * @throws what is thrown here instead: by `kill`, by a Timeout; RuntimeError where another loop runs than the hub's.
 */
export function* pause(hub: Hub, reason: Reason): Generator<Yielded, unknown, unknown> {
  if ((peekRunningLoop() ?? hub.loop) !== hub.loop) throw new RuntimeError(`${reason.label} ${OF_ANOTHER_LOOP}`);
  const greenlet = getcurrent();
  hub.waiting.set(greenlet, reason);
  try {
    return yield new Move(hub, []);
  } finally {
    hub.waiting.delete(greenlet);
  }
}

/** Pause until somebody switches back with `expected`. @throws InvalidSwitchError where it is something else; as `pause`. */
export function* pauseFor(expected: unknown, hub: Hub, reason: Reason): Generator<Yielded, void, unknown> {
  const result = yield* pause(hub, reason);
  if (result !== expected) {
    throw new InvalidSwitchError(
      `Invalid switch into ${reason.label}: got ${repr(result)} (expected ${repr(expected)})`,
    );
  }
}

/** Give the switch to `greenlet`, with `error`; undefined for one of gevent's that has ended. For a mere one that has, its parent is thrown it. */
export function throwInto(greenlet: RawGreenlet, error: Error): Move | undefined {
  return greenlet.dead && greenlet.kind === 'gevent' ? undefined : new Move(greenlet, [], error);
}
