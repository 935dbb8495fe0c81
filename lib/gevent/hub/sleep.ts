/**
 * sleep and idle: wait for nothing but that others have run, or that time has passed.
 *
 * Counterpart: gevent.sleep, gevent.idle.
 */

import { checkSeconds } from '../../seconds';
import { type Blocking, blockingCall, type Steps } from './blocking-call';
import { getHub, type LaterOptions } from './hub';
import { Waiter } from './waiter';

/**
 * Wait `seconds`; with 0 or less, until those have run that can (gevent.sleep).
 *
 * @example
 * gevent.sleep(1.5); // in main; a greenlet awaits it
 */
export function sleep(seconds = 0): Blocking<void> {
  return blockingCall('sleep', () => sleepSteps(seconds));
}

/** What `sleep` does. */
export function sleepSteps(seconds: number): Steps<void> {
  return seconds <= 0 ? giveWay() : waitUntil(seconds);
}

/** Wait until nothing else is to be done now (gevent.idle). Of several who do, gevent wakes the last first; here the first. */
export function idle(): Blocking<void> {
  return blockingCall('idle', () => waitUntil(0, { last: true }));
}

function* giveWay(): Steps<void> {
  const hub = getHub();
  const waiter = new Waiter<void>(hub);
  hub.runCallback('sleep', () => waiter.switch(undefined));
  yield* waiter.get({ label: 'its turn' });
}

function* waitUntil(seconds: number, options?: LaterOptions): Steps<void> {
  checkSeconds('seconds', seconds);
  const hub = getHub();
  const waiter = new Waiter<void>(hub);
  const timer = hub.callLater(seconds, 'sleep', () => waiter.switch(undefined), options);
  try {
    yield* waiter.wait({ label: `sleep until ${hub.loop.time() + seconds}s` });
  } finally {
    timer.stop();
  }
}
