/**
 * The life of a task in words: what its lane shows, for whoever cannot see that.
 *
 * Of a long life only what is near the step where one is.
 */

import { stepOfEdge } from './axis';
import { hitText } from './hit-text';
import type { Lane } from './lanes';
import type { RecordedRun } from './recorded-run';

/** How many parts of it are told, before the step and after it. */
const MANY = 12;

/** A part of the life of a task. */
export interface LifePart {
  /** `Task-2 waits for Lock 1, from 0s (step 3) to 1s (step 5)` */
  readonly text: string;
  /** The step with which it begins. */
  readonly step: number;
}

/** Tell the life of a task around `step`. */
export function lifeAround(lane: Lane, step: number, run: RecordedRun): LifePart[] {
  const later = lane.spans.findIndex(({ from }) => stepOfEdge(from) > step);
  const next = later === -1 ? lane.spans.length : later;
  return lane.spans.slice(Math.max(0, next - MANY), next + MANY).map((span) => {
    const begin = stepOfEdge(span.from);
    return { text: hitText({ lane, span, step: begin, event: span.event }, run), step: begin };
  });
}
