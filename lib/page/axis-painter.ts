/**
 * The painter of the axis: the time at each instant, the numbers of the steps below it, and
 * flags at what one should look at.
 *
 * It paints twice: the ground, before the lanes are painted, where time passes darker than where
 * steps are; and the axis itself afterwards, over what has been scrolled up behind it.
 */

import { shownTime } from '../trace/why/wording';
import { type Axis, leftOf, rightOf } from './axis';
import type { Finding } from './findings';
import type { Palette } from './palette';
import { AXIS_HEIGHT, type Viewport } from './viewport';

const TIME_Y = 13;
const STEP_Y = 34;
/** Between two labels, and around the number of the step, in pixels. */
const GAP = 8;
const BUBBLE = 24;

export class AxisPainter {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly viewport: Viewport,
    private readonly palette: Palette,
  ) {}

  /** Paint what lies below the lanes: the ground, and the column of the step. */
  paintGround(current: number): void {
    const { context, palette, viewport } = this;
    context.fillStyle = palette.canvas;
    context.fillRect(0, 0, viewport.width, viewport.height);
    this.paintGaps();
    const [left, right] = [viewport.x(leftOf(current)), viewport.x(rightOf(current))];
    context.fillStyle = palette.current;
    context.fillRect(left - 1, 0, Math.max(3, right - left + 2), viewport.height);
  }

  /** Paint the axis itself, over what of the lanes has been scrolled up. */
  paint(current: number, findings: readonly Finding[]): void {
    const { context, palette, viewport } = this;
    context.fillStyle = palette.canvas;
    context.fillRect(0, 0, viewport.width, AXIS_HEIGHT);
    context.fillStyle = palette.rule;
    context.fillRect(0, AXIS_HEIGHT - 1, viewport.width, 1);
    context.textBaseline = 'middle';
    this.paintTimes();
    this.paintStepNumbers(current);
    this.paintFlags(findings);
    this.paintCurrent(current);
  }

  private paintGaps(): void {
    const { context, palette, viewport } = this;
    const [first, last] = viewport.steps;
    context.fillStyle = palette.gap;
    for (const step of viewport.axis.instantsBetween(first, last + 1)) {
      const [from, to] = [viewport.x(rightOf(step - 1)), viewport.x(leftOf(step))];
      if (to - from >= 1) context.fillRect(from, AXIS_HEIGHT, to - from, viewport.height);
    }
  }

  private paintTimes(): void {
    const { context, palette, viewport } = this;
    const [first, last] = viewport.steps;
    context.font = 'bold 12px system-ui, sans-serif';
    context.textAlign = 'left';
    // Of an instant that began further to the left, the time stays in sight.
    let free = this.paintTime(
      timeText(viewport.axis, first, true),
      Math.max(viewport.namesWidth, viewport.x(leftOf(first))),
    );
    for (const step of viewport.axis.instantsBetween(first, last)) {
      const left = viewport.x(leftOf(step));
      if (left < free) continue;
      context.fillStyle = palette.rule;
      context.fillRect(left - 0.5, 4, 1, viewport.height);
      free = this.paintTime(timeText(viewport.axis, step, false), left);
    }
  }

  /** Gives where there is room for the next. */
  private paintTime(text: string, left: number): number {
    const { context, palette } = this;
    context.fillStyle = palette.ink;
    context.fillText(text, left + 4, TIME_Y);
    return left + context.measureText(text).width + GAP;
  }

  private paintStepNumbers(current: number): void {
    const { context, palette, viewport } = this;
    const [first, last] = viewport.steps;
    context.font = '11px system-ui, sans-serif';
    context.fillStyle = palette.muted;
    context.textAlign = 'center';
    const covered = this.middleOf(current);
    const every = roundNumber((String(last).length * 7 + GAP) / viewport.zoom);
    for (let step = Math.ceil(first / every) * every; step <= last; step += every) {
      const x = this.middleOf(step);
      if (Math.abs(x - covered) > BUBBLE) context.fillText(String(step), x, STEP_Y);
    }
    if (viewport.zoom >= 8) for (let step = first; step <= last; step++) this.paintTick(step);
  }

  /** Where an iteration begins. */
  private paintTick(step: number): void {
    const { steps } = this.viewport.axis;
    if (steps[step]?.iteration === steps[step - 1]?.iteration) return;
    this.context.fillRect(this.viewport.x(leftOf(step)) - 0.5, AXIS_HEIGHT - 6, 1, 5);
  }

  /** Findings at one step have one flag; one that would cover another has no text. */
  private paintFlags(findings: readonly Finding[]): void {
    const { context, viewport } = this;
    const [first, last] = viewport.steps;
    let free = Number.NEGATIVE_INFINITY;
    context.font = 'bold 11px system-ui, sans-serif';
    context.textAlign = 'right';
    for (const [step, titles] of titlesByStep(findings)) {
      if (step < first || step > last) continue;
      const x = viewport.x(rightOf(step));
      const text = `${[...titles].join(', ')} ⚑`;
      context.fillStyle = titles.has('the end') ? this.palette.muted : this.palette.exception;
      context.fillRect(x, 0, 1.5, viewport.height);
      if (x - context.measureText(text).width > free) this.paintFlagText(text, Math.min(x, viewport.width - 4));
      free = x;
    }
  }

  private paintFlagText(text: string, x: number): void {
    const { context, palette } = this;
    const { width } = context.measureText(text);
    const colour = context.fillStyle;
    context.fillStyle = palette.canvas;
    context.fillRect(x - width, TIME_Y - 8, width, 16);
    context.fillStyle = colour;
    context.fillText(text, x, TIME_Y);
  }

  private paintCurrent(current: number): void {
    const { context, palette } = this;
    const x = this.middleOf(current);
    context.font = 'bold 11px system-ui, sans-serif';
    const width = context.measureText(String(current)).width + 10;
    context.fillStyle = palette.accent;
    context.beginPath();
    context.roundRect(x - width / 2, STEP_Y - 8, width, 16, 8);
    context.fill();
    context.fillStyle = palette['on-accent'];
    context.textAlign = 'center';
    context.fillText(String(current), x, STEP_Y + 0.5);
  }

  private middleOf(step: number): number {
    return (this.viewport.x(leftOf(step)) + this.viewport.x(rightOf(step))) / 2;
  }
}

function titlesByStep(findings: readonly Finding[]): Map<number, Set<string>> {
  const titles = new Map<number, Set<string>>();
  for (const { step, title } of findings) titles.set(step, (titles.get(step) ?? new Set()).add(title));
  return titles;
}

/** The time at a step; where another loop begins, or at the left of all, with the number of the loop. */
function timeText({ steps }: Axis, k: number, isLeftmost: boolean): string {
  const { loop = 1, begin = 0 } = steps[k] ?? {};
  const isNew = loop !== (steps[k - 1]?.loop ?? loop);
  return isNew || (isLeftmost && loop > 1) ? `loop ${loop}: ${shownTime(begin)}` : shownTime(begin);
}

/** The next of 1, 2, 5, 10, 20, 50, … that is not below `least`. */
function roundNumber(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((digit) => digit * power).find((number) => number >= least) ?? power;
}
