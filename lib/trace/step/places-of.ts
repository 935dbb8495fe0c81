/**
 * placesOf: where a live task or greenlet is suspended, by what the host tells.
 *
 * A task has a coroutine from the beginning; a greenlet has something that can be suspended
 * once it has begun, and until it ends.
 *
 * Counterpart: Task.get_stack; `gr_frame` of a greenlet.
 */

import type { CoroutineLike } from '../../coroutine/coroutine';
import { RawGreenlet } from '../../greenlet/raw-greenlet';
import type { Task } from '../../task/task';
import type { Host, Place } from '../host';

/** Give the calls by which `thing` waits, outermost first, with their variables; none where they are not known. */
export function placesOf(thing: Task | RawGreenlet | undefined, host: Host | undefined): Place[] {
  const suspended = thing instanceof RawGreenlet ? thing.body : thing?.getCoro();
  return host?.chainOf(suspended as CoroutineLike<unknown> | undefined, { variables: true }) ?? [];
}
