/**
 * What a handle is called where there is room for a word or two: whose step it is, or sleep.
 *
 * The sentences of `why` say the same in more words.
 */

import { handleName } from '../trace/why/doer';
import type { TraceIndex } from '../trace/why/trace-index';

/** Name a handle: `step of Task-2`, `sleep of Task-2`, `callback beat()`. */
export function handleText(index: TraceIndex, handle: number): string {
  return handleName(index, handle).replace(/^(?:the|a) /, '');
}
