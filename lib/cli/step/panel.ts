/**
 * Panel: a part of the screen with a name, and rows of which so many are in sight.
 *
 * What is in a panel, and how it is shown, are apart: content is made by a function of its
 * own for each panel, and knows nothing of sizes beyond the width. Which rows are in sight
 * follows from the row that is to be in sight, and from nothing earlier: going back shows the
 * same as going forth. They are changed by half a panel at a time, and so seldom.
 */

import { fitLine, type Line, line, piece, type Style } from './line';
import { cutText, widthOf } from './text-width';
import { visible } from './visible-text';
import { wrapLine } from './wrap-line';

/** A row of a panel. */
export interface Row {
  /** What stands before it: a character that says what happened to this. */
  readonly mark?: Mark;
  readonly line: Line;
  /** The number of the event that it is about: one may ask why, and go there. */
  readonly event?: number;
  /** The number of the task that it stands for. */
  readonly task?: number;
}

/** `▶` runs, `▷` ran last, `+` is new, `•` has changed, `!` is wrong. */
export type Mark = '▶' | '▷' | '+' | '•' | '!';

/** What is in a panel. */
export interface Content {
  readonly title: string;
  readonly count: number;
  /** Give row `i`. Only those in sight are asked for. */
  rowAt(i: number): Row;
  /** The row that is to be in sight. */
  readonly at?: number;
}

/** How a panel is shown. */
export interface Frame {
  readonly width: number;
  /** In rows, the first of which is the title. */
  readonly height: number;
  /** Whether the keys are for this panel. */
  readonly isFocused: boolean;
  /** Whether rows that are too long are broken, and not cut. */
  readonly isWhole: boolean;
  /** The row that the user has chosen. */
  readonly cursor: number | undefined;
}

/** Give content that is a list. */
export function listOf(title: string, rows: readonly Row[], at?: number): Content {
  return { title, count: rows.length, rowAt: (i) => rows[i] as Row, at };
}

/** Give the lines of a panel: as many as it is high. */
export function drawPanel(content: Content, frame: Frame): Line[] {
  const room = frame.height - 1;
  const at = Math.min(frame.cursor ?? content.at ?? 0, content.count - 1);
  let first = firstInSight(content.count, room, at);
  const drawn: Line[][] = [];
  for (let i = first; i < Math.min(content.count, first + room); i++) drawn.push(drawRow(content.rowAt(i), frame, i));
  // Broken rows take more than a line each.
  for (; at > first && drawn.slice(0, at - first + 1).flat().length > room; first++) drawn.shift();
  const lines = drawn.flat().slice(0, room);
  const title = titleLine(content, frame, first, countInSight(drawn, room));
  return [title, ...lines, ...Array.from({ length: room - lines.length }, () => fitLine([], frame.width))];
}

/** How many of the rows begin in sight. */
function countInSight(drawn: readonly Line[][], room: number): number {
  let above = 0;
  return drawn.filter((lines) => {
    above += lines.length;
    return above - lines.length < room;
  }).length;
}

/** The first of `height` rows so that row `at` is among them, not at an edge if possible. */
function firstInSight(count: number, height: number, at: number): number {
  const jump = Math.max(1, Math.floor(height / 2));
  const first = Math.floor((at - Math.floor(jump / 2)) / jump) * jump;
  return Math.max(0, Math.min(first, count - height));
}

function titleLine({ title, count }: Content, { width, isFocused }: Frame, first: number, inSight: number): Line {
  const rule = isFocused ? '━' : '─';
  const part = inSight < count ? ` ${first + 1}–${first + inSight}/${count} ${rule}` : rule;
  const name = cutText(visible(title), width - part.length - 4);
  const missing = Math.max(0, width - widthOf(name) - part.length - 3);
  const style = isFocused ? 'focus' : 'title';
  return line(piece(rule, 'dim'), piece(` ${name} `, style), piece(`${rule.repeat(missing)}${part}`, 'dim'));
}

/** The first columns are the mark's, and that of the choice. */
function drawRow({ mark, line: shown }: Row, { width, isWhole, cursor }: Frame, i: number): Line[] {
  const lines = isWhole ? wrapLine(shown, width - 2) : [shown];
  return lines.map((each, part) => {
    const first = part > 0 || mark === undefined ? piece(' ') : piece(mark, MARKS[mark]);
    const row = fitLine([first, piece(i === cursor && part === 0 ? '›' : ' '), ...each], width);
    return i === cursor ? row.map(({ text }) => ({ text, style: 'chosen' as const })) : row;
  });
}

const MARKS: Record<Mark, Style> = { '▶': 'current', '▷': 'current', '+': 'fresh', '•': 'fresh', '!': 'alarm' };
