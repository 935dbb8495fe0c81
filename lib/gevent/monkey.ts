/**
 * monkey: makes calls that block switch to the hub instead.
 *
 * Python's modules can be changed while the program runs, and that is what gevent does with `time`,
 * `socket` and others: whoever calls `time.sleep` after that calls gevent's sleep, and need not
 * know. Here the calls stay as they are, and only how they wait is put in place of how they did.
 *
 * Counterpart: gevent/monkey.py; gevent._socketcommon and wait_on_watcher, for how a socket waits.
 */

import { getcurrent } from '../greenlet/raw-greenlet';
import { patchWaiting, type Source, type Steps, type Waiting } from '../stdlib/waiting';
import { blockingCall } from './hub/blocking-call';
import { ConcurrentObjectUseError } from './hub/gevent-errors';
import { getHub } from './hub/hub';
import { pollOf } from './hub/poll';
import { sleepSteps } from './hub/sleep';
import { startTimeout } from './hub/timeout';
import { Waiter } from './hub/waiter';

/** Waits while others run. */
const cooperative: Waiting = {
  call: blockingCall,
  sleep: sleepSteps,
  *untilReady(name: string, source: Source, deadline: number): Steps<boolean> {
    const timeout = startTimeout(deadline === Infinity ? undefined : deadline - source.time());
    try {
      do yield* change(name, source);
      while (!source.isReady());
      return true;
    } catch (error) {
      if (error !== timeout) throw error;
      return false;
    } finally {
      timeout?.close();
    }
  },
};

/** Wait until `source` is ready, or may be; where it is already, until others have run. @throws ConcurrentObjectUseError when another waits for it already. */
function* change(name: string, source: Source): Steps<void> {
  const greenlet = getcurrent();
  if (source.waiter !== undefined) {
    throw new ConcurrentObjectUseError(`This socket is already used by another greenlet: ${source.waiter.greenlet}`);
  }
  const hub = getHub();
  const waiter = new Waiter<void>(hub);
  const changed = (): void => {
    if (source.isReady()) pollOf(hub).add(waiter);
  };
  source.setWaiter({
    greenlet,
    changed,
    cancelled: (error) => hub.runCallback('cancel wait', () => waiter.throw(error)),
  });
  changed();
  try {
    yield* waiter.wait({ label: `${name}() on ${source.owner}`, primitive: source.owner });
  } finally {
    source.setWaiter(undefined);
  }
}

/**
 * From now on, let `time.sleep` and the calls of sockets switch to the hub while they wait, instead of
 * stopping the world (gevent.monkey.patch_all). Sockets that are there already do not change. There is no
 * way back, as in gevent.
 *
 * @example
 * gevent.monkey.patchAll();
 * const naps = [1, 2].map((n) => gevent.spawn(time.sleep, n));
 * gevent.joinall(naps); // takes two seconds; before, it would have taken three
 */
export function patchAll(): void {
  patchWaiting(cooperative);
}
