/**
 * Viewport: which part of the lanes is in sight, and where on the screen things are.
 *
 * Lengths are in pixels from the upper left corner of what is in sight. The names of the tasks
 * cover its left, the axis its top. Lane 0, the loop's own, stays below the axis; the others
 * are scrolled up behind it.
 */

import { type Axis, type Edge, leftOf, rightOf } from './axis';

export const LANE_HEIGHT = 26;
export const AXIS_HEIGHT = 46;
/** Below this, lanes are scrolled. */
export const LANES_TOP = AXIS_HEIGHT + LANE_HEIGHT;
/** Between the names and the beginning of the axis, and after its end. */
const PADDING = 16;

export class Viewport {
  width = 0;
  height = 0;
  namesWidth = 0;
  scrollX = 0;
  scrollY = 0;
  /** How many pixels a column has. */
  zoom = 16;

  constructor(
    public axis: Axis,
    readonly laneCount: number,
  ) {}

  /** How wide and high all of it is. */
  get fullWidth(): number {
    return this.namesWidth + 2 * PADDING + this.axis.length * this.zoom;
  }

  get fullHeight(): number {
    return AXIS_HEIGHT + this.laneCount * LANE_HEIGHT + PADDING;
  }

  /** The zoom at which the whole run is in sight. */
  get fittingZoom(): number {
    return Math.max(0, this.width - this.namesWidth - 2 * PADDING) / Math.max(1, this.axis.length);
  }

  x(edge: Edge): number {
    return this.namesWidth + PADDING + this.axis.at(edge) * this.zoom - this.scrollX;
  }

  /** The middle of a lane. */
  y(lane: number): number {
    return AXIS_HEIGHT + (lane + 0.5) * LANE_HEIGHT - (lane === 0 ? 0 : this.scrollY);
  }

  stepAt(x: number): number {
    return this.axis.stepAt((x - this.namesWidth - PADDING + this.scrollX) / this.zoom);
  }

  /** The lane at `y`; undefined for the axis, and below the last. */
  laneAt(y: number): number | undefined {
    if (y < LANES_TOP) return y < AXIS_HEIGHT ? undefined : 0;
    const lane = Math.floor((y - AXIS_HEIGHT + this.scrollY) / LANE_HEIGHT);
    return lane < this.laneCount ? lane : undefined;
  }

  /** The first and the last step in sight. */
  get steps(): readonly [first: number, last: number] {
    return [this.stepAt(this.namesWidth), this.stepAt(this.width)];
  }

  /** The lanes in sight. */
  get lanes(): number[] {
    const lanes = [0];
    const first = Math.floor(this.scrollY / LANE_HEIGHT) + 1;
    for (let lane = first; lane < this.laneCount && this.y(lane) < this.height + LANE_HEIGHT / 2; lane++)
      lanes.push(lane);
    return lanes;
  }

  /** How far to scroll sideways to have a step in sight, with room around it: not at all where it is. */
  scrollXFor(step: number): number {
    const room = (this.width - this.namesWidth) / 8;
    const isInSight =
      this.x(leftOf(step)) >= this.namesWidth + PADDING / 2 && this.x(rightOf(step)) <= this.width - room;
    return isInSight ? this.scrollX : Math.max(0, this.x(leftOf(step)) + this.scrollX - this.namesWidth - 2 * room);
  }

  /** The same for a lane, up or down. */
  scrollYFor(lane: number): number {
    const y = this.y(lane);
    const isInSight = lane === 0 || (y >= LANES_TOP + LANE_HEIGHT / 2 && y <= this.height - LANE_HEIGHT / 2);
    return isInSight ? this.scrollY : Math.max(0, y + this.scrollY - (LANES_TOP + this.height) / 2);
  }

  /** How far to scroll sideways to keep what is at `x` there, once the zoom is another. */
  scrollXAfterZoom(x: number, zoom: number): number {
    const from = this.namesWidth + PADDING;
    return Math.max(0, ((x + this.scrollX - from) * zoom) / this.zoom + from - x);
  }
}
