/**
 * The screen: what the terminal shows, as lines, worked out from a View and the run alone.
 *
 *     head      which step this is, when, and what ran
 *     panels    in two columns; or one panel alone, or a sheet
 *     foot      keys; or what is being typed; or a message
 */

import { contentOf } from './contents';
import { footLine } from './foot';
import { headLine } from './head';
import { type Column, LEAST, layOut, type PanelName } from './layout';
import { fitLine, type Line, line, piece } from './line';
import { drawPanel } from './panel';
import type { Timeline } from './timeline';
import type { SheetName, View } from './view';
import { wrapLine } from './wrap-line';

/** Give the lines of the screen: as many as it has rows. */
export function drawScreen(timeline: Timeline, view: View): Line[] {
  const { columns, rows } = view.size;
  if (columns < LEAST.columns || rows < LEAST.rows) return tooSmall(view);
  return [
    headLine(timeline, view),
    ...(view.sheet !== undefined || view.isAlone ? drawAlone(timeline, view) : drawPanels(timeline, view)),
    footLine(timeline, view),
  ];
}

function tooSmall({ size: { columns, rows } }: View): Line[] {
  const text = `This window has ${columns} columns and ${rows} rows. Stepping needs ${LEAST.columns} and ${LEAST.rows}. q leaves.`;
  const lines = wrapLine(line(text), columns);
  return Array.from({ length: rows }, (_, i) => fitLine(lines[i] ?? [], columns));
}

function drawAlone(timeline: Timeline, view: View): Line[] {
  const { columns: width, rows } = view.size;
  return draw(view.sheet ?? view.focus, timeline, view, width, rows - 2);
}

function drawPanels(timeline: Timeline, view: View): Line[] {
  const [left, right] = layOut(view.size, timeline.extent);
  const rightLines = drawColumn(right, timeline, view);
  return drawColumn(left, timeline, view).map((line, i) => [
    ...line,
    piece(joint(startsAt(left, i), startsAt(right, i), i === 0), 'dim'),
    ...(rightLines[i] as Line),
  ]);
}

function drawColumn({ width, slots }: Column, timeline: Timeline, view: View): Line[] {
  return slots.flatMap(({ name, height }) => draw(name, timeline, view, width, height));
}

function draw(name: PanelName | SheetName, timeline: Timeline, view: View, width: number, height: number): Line[] {
  const isFocused = name === (view.sheet ?? view.focus);
  // A task stays chosen while one looks elsewhere.
  const cursor = isFocused || name === 'tasks' ? view.cursors[name] : undefined;
  // What is wrong is told in this step, and should be read without another key.
  const isWhole = width === view.size.columns || name === 'step';
  return drawPanel(contentOf(name, timeline, view, width), { width, height, isFocused, isWhole, cursor });
}

/** Whether a panel of the column begins in row `at`. */
function startsAt({ slots }: Column, at: number): boolean {
  let top = 0;
  return slots.some(({ height }) => {
    top += height;
    return top - height === at;
  });
}

/** What joins the rules of panels to the left and to the right. */
function joint(left: boolean, right: boolean, isTop: boolean): string {
  if (left && right) return isTop ? '┬' : '┼';
  return left ? '┤' : right ? '├' : '│';
}
