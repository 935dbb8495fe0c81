/**
 * Lines as a terminal takes them: text, with the escape sequences for its styles.
 *
 * Only the sixteen colours are used that people have chosen to suit their eyes, and none for
 * the background, so that it does not matter whether that is light or dark. Without colour
 * there are still bold, faint and reverse; `none` is for terminals that have not even these.
 */

import type { Line, Style } from './line';
import { clustersOf, isSimple, widthOf } from './text-width';

/** What a terminal can do to text. */
export type Emphasis = 'colour' | 'weight' | 'none';

/** Give the text of a line, in its styles. */
export function encode(line: Line, emphasis: Emphasis): string {
  let column = 1;
  const encoded: string[] = [];
  for (const { text, style } of line) {
    encoded.push(emphasis === 'none' ? text : inStyle(held(text, column), CODES[style][emphasis]));
    column += widthOf(text);
  }
  return encoded.join('');
}

function inStyle(text: string, code: string): string {
  return code === '' || text === '' ? text : `\x1b[${code}m${text}\x1b[m`;
}

/** Hold what follows in its column: terminals differ in how wide they show some clusters. */
function held(text: string, start: number): string {
  if (isSimple(text)) return text;
  let [shown, column] = ['', start];
  for (const cluster of clustersOf(text)) {
    column += cluster.width;
    shown += isSimple(cluster.text) ? cluster.text : `${cluster.text}\x1b[${column}G`;
  }
  return shown;
}

/** The parameters of `SGR`, "select graphic rendition", for each style. */
const CODES: Record<Style, Record<Emphasis, string>> = {
  plain: { colour: '', weight: '', none: '' },
  dim: { colour: '2', weight: '2', none: '' },
  title: { colour: '1', weight: '1', none: '' },
  focus: { colour: '1;36', weight: '1', none: '' },
  key: { colour: '1', weight: '1', none: '' },
  current: { colour: '1;32', weight: '1', none: '' },
  fresh: { colour: '35', weight: '1', none: '' },
  alarm: { colour: '1;31', weight: '1', none: '' },
  chosen: { colour: '7', weight: '7', none: '' },
};
