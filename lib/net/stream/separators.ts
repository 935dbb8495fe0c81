/**
 * Separators: where a part of a stream ends.
 *
 * Of several separators the one counts that ends first: so the part read is as short as can be,
 * though another may have begun before. What was looked through once is not looked through again,
 * but for the last bytes, with which a separator may begin: one less than the longest has.
 *
 * Counterpart: the search of StreamReader.readuntil, in asyncio/streams.py.
 */

import { checkBytes } from '../../bytes';
import { ValueError } from '../../errors';
import type { ByteBuffer } from '../byte-buffer';
import { LimitOverrunError } from './stream-errors';

/** What may end a part: a separator, or any of several (in Python a tuple). */
export type Separators = Uint8Array | readonly Uint8Array[];

/**
 * Give the separators, the shortest first.
 *
 * @throws ValueError when there are none, or one is empty; TypeError when one is no bytes.
 */
export function sortSeparators(separator: Separators): readonly Uint8Array[] {
  const separators = separator instanceof Uint8Array || !Array.isArray(separator) ? [separator] : [...separator];
  if (separators.length === 0) throw new ValueError('Separator should contain at least one element');
  for (const each of separators) checkBytes('separator', each);
  separators.sort((a, b) => a.length - b.length);
  if ((separators[0] as Uint8Array).length === 0) throw new ValueError('Separator should be at least one-byte string');
  return separators;
}

/**
 * Look for a separator in `buffer`, at `from` or behind. Gives the end of the part that it ends; a mere number where none is there: the place to look from next time.
 *
 * @throws LimitOverrunError when one comes after more than `limit` bytes, or no longer can come before.
 */
export function findEnd(
  buffer: ByteBuffer,
  separators: readonly Uint8Array[],
  from: number,
  limit: number,
): { readonly end: number } | number {
  const found = separators
    .map((separator) => ({ start: buffer.indexOf(separator, from), length: separator.length }))
    .filter(({ start }) => start !== -1)
    .map(({ start, length }) => ({ start, end: start + length }));
  if (found.length > 0) {
    const { start, end } = found.reduce((first, each) => (each.end < first.end ? each : first));
    if (start > limit) throw new LimitOverrunError('Separator is found, but chunk is longer than limit', start);
    return { end };
  }
  const longest = (separators[separators.length - 1] as Uint8Array).length;
  const next = Math.max(0, buffer.length + 1 - longest);
  if (next > limit) throw new LimitOverrunError('Separator is not found, and chunk exceed the limit', next);
  return next;
}
