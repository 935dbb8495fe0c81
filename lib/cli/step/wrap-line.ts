/**
 * Lines that are too long, broken into several.
 *
 * They are broken between words, where there are any, and what was broken goes on further in
 * than it began: so that indented lines, as of a trace, are still seen to be.
 */

import { columnsOf, type Line, type Piece, piece, type Style, textOf } from './line';
import { clustersOf } from './text-width';

/** A character, and its style. */
interface Letter {
  readonly text: string;
  readonly width: number;
  readonly style: Style;
}

/** Give `line` in lines of at most `width` columns. */
export function wrapLine(line: Line, width: number): Line[] {
  const letters = line.flatMap(({ text, style }) => clustersOf(text).map((cluster) => ({ ...cluster, style })));
  const indent = indentOf(line, width);
  const lines: Line[] = [];
  for (let start = 0; start < letters.length || lines.length === 0; ) {
    const before = lines.length === 0 ? [] : [indent];
    const end = endOfLine(letters, start, width - columnsOf(before));
    lines.push([...before, ...piecesOf(letters.slice(start, end))]);
    start = end;
  }
  return lines;
}

/** What was broken goes on two columns further in than it began. */
function indentOf(line: Line, width: number): Piece {
  const [spaces = ''] = /^ */.exec(textOf(line)) ?? [];
  return piece(' '.repeat(Math.min(spaces.length + 2, width >> 1)));
}

/** Where the line that begins at `start` ends: behind the last space that fits, if all does not. */
function endOfLine(letters: readonly Letter[], start: number, width: number): number {
  let [end, columns] = [start, 0];
  while (end < letters.length && columns + (letters[end] as Letter).width <= width) {
    columns += (letters[end] as Letter).width;
    end += 1;
  }
  if (end === letters.length) return end;
  const firstWord = letters.findIndex(({ text }, i) => i >= start && text !== ' ');
  for (let space = end; space > firstWord; space--) if (letters[space - 1]?.text === ' ') return space;
  return Math.max(end, start + 1);
}

/** What follows one another in the same style is one piece. */
function piecesOf(letters: readonly Letter[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { text, style } of letters) {
    const last = pieces.at(-1);
    if (last?.style === style) pieces[pieces.length - 1] = { text: last.text + text, style };
    else pieces.push({ text, style });
  }
  return pieces;
}
