/**
 * Axis: where each step lies on the time line.
 *
 * Many steps happen at one instant: so each has a column of its own, and the time that passes
 * between two of them is a gap, as wide as it is long. All gaps together are about as wide as
 * all steps; none is too narrow to be seen. Spaced by steps, every gap is that narrow.
 *
 * Lengths are in columns: whoever draws says how many pixels one has.
 */

import type { Step } from './steps';

/** Whether the gaps between steps show how much time passes. */
export type Spacing = 'time' | 'steps';

/**
 * The left edge, the middle or the right edge of a step's column; what happened first has the smaller number.
 * What a step does to others begins in the middle, what it leaves behind at its right edge.
 */
export type Edge = number;

export const leftOf = (step: number): Edge => 3 * step;
export const middleOf = (step: number): Edge => 3 * step + 1;
export const rightOf = (step: number): Edge => 3 * step + 2;
/** The step to whose column an edge belongs. */
export const stepOfEdge = (edge: Edge): number => Math.floor(edge / 3);

/** The narrowest gap, the one between two loops, and all gaps together at the least. */
const MIN_GAP = 0.4;
const LOOP_GAP = 2;
const MIN_TOTAL = 12;
/** After the last step: there one sees who still waits. */
const REST = 2;

export class Axis {
  private readonly lefts: Float64Array;
  private readonly rights: Float64Array;
  /** The steps before which the clock showed something else, or there was another loop. */
  private readonly instants: number[] = [];

  constructor(
    readonly steps: readonly Step[],
    spacing: Spacing,
  ) {
    this.lefts = new Float64Array(steps.length + 1);
    this.rights = new Float64Array(steps.length + 1);
    const columnsPerSecond = spacing === 'time' ? scaleOf(steps) : 0;
    let x = 0;
    steps.forEach((step, k) => {
      if (beginsInstant(steps[k - 1], step)) this.instants.push(k);
      this.lefts[k] = x += gapBetween(steps[k - 1], step, columnsPerSecond);
      this.rights[k] = x += 1 + (step.end - step.begin) * columnsPerSecond;
    });
    this.lefts.fill(x + REST, steps.length);
    this.rights.fill(x + REST, steps.length);
  }

  /** How long it is, in columns. */
  get length(): number {
    return this.rights.at(-1) ?? 0;
  }

  /** Where an edge is, in columns from the beginning. The edges of the step after the last are the end of all. */
  at(edge: Edge): number {
    const step = stepOfEdge(edge);
    const [left = 0, right = left] = [this.lefts[step], this.rights[step]];
    return left + ((edge - leftOf(step)) / 2) * (right - left);
  }

  /** The step at `x`, in columns; the one before it, where time passes. */
  stepAt(x: number): number {
    let [low, high] = [0, this.steps.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lefts[middle] as number) <= x) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }

  /** The first steps of the instants that begin after step `first`, up to step `last`. */
  instantsBetween(first: number, last: number): readonly number[] {
    const from = this.instants.findIndex((step) => step > first);
    const to = this.instants.findIndex((step) => step > last);
    return from === -1 ? [] : this.instants.slice(from, to === -1 ? undefined : to);
  }
}

function beginsInstant(before: Step | undefined, step: Step): boolean {
  return before?.loop !== step.loop || before.end !== step.begin;
}

/** So many columns stand for a second. */
function scaleOf(steps: readonly Step[]): number {
  let seconds = 0;
  steps.forEach((step, k) => {
    seconds += passedBetween(steps[k - 1], step) + step.end - step.begin;
  });
  return seconds > 0 ? Math.max(steps.length, MIN_TOTAL) / seconds : 0;
}

function gapBetween(before: Step | undefined, step: Step, columnsPerSecond: number): number {
  if (before === undefined) return 0;
  if (before.loop !== step.loop) return LOOP_GAP;
  const passed = passedBetween(before, step);
  return passed > 0 ? Math.max(MIN_GAP, passed * columnsPerSecond) : 0;
}

function passedBetween(before: Step | undefined, step: Step): number {
  return before?.loop === step.loop ? Math.max(0, step.begin - before.end) : 0;
}
