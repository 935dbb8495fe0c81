/**
 * The painter of the arrows: what woke, made, cancelled or scheduled what.
 *
 * An arrow goes straight up or down from the lane where something was done to the lane that
 * it was done to; that of the step one is at goes on to the step that came of it. Of few
 * arrows in sight all are painted, of many only those of this step.
 */

import type { Arrow, ArrowKind, Arrows } from './arrows';
import { leftOf, middleOf } from './axis';
import type { Palette } from './palette';
import type { Viewport } from './viewport';

/** How many are few. */
const FEW = 200;
/** How near one has to come to an arrow to point at it, in pixels. */
const REACH = 4;
const CLEARANCE = 9;

export class ArrowPainter {
  /** Those that were painted last: what one can point at. */
  private painted: Arrow[] = [];

  constructor(
    private readonly arrows: Arrows,
    /** On which lane each task is. */
    private readonly laneOf: ReadonlyMap<number, number>,
  ) {}

  /** Paint the arrows in sight. */
  paint(context: CanvasRenderingContext2D, viewport: Viewport, palette: Palette, current: number): void {
    const [first, last] = viewport.steps;
    const own = new Set([...this.arrows.into(current), ...this.arrows.between(current, current)]);
    const inSight = viewport.zoom < 4 ? [] : this.arrows.between(first, last);
    const lanes = new Set(viewport.lanes);
    const isSeen = ({ to }: Arrow): boolean => lanes.has(this.laneOf.get(to) ?? 0);
    const others = inSight.filter((arrow) => arrow.kind !== 'scheduled' && isSeen(arrow) && !own.has(arrow));
    const faint = others.length <= FEW ? others : [];
    this.painted = [...faint, ...own];
    context.globalAlpha = 0.45;
    for (const arrow of faint) this.paintArrow(context, viewport, arrow, palette[COLOURS[arrow.kind]], false);
    context.globalAlpha = 1;
    for (const arrow of own) this.paintArrow(context, viewport, arrow, palette[COLOURS[arrow.kind]], true);
  }

  /** The arrow at (x, y), of those that were painted. */
  at(viewport: Viewport, x: number, y: number): Arrow | undefined {
    return [...this.painted].reverse().find((arrow) => {
      const [from, to] = this.rowsOf(arrow, viewport);
      const isBetween = y > Math.min(from, to) + CLEARANCE && y < Math.max(from, to) - CLEARANCE;
      return isBetween && Math.abs(this.columnOf(arrow, viewport) - x) <= REACH;
    });
  }

  private paintArrow(
    context: CanvasRenderingContext2D,
    viewport: Viewport,
    arrow: Arrow,
    colour: string,
    isOwn: boolean,
  ): void {
    const [from, to] = this.rowsOf(arrow, viewport);
    const x = this.columnOf(arrow, viewport);
    const down = Math.sign(to - from);
    const goesOn = isOwn && arrow.effect !== undefined && arrow.effect > arrow.step;
    context.strokeStyle = context.fillStyle = colour;
    context.lineWidth = isOwn ? 2 : 1;
    context.setLineDash(DASHES[arrow.kind]);
    context.beginPath();
    context.moveTo(x, from + down * CLEARANCE);
    context.lineTo(x, goesOn ? to : to - down * 4);
    if (goesOn) context.lineTo(Math.max(x, viewport.x(leftOf(arrow.effect as number)) - 4), to);
    context.stroke();
    context.setLineDash([]);
    if (goesOn) paintHead(context, Math.max(x, viewport.x(leftOf(arrow.effect as number))), to, 1, 0);
    else paintHead(context, x, to - down * 2, 0, down);
  }

  /** Who is cancelled is often woken in the same step: two arrows beside each other. */
  private columnOf({ step, kind }: Arrow, viewport: Viewport): number {
    return viewport.x(middleOf(step)) - (kind === 'cancelled' ? 6 : 0);
  }

  private rowsOf({ from, to }: Arrow, viewport: Viewport): [from: number, to: number] {
    return [viewport.y(this.laneOf.get(from) ?? 0), viewport.y(this.laneOf.get(to) ?? 0)];
  }
}

const COLOURS = {
  made: 'waiting',
  woke: 'ready',
  cancelled: 'cancelled',
  scheduled: 'muted',
  switched: 'ready',
  sent: 'accent',
} as const;
const DASHES: Readonly<Record<ArrowKind, number[]>> = {
  made: [],
  woke: [],
  cancelled: [5, 3],
  scheduled: [2, 2],
  switched: [],
  sent: [6, 2],
};

/** The tip at (x, y), in the direction (dx, dy). */
function paintHead(context: CanvasRenderingContext2D, x: number, y: number, dx: number, dy: number): void {
  const [backX, backY] = [x - 7 * dx, y - 7 * dy];
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(backX - 4 * dy, backY - 4 * dx);
  context.lineTo(backX + 4 * dy, backY + 4 * dx);
  context.fill();
}
