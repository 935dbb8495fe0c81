/**
 * What things are called where there is room for a word or two.
 *
 * What a task waits for, whose sleep a timer is, which lock it is of several. The sentences of
 * `why` say the same in more words.
 */

import type { SuspendEvent } from '../trace/trace-event';
import { awaitedName, timerAwaited } from '../trace/why/awaited';
import { handleName } from '../trace/why/doer';
import type { TraceIndex } from '../trace/why/trace-index';
import { shownDeadline } from '../trace/why/wording';

/** Name what a task waits for: `Lock 1`, `sleep until 2s`, `Task-2`, `gather`. */
export function awaitedText(index: TraceIndex, suspend: SuspendEvent): string {
  const { primitive, n } = suspend;
  if (primitive !== undefined) return primitiveText(index, primitive, n);
  const timer = timerAwaited(index, suspend);
  return timer === undefined
    ? withoutArticle(awaitedName(index, suspend))
    : `sleep ${shownDeadline(timer.when ?? null)}`;
}

/** Name a lock, a queue or the like: `Lock 1`. */
export function primitiveText(index: TraceIndex, primitive: number, at: number): string {
  return `${index.primitiveAt(primitive, at)?.kind ?? 'primitive'} ${primitive}`;
}

/** Name a handle: `step of Task-2`, `sleep of Task-2`, `callback beat()`. */
export function handleText(index: TraceIndex, handle: number): string {
  return withoutArticle(handleName(index, handle));
}

function withoutArticle(text: string): string {
  return text.replace(/^(?:the|a) /, '');
}
