/**
 * How a deadline is shown: `1.5s`, or `never`.
 *
 * A trace has `null` for never, as JSON has no Infinity; a state has Infinity.
 */

import { shownTime } from '../../trace/why/wording';

/** Show the deadline `when`, in seconds. */
export function deadlineText(when: number | null): string {
  return when === null || when === Infinity ? 'never' : shownTime(when);
}
