/**
 * Layout: which panels there are, and where.
 *
 * They stand in two columns between the head and the foot. The room that each has follows
 * from the size of the window and from how much there is of anything in the whole run; never
 * from what there is now, so that nothing moves while one steps.
 */

import type { Extent } from './extent';
import type { Size } from './terminal';

/** All panels, in the order in which Tab goes through them. */
const PANELS = ['code', 'step', 'output', 'ready', 'timers', 'tasks', 'task', 'primitives'] as const;

export type PanelName = (typeof PANELS)[number];

/** Give the panels that there are: none for what there never is. */
export function panelsOf({ timers, tasks, primitives }: Extent): readonly PanelName[] {
  const counts: Partial<Record<PanelName, number>> = { timers, tasks, task: tasks, primitives };
  return PANELS.filter((name) => counts[name] !== 0);
}

/** The room of a panel. */
export interface Slot {
  readonly name: PanelName;
  /** In rows, its title among them. */
  readonly height: number;
}

export interface Column {
  readonly width: number;
  /** From the top. */
  readonly slots: readonly Slot[];
}

/** The least size in which all of it can be shown. */
export const LEAST: Size = { columns: 60, rows: 20 };

/** The code's share of the columns. */
const SHARE_OF_CODE = 0.56;
/** The head and the foot. */
const AROUND = 2;

/** Give both columns; one column lies between them. */
export function layOut({ columns, rows }: Size, extent: Extent): readonly [left: Column, right: Column] {
  const width = Math.round(columns * SHARE_OF_CODE) - 1;
  const height = rows - AROUND;
  return [
    { width, slots: divide(height, leftClaims(extent)) },
    { width: columns - width - 1, slots: divide(height, rightClaims(extent)) },
  ];
}

/** How many rows a panel needs, how many it can use, and how urgently it wants those between. */
type Claim = readonly [name: PanelName, least: number, most: number, share: number];

function leftClaims({ lines, hasAlarms }: Extent): Claim[] {
  return [
    ['code', 8, Infinity, 5],
    ['step', 5, 14, hasAlarms ? 5 : 2],
    ['output', 4, Math.max(4, lines + 1), 3],
  ];
}

function rightClaims(extent: Extent): Claim[] {
  const { ready, timers, tasks, primitives } = extent;
  const claims: Claim[] = [
    ['ready', 3, Math.max(3, ready + 2), 2],
    ['timers', 2, timers + 1, 2],
    ['tasks', 4, Math.max(4, tasks + 1), 4],
    ['task', 4, Infinity, 4],
    ['primitives', 3, primitives * 2 + 1, 2],
  ];
  return claims.filter(([name]) => panelsOf(extent).includes(name));
}

/** Give each what it needs, and then row after row to whoever has least of its share; what nobody can use, to the first. */
function divide(height: number, claims: readonly Claim[]): Slot[] {
  const heights = claims.map(([, least]) => least);
  for (let left = height - heights.reduce((sum, each) => sum + each, 0); left > 0; left--) {
    const wanting = claims.map(([, , most, share], i) =>
      (heights[i] as number) < most ? (heights[i] as number) / share : Infinity,
    );
    const next = wanting.indexOf(Math.min(...wanting));
    heights[next] = (heights[next] as number) + 1;
  }
  return claims.map(([name], i) => ({ name, height: heights[i] as number }));
}
