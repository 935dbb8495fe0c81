/**
 * Moving along the run: to a step, to a word.
 *
 * Whatever moves ends here: it takes away what lay over the panels, pauses, and lets go of the
 * rows that were chosen, which would not be the same a step later. Only the task stays chosen.
 */

import { findEvent } from './finder';
import type { Timeline } from './timeline';
import type { View } from './view';

/** Go to `step`, or as far as there are steps. */
export function goTo(view: View, timeline: Timeline, step: number): View {
  const target = Math.min(Math.max(step, 0), timeline.lastStep);
  const cursors = Object.fromEntries(Object.entries(view.cursors).filter(([name]) => KEPT.has(name)));
  return { ...view, step: target, cursors, sheet: undefined, isPlaying: false, message: '' };
}

/** Where what was chosen stays so: the task, and what is looked at in it. */
const KEPT = new Set(['tasks', 'task']);

/** Go so many steps on or back; at an end, say so. */
export function goBy(view: View, timeline: Timeline, target: number): View {
  const { step } = view;
  const moved = goTo(view, timeline, target);
  if (moved.step !== step) return moved;
  return { ...moved, message: step === 0 ? 'Nothing has run yet: there is no way back.' : 'This is the last step.' };
}

/** Go on (1) or back (-1) to the next step in which there is what is sought, and choose it there. */
export function search(view: View, timeline: Timeline, direction: 1 | -1): View {
  const { sought, step } = view;
  if (sought === '') return { ...view, message: 'Nothing was sought yet: / asks for a word.' };
  const event = findEvent(sought, timeline.at(step), direction);
  if (event === undefined) return { ...view, message: `There is no "${sought}" in this run.` };
  const found = timeline.stepOf(event);
  const passedTheEnd = direction === 1 ? found <= step : found >= step;
  const where = passedTheEnd ? `, past the ${direction === 1 ? 'end' : 'beginning'}` : '';
  return { ...goTo(view, timeline, found), message: `Found "${sought}" in step ${found}${where}.` };
}
