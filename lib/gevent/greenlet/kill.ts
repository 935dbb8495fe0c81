/**
 * kill and killall: end greenlets from outside, by an error thrown where they wait.
 *
 * Counterpart: gevent.kill, gevent.killall.
 */

import { toError } from '../../errors';
import { Move } from '../../greenlet/move';
import type { RawGreenlet } from '../../greenlet/raw-greenlet';
import { type Blocking, blockingCall, finishedCall, type Steps } from '../hub/blocking-call';
import { type Exception, type KillOptions, killOptions, type Limit } from '../hub/call-options';
import type { Work } from '../hub/callback';
import { getHub, type Hub } from '../hub/hub';
import { startTimeout } from '../hub/timeout';
import { Waiter } from '../hub/waiter';
import { errorOf, Greenlet } from './greenlet';
import { waitForAll } from './wait';

/** Have `exception`, otherwise GreenletExit, thrown in `greenlet` soon; do not wait for its end (gevent.kill). */
export function kill(greenlet: RawGreenlet, exception?: Exception): void {
  if (greenlet.dead) return;
  if (greenlet instanceof Greenlet) greenlet.kill({ exception, block: false });
  else getHub().runCallback('kill', () => new Move(greenlet, [], errorOf(exception)));
}

/**
 * Have `exception`, otherwise GreenletExit, thrown in all `greenlets`, and wait until they have ended, those too
 * that do something else first; without `block`, do not wait. Those that have not begun never will (gevent.killall).
 *
 * @param exception it, or an object of all: `{ exception, block, timeout }`.
 * @throws Timeout, where they have not ended after `timeout` seconds.
 * @example
 * gevent.killall([gevent.spawn(gevent.sleep, 10), gevent.spawn(gevent.sleep, 20)]);
 */
export function killall(
  greenlets: Iterable<RawGreenlet>,
  exception?: Exception | KillOptions,
  block?: boolean,
  timeout?: Limit,
): Blocking<void> {
  const list = [...greenlets];
  const options = killOptions(exception, block, timeout);
  if (options.block ?? true) return blockingCall('killall', () => killAndJoin(list, options));
  killSoon(list, options.exception);
  return finishedCall();
}

function killSoon(greenlets: readonly RawGreenlet[], exception?: Exception): void {
  const hub = getHub();
  const begun = begunOf(greenlets, exception);
  if (begun.length > 0) hub.runCallback('killall', () => throwInAll(hub, begun, exception));
}

function* killAndJoin(greenlets: readonly RawGreenlet[], { exception, timeout }: KillOptions): Steps<void> {
  const hub = getHub();
  const begun = begunOf(greenlets, exception);
  if (begun.length === 0) return;
  const waiter = new Waiter<Greenlet[]>(hub);
  hub.runCallback('killall', () => throwInAll(hub, begun, exception, waiter));
  const timer = startTimeout(timeout);
  try {
    const alive = yield* waiter.get({ label: 'killall' });
    if (alive.length > 0) yield* waitForAll(alive);
  } finally {
    timer?.cancel();
  }
}

/** End those that have not begun; give the others. */
function begunOf(greenlets: readonly RawGreenlet[], exception?: Exception): RawGreenlet[] {
  return greenlets.filter((each) => {
    if (!(each instanceof Greenlet)) return true;
    each.noteKill(exception);
    return !each.endUnlessBegun(errorOf(exception));
  });
}

function* throwInAll(
  hub: Hub,
  greenlets: readonly RawGreenlet[],
  exception: Exception | undefined,
  waiter?: Waiter<Greenlet[]>,
): Work {
  const alive: Greenlet[] = [];
  for (const each of greenlets) {
    if (!each.dead) yield* throwIn(hub, each, errorOf(exception));
    if (!each.dead && each instanceof Greenlet) alive.push(each);
  }
  const move = waiter?.switch(alive);
  if (move !== undefined) yield move;
}

function* throwIn(hub: Hub, greenlet: RawGreenlet, error: Error): Work {
  try {
    yield new Move(greenlet, [], error);
  } catch (thrown) {
    yield* hub.report(greenlet, toError(thrown));
  }
}
