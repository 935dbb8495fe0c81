/**
 * turnCame: what somebody did to a lock, a queue or the like, by which one who waited for it could go on.
 *
 * A trace tells that the waiter's future was done, and before that, in the same step, what was
 * done to the primitive: that it was released, and what it shows of itself from then on.
 *
 * Counterpart: none.
 */

import type { PrimitiveEvent } from '../event/primitive-events';
import type { DoneEvent, SuspendEvent } from '../event/task-events';
import { awaitedName } from './awaited';
import { doerOf } from './doer';
import type { TraceIndex } from './trace-index';

/** Tell by whom, and by what, one who had waited since `suspend` could go on: `Task-2 released the Lock, for which Task-3 waited,`. */
export function turnCame(index: TraceIndex, end: DoneEvent, suspend: SuspendEvent): string {
  const name = awaitedName(index, suspend);
  const waiter = index.nameOf(suspend.task, end.n);
  const change = index.primitiveAt(suspend.primitive ?? 0, end.n);
  const deed =
    change !== undefined && index.within(change.n) === index.within(end.n) ? deedOf(index, change) : undefined;
  if (deed === undefined) return `${doerOf(index, end)} let ${waiter} pass ${name}`;
  return `${doerOf(index, end)} ${deed} ${name}, for which ${waiter} waited,`;
}

/** Tell what was done to a primitive by what it shows then. */
function deedOf(index: TraceIndex, change: PrimitiveEvent): string | undefined {
  if (index.event(change.n - 1)?.type === 'release') return 'released';
  if (change.kind === 'Event') return 'set';
  const { size: before = 0 } = index.primitiveAt(change.primitive, change.n - 1) ?? {};
  const { size: after = 0 } = change;
  if (after === before) return undefined;
  return after > before ? 'put an item into' : 'took an item out of';
}
