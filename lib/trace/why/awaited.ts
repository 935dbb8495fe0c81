/**
 * What a task waits for: another task, its turn at a lock, a sleep, a gather, some future.
 *
 * A trace gives it as the number of a future, with a label. A sleep is a future like others: it
 * is known by its timer, which is set right before the task waits, or has ended the future.
 *
 * Counterpart: none.
 */

import type { ScheduleEvent } from '../event/loop-events';
import type { PrimitiveEvent } from '../event/primitive-events';
import type { SuspendEvent } from '../event/task-events';
import { purposeOf, timerWithin } from './doer';
import type { TraceIndex } from './trace-index';
import { shownDeadline, shownList } from './wording';

/** Name what a task waits for: `Task-2`, `the Lock`, `its sleep`. */
export function awaitedName(index: TraceIndex, suspend: SuspendEvent): string {
  const { n, future = 0, label = 'Future' } = suspend;
  if (index.isGreenlet(suspend.task)) return awaitedByGreenlet(index, suspend);
  if (index.makingOf(future) !== undefined) return index.nameOf(future, n);
  if (suspend.primitive !== undefined) return `the ${index.primitiveAt(suspend.primitive, n)?.kind ?? label}`;
  if (timerAwaited(index, suspend) !== undefined) return 'its sleep';
  if (label === '_GatheringFuture') return 'the gather';
  return label.startsWith('Future') ? 'the future' : `the ${label}`;
}

function awaitedByGreenlet(index: TraceIndex, { primitive, label, n }: SuspendEvent): string {
  const kind = primitive === undefined ? undefined : index.primitiveAt(primitive, n)?.kind;
  return kind === undefined ? (label ?? 'a switch') : `the ${kind}`;
}

/** Tell what a task waits for, and what is known of that at event `at`: `the Lock, which Task-2 had`. */
export function awaitedAt(index: TraceIndex, suspend: SuspendEvent, at: number): string {
  const name = awaitedName(index, suspend);
  const timer = index.isGreenlet(suspend.task) ? undefined : timerAwaited(index, suspend); // a greenlet's says so itself
  if (timer !== undefined) return `${name}, ${shownDeadline(timer.when ?? null)}`;
  const owners = heldBy(index, suspend, at);
  if (owners.length === 0) return name;
  return `${name}, which ${shownList(owners.map((task) => index.nameOf(task, at)))} had`;
}

/** Give the tasks that have, at event `at`, the lock or the like for which a task waits. */
export function heldBy(index: TraceIndex, { primitive }: SuspendEvent, at: number): readonly number[] {
  return shownAt(index, primitive, at)?.owners ?? [];
}

function shownAt(index: TraceIndex, primitive: number | undefined, at: number): PrimitiveEvent | undefined {
  return primitive === undefined ? undefined : index.primitiveAt(primitive, at);
}

/** Give the timer of the sleep for which a task waits, if it does. */
export function timerAwaited(index: TraceIndex, { n, cause, future = 0 }: SuspendEvent): ScheduleEvent | undefined {
  const before = index.event(n - 1);
  if (before?.type === 'schedule' && before.cause === cause && purposeOf(before) === 'sleep') return before;
  const end = index.endOf(future);
  const timer = end === undefined ? undefined : timerWithin(index, end.n);
  return timer !== undefined && purposeOf(timer) === 'sleep' ? timer : undefined;
}
