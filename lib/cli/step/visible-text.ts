/**
 * Text of a program, made harmless: what would command the terminal is made visible.
 *
 * A program may write anything: an escape sequence that clears the screen, a mark that turns
 * the direction of writing. Nothing of that reaches the terminal. A control character is
 * shown by its picture, as ␛ for escape; what else cannot be seen, as �.
 */

import { widthOf } from './text-width';

/** How much of a line is shown. Nobody reads on, and to measure what is endless takes as long. */
const MAX_LENGTH = 4000;

/** Give `text`, which is one line, with nothing in it but what can be seen. */
export function visible(text: string): string {
  if (text.length > MAX_LENGTH) return visible(`${text.slice(0, MAX_LENGTH - 1)}…`);
  if (HARMLESS.test(text)) return text;
  return text.replace(/^\p{M}/u, '◌$&').replace(UNSEEN, (character) => pictureOf(character));
}

/** Give the lines of `text`; a tab goes on to the next of the columns that `tab` divides. */
export function visibleLines(text: string, tab = 8): string[] {
  return text.split(/\r?\n/).map((line) => visible(withoutTabs(line, tab)));
}

const HARMLESS = /^[ -~]*$/;
/** Control, format (but for those that join letters and emoji), half a character, ends of lines. */
const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu;

function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '�';
}

function withoutTabs(line: string, tab: number): string {
  if (!line.includes('\t')) return line;
  let shown = '';
  for (const part of line.split(/(?<=\t)/)) {
    shown += part.replace('\t', '');
    if (part.endsWith('\t')) shown += ' '.repeat(tab - (widthOf(shown) % tab));
  }
  return shown;
}
