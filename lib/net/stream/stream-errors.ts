/**
 * The errors of streams: the end came too early, or too late.
 *
 * Both tell how far reading came, so that whoever catches them can go on from there: one
 * holds the bytes, of which there will be no more; the other a number of bytes that are
 * still to be read, in whatever other way.
 *
 * Counterpart: IncompleteReadError and LimitOverrunError, in asyncio/exceptions.py.
 */

import { nameAfterClass } from '../../errors';

/** There is nothing more to read (Python's EOFError). */
export class EOFError extends Error {}

/**
 * The stream ended before all was read that was asked for (asyncio.IncompleteReadError).
 *
 * @example
 * const reader = new StreamReader();
 * reader.feedData(encode('abc'));
 * reader.feedEof();
 * yield* reader.readexactly(4); // IncompleteReadError: 3 bytes read on a total of 4 expected bytes
 */
export class IncompleteReadError extends EOFError {
  constructor(
    /** What was read before the end. */
    readonly partial: Uint8Array,
    /** How many bytes were asked for; undefined where that is not known. */
    readonly expected: number | undefined,
  ) {
    super(`${partial.length} bytes read on a total of ${expected ?? 'undefined'} expected bytes`);
  }
}

/**
 * No separator was found within the limit of the reader, or one behind it (asyncio.LimitOverrunError).
 * What was looked through is left in the reader.
 *
 * @example
 * const reader = new StreamReader({ limit: 2 });
 * reader.feedData(encode('abc'));
 * yield* reader.readuntil(); // LimitOverrunError
 * decode(yield* reader.readexactly(3)); // 'abc'
 */
export class LimitOverrunError extends Error {
  constructor(
    message: string,
    /** How many bytes, from the first in the reader on, hold no separator. */
    readonly consumed: number,
  ) {
    super(message);
  }
}

for (const type of [EOFError, IncompleteReadError, LimitOverrunError]) nameAfterClass(type);
