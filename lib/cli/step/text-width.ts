/**
 * How many columns of a terminal a text takes, and texts made to fit.
 *
 * A terminal's screen is a grid of cells. What a reader takes for one character (a letter
 * with its accents, an emoji with its skin tone) is a cluster of code points, and takes one
 * cell, or two where it is wide: Chinese, Japanese, Korean, emoji. Terminals do not agree on
 * every cluster of several code points; whoever draws one says afterwards where he goes on.
 *
 * Counterpart: wcwidth(3) of POSIX, which knows of code points only.
 */

/** What a reader takes for one character. */
export interface Cluster {
  readonly text: string;
  /** How many columns it takes: 0, 1 or 2. */
  readonly width: number;
}

/** Whether `text` has only what every terminal shows alike, in a column each: Latin letters, punctuation, arrows, lines and blocks. */
export function isSimple(text: string): boolean {
  return /^[ -~\u00a1-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*$/.test(text);
}

/** How many columns `text` takes. */
export function widthOf(text: string): number {
  return isSimple(text) ? text.length : clustersOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** Give `text` in clusters. */
export function clustersOf(text: string): Cluster[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => ({ text: segment, width: widthOfCluster(segment) }));
}

/** Give `text`, cut where it takes more than `width` columns; an ellipsis says so. */
export function cutText(text: string, width: number): string {
  return widthOf(text) <= width ? text : width < 1 ? '' : `${beginning(text, width - 1)}…`;
}

/** Give the end of `text` where it takes more than `width` columns; an ellipsis says so. */
export function endOfText(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, columns] = ['', 1];
  for (const cluster of clustersOf(text).reverse()) {
    columns += cluster.width;
    if (columns > width) break;
    kept = cluster.text + kept;
  }
  return `…${kept}`;
}

/** Give `text`, cut or filled up with spaces so that it takes just `width` columns. */
export function fitText(text: string, width: number): string {
  const shown = cutText(text, width);
  return shown + ' '.repeat(Math.max(0, width - widthOf(shown)));
}

/** As much of the beginning of `text` as takes at most `width` columns. */
function beginning(text: string, width: number): string {
  if (isSimple(text)) return text.slice(0, width);
  let [kept, columns] = ['', 0];
  for (const cluster of clustersOf(text)) {
    columns += cluster.width;
    if (columns > width) break;
    kept += cluster.text;
  }
  return kept;
}

const SEGMENTER = new Intl.Segmenter('en');

/** A pair of letters that stands for a flag, or a character that is asked to be shown as a picture. */
const PICTURE = /^\p{Regional_Indicator}{2}$|\ufe0f/u;
/** What goes onto the character before it. */
const COMBINING = /^(?:\p{M}|\p{Join_Control}|\p{Emoji_Modifier})$/u;

function widthOfCluster(cluster: string): number {
  if (PICTURE.test(cluster)) return 2;
  let width = 0;
  for (const character of cluster) {
    if (width === 0 || !COMBINING.test(character)) width += widthOfCharacter(character);
  }
  return Math.min(width, 2);
}

function widthOfCharacter(character: string): number {
  if (/^\p{M}$/u.test(character)) return 0;
  return /^\p{Emoji_Presentation}$/u.test(character) || isWide(character.codePointAt(0) as number) ? 2 : 1;
}

function isWide(code: number): boolean {
  return WIDE.some(([first, last]) => code >= first && code <= last);
}

/** The blocks of Unicode whose characters are wide (East Asian Width W and F), as the first and the last of each. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], // Hangul letters
  [0x2e80, 0x303e], // radicals, punctuation
  [0x3041, 0xa4cf], // Kana, Han, Yi
  [0xa960, 0xa97f], // Hangul letters
  [0xac00, 0xd7a3], // Hangul
  [0xf900, 0xfaff], // Han
  [0xfe30, 0xfe6f], // punctuation
  [0xff01, 0xff60], // wide forms of ASCII
  [0xffe0, 0xffe6], // and of signs
  [0x16fe0, 0x1b2ff], // Tangut, Kana
  [0x20000, 0x3fffd], // Han
];
