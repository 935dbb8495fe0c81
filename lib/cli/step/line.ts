/**
 * Line: a row of a screen, as pieces of text, each in a style.
 *
 * What a screen looks like is worked out in lines, by functions that touch no terminal; only
 * the last of all, in ansi.ts, turns styles into colours. A line has to read well without
 * them: a style adds emphasis, and never says what the text does not.
 *
 * A piece is made by `piece` alone, or by the functions here that take plain strings: so that
 * whatever a program called its tasks, nothing in a line commands the terminal.
 */

import { cutText, fitText, widthOf } from './text-width';
import { visible } from './visible-text';

/** What a piece of text is, to the eye. */
export type Style =
  | 'plain'
  /** Of less interest. */
  | 'dim'
  /** The name of a panel, */
  | 'title'
  /** and of the one that the keys are for. */
  | 'focus'
  /** A key to press. */
  | 'key'
  /** What runs now. */
  | 'current'
  /** What this step changed. */
  | 'fresh'
  /** What is wrong. */
  | 'alarm'
  /** A line that was chosen. */
  | 'chosen';

/** Text in a style. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** A row of a screen, from left to right. */
export type Line = readonly Piece[];

/** Give `text` in `style`, with what cannot be seen made visible. */
export function piece(text: string, style: Style = 'plain'): Piece {
  return { text: visible(text), style };
}

/** Give `text` in `style`, in so many columns, whether it is shorter or longer. */
export function cell(text: string, width: number, style: Style = 'plain'): Piece {
  return { text: fitText(visible(text), width), style };
}

/** Give a line of pieces; a mere string is one in no style. */
export function line(...parts: readonly (Piece | string)[]): Line {
  return parts.map((part) => (typeof part === 'string' ? piece(part) : part));
}

/** Give the text of a line. */
export function textOf(shown: Line): string {
  return shown.map(({ text }) => text).join('');
}

/** How many columns a line takes. */
export function columnsOf(shown: Line): number {
  return shown.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** Give a line, cut or filled up with spaces so that it takes just `width` columns. */
export function fitLine(shown: Line, width: number): Line {
  const kept = columnsOf(shown) <= width ? shown : cutLine(shown, width);
  const missing = width - columnsOf(kept);
  return missing === 0 ? kept : [...kept, piece(' '.repeat(missing))];
}

/** Cut a line that is too long. */
function cutLine(shown: Line, width: number): Line {
  const kept: Piece[] = [];
  let left = width;
  for (const { text, style } of shown) {
    const columns = widthOf(text);
    // More follows, and so a column is left for the ellipsis.
    if (columns >= left) return [...kept, { text: cutText(`${text} `, left), style }];
    kept.push({ text, style });
    left -= columns;
  }
  return kept;
}
