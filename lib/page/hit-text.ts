/**
 * What the tooltip says of a part of a lane: what the task does there, from when to when.
 *
 * What happened at its beginning is told by the sentences of `why`, to whoever clicks.
 */

import { shownTime } from '../trace/why/wording';
import { stepOfEdge } from './axis';
import type { LaneHit } from './lane-hit';
import { moodText } from './mood';
import type { RecordedRun } from './recorded-run';

/** Say what was hit. */
export function hitText({ lane, span, event }: LaneHit, run: RecordedRun): string {
  if (span === undefined) return run.sentence(event);
  const [first, last] = [stepOfEdge(span.from), stepOfEdge(span.to)];
  const end = last > run.lastStep ? 'the end' : momentText(last, run);
  if (span.kind === 'running') return `step ${first}: ${span.label ?? lane.name}`;
  return `${lane.name} ${moodText(span.kind, span.label)}, from ${momentText(first, run)} to ${end}`;
}

function momentText(step: number, { steps }: RecordedRun): string {
  return `${shownTime(steps[step]?.end ?? 0)} (step ${step})`;
}
