/**
 * The order of the lanes: each task below the one that made it, and those that one task made
 * in the order of their creation.
 *
 * Rejected: the order of creation alone. There the tasks of two groups, made in turns, would
 * lie among each other.
 */

import type { Lane } from './lanes';

/** A lane in its place. */
export interface PlacedLane extends Lane {
  /** How many tasks stand above it that made one another. */
  readonly depth: number;
  /** Which it is, from 1, of the lanes that one task made, and how many those are. */
  readonly position: number;
  readonly siblings: number;
}

/** Put the lanes in order. A chain of tasks may be longer than the stack. */
export function inOrder(lanes: readonly Lane[]): PlacedLane[] {
  const children = childrenOf(lanes);
  const placed: PlacedLane[] = [];
  const toPlace = placesOf(children.get(undefined) ?? [], 0).reverse();
  for (let lane = toPlace.pop(); lane !== undefined; lane = toPlace.pop()) {
    placed.push(lane);
    const below = lane.task === 0 ? [] : (children.get(lane.task) ?? []);
    for (const child of placesOf(below, lane.depth + 1).reverse()) toPlace.push(child);
  }
  return placed;
}

function placesOf(lanes: readonly Lane[], depth: number): PlacedLane[] {
  return lanes.map((lane, i) => ({ ...lane, depth, position: i + 1, siblings: lanes.length }));
}

/** Those whose maker is not known stand at the top. */
function childrenOf(lanes: readonly Lane[]): Map<number | undefined, Lane[]> {
  const known = new Set(lanes.map(({ task }) => task));
  const children = new Map<number | undefined, Lane[]>();
  for (const lane of lanes) {
    const parent = lane.parent !== undefined && known.has(lane.parent) ? lane.parent : undefined;
    const others = children.get(parent);
    if (others === undefined) children.set(parent, [lane]);
    else others.push(lane);
  }
  return children;
}
