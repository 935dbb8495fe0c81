/**
 * What things are called where there is room for a word or two: in a panel, on a lane.
 *
 * The sentences of `why` say the same in more words.
 */

import type { SuspendEvent } from '../event/task-events';
import { awaitedName, timerAwaited } from './awaited';
import type { TraceIndex } from './trace-index';
import { shownDeadline } from './wording';

/** Name what a task waits for: `Lock 1`, `sleep until 2s`, `Task-2`, `gather`. */
export function awaitedText(index: TraceIndex, suspend: SuspendEvent): string {
  const { primitive, n } = suspend;
  if (primitive !== undefined) return primitiveText(index, primitive, n);
  const timer = timerAwaited(index, suspend);
  if (timer !== undefined) return `sleep ${shownDeadline(timer.when ?? null)}`;
  return awaitedName(index, suspend).replace(/^the /, '');
}

/** Name what a task waits for at event `at`; of a greenlet that has not begun, its first switch. */
export function awaitedTextAt(index: TraceIndex, task: number, at: number): string | undefined {
  const last = index.last(task, at, 'suspend', 'resume');
  if (last?.type === 'suspend') return awaitedText(index, last);
  return last === undefined && index.isGreenlet(task) ? 'its first switch' : undefined;
}

/** Name a lock, a queue or the like: `Lock 1`. */
export function primitiveText(index: TraceIndex, primitive: number, at: number): string {
  return `${index.primitiveAt(primitive, at)?.kind ?? 'primitive'} ${primitive}`;
}
