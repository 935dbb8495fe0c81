/*
 * The line that the programs of this folder print: words. Its counterpart is say.py.
 */

import { show } from '../show';

/** Print a line. */
export function say(...words: unknown[]): void {
  console.log(words.map(show).join(' '));
}
