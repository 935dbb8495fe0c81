/**
 * Where to go, as it was typed: to a step, `12`, or to a time, `3.5s`.
 *
 * What is neither, or lies beyond the run, is answered by a sentence; nothing is guessed.
 */

import { shownTime } from '../../trace/why/wording';
import type { Timeline } from './timeline';

/** The step that was meant; or, in a sentence, why there is none. */
export type Destination = { readonly step: number } | { readonly complaint: string };

/** Find the step that `typed` stands for. */
export function destinationOf(typed: string, timeline: Timeline): Destination {
  const text = typed.trim();
  if (/^\d+$/.test(text)) return stepNamed(Number(text), timeline.lastStep);
  const [, seconds] = /^(\d+(?:\.\d*)?|\.\d+) ?s$/.exec(text) ?? [];
  if (seconds !== undefined) return timeNamed(Number(seconds), timeline);
  return { complaint: `"${text}" is no step, as 12 is, and no time, as 3.5s is.` };
}

function stepNamed(step: number, lastStep: number): Destination {
  return step <= lastStep ? { step } : { complaint: `There is no step ${step}: the last is ${lastStep}.` };
}

/** The last step at that time or before it. */
function timeNamed(time: number, timeline: Timeline): Destination {
  const { time: end } = timeline.at(timeline.lastStep).state;
  if (time > end) return { complaint: `The run was over before ${shownTime(time)}: it ended at ${shownTime(end)}.` };
  return { step: timeline.stepAt(time) };
}
