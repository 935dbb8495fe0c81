/**
 * Wording: how times, places and values are put in the sentences of `why` and `explain`.
 *
 * A sentence has room for what is short: a file by its name without the folders, a text up to
 * 80 characters, a time without what rounding has added to it.
 */

import type { Place } from '../host';

/** How many characters a text may have in a sentence. */
const MAX_TEXT = 80;

/** Show a time or a duration: `1.5s`. */
export function shownTime(seconds: number): string {
  return `${Number(seconds.toPrecision(12))}s`;
}

/** Show a deadline: `until 1.5s`, or `for ever`. */
export function shownDeadline(when: number | null): string {
  return when === null ? 'for ever' : `until ${shownTime(when)}`;
}

/** Show where a call is: `hello (hello.ts:12)`. */
export function shownPlace({ name, file, line }: Place): string {
  return `${name} (${fileNameOf(file)}:${line})`;
}

/** Show where something was done, to be put at the end of a sentence: `, in hello (hello.ts:12)`; nothing where that is not known. */
export function inPlace(place: Place | undefined): string {
  return place === undefined ? '' : `, in ${shownPlace(place)}`;
}

/** Say of calls that wait that their variables cannot be had, as those of native async functions; undefined where they can. */
export function unknownVariables(chain: readonly Place[]): string | undefined {
  const unknown = chain.filter(({ variables }) => variables === undefined);
  if (unknown.length === 0) return undefined;
  return `${unknown.length === chain.length ? 'the variables' : 'some variables'} are not known`;
}

/** Show a text on one line, and cut it where it is long. */
export function shownText(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' / ');
  return line.length <= MAX_TEXT ? line : `${line.slice(0, MAX_TEXT - 3)}...`;
}

/** Show several names: `a`, `a and b`, `a, b and c`. */
export function shownList(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** The name of a file, without its folders. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
