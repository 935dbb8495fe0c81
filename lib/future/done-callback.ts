/**
 * What a future keeps for those who wait: functions to call when it is done.
 *
 * Counterpart: the pairs in Future._callbacks, and base_futures._format_callbacks.
 */

import type { Context } from '../context/context';
import { reprCall } from '../repr';

/** Called with the future that is done. */
// biome-ignore lint/suspicious/noExplicitAny: a callback that knows the type of its future may say so
export type DoneCallback = (future: any) => unknown;

/** A done-callback, and the context to call it in. */
export interface RegisteredCallback {
  readonly callback: DoneCallback;
  readonly context: Context;
}

/** Show the callbacks of a pending future: all of two, of more the first and the last. */
export function reprCallbacks(callbacks: readonly RegisteredCallback[]): string {
  const names = callbacks.map(({ callback }) => reprCall(callback));
  if (names.length > 2) names.splice(1, names.length - 2, `<${names.length - 2} more>`);
  return `cb=[${names.join(', ')}]`;
}
