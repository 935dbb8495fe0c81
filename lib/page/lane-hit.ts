/**
 * LaneHit: what lies at a point of the lanes.
 *
 * It is the counterpart of the painter, and finds the spans where that has painted them; also
 * those that were too narrow to be painted.
 */

import { stepOfEdge } from './axis';
import type { Lane, Span } from './lanes';
import type { Viewport } from './viewport';

/** How near one has to come, in pixels. */
const REACH = 5;

/** What was hit: a span of a lane, or its end. */
export interface LaneHit {
  readonly lane: Lane;
  readonly step: number;
  readonly span: Span | undefined;
  /** The number of the event that it stands for. */
  readonly event: number;
}

/** Find what lies at (x, y); undefined where nothing does. */
export function laneHitAt(viewport: Viewport, lanes: readonly Lane[], x: number, y: number): LaneHit | undefined {
  const lane = lanes[viewport.laneAt(y) ?? -1];
  if (lane === undefined || x < viewport.namesWidth) return undefined;
  const { end } = lane;
  if (end !== undefined && isNear(x, viewport.x(end.edge))) {
    return { lane, step: stepOfEdge(end.edge), span: undefined, event: end.event };
  }
  const span = spanAt(viewport, lane.spans, x);
  return span === undefined ? undefined : { lane, step: stepOfEdge(span.from), span, event: span.event };
}

/** Between two steps a pixel may lie in several spans: the later one counts. */
function spanAt(viewport: Viewport, spans: readonly Span[], x: number): Span | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (viewport.x((spans[middle] as Span).from) <= x) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span !== undefined && x <= viewport.x(span.to) + 1 ? span : undefined;
}

function isNear(x: number, other: number): boolean {
  return x >= other && x <= other + 3 * REACH;
}
