/**
 * The warning about a callback that keeps the loop from all others.
 *
 * In debug mode the loop measures each callback by its own clock. In virtual time only what
 * advances that clock takes time, as a simulated blocking call does.
 *
 * Counterpart: the debug branch of BaseEventLoop._run_once.
 */

import { takeLastEntered } from '../future/registry';
import { logger } from '../log';
import type { Clock } from './clock';
import type { Handle } from './handle';

/** Run `handle`, and log it if that takes `limit` seconds or more: as its task, where it was the step of one. */
export function runTimed(handle: Handle, clock: Clock, limit: number): void {
  const begun = clock.time();
  takeLastEntered();
  handle.run();
  const duration = clock.time() - begun;
  if (duration >= limit) logger.warning(`Executing ${takeLastEntered() ?? handle} took ${duration.toFixed(3)} seconds`);
}
