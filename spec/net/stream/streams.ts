/**
 * What the specs of streams use: readers that were fed, bytes as text, and what a read throws.
 */

import type { Coroutine, EventLoop } from '../../../lib';
import { decode, encode } from '../../../lib/bytes';
import { StreamReader } from '../../../lib/net/stream/stream-reader';
import { thrownBy } from '../../support';

/** Give a reader of `loop` that was fed with `pieces`. */
export function readerWith(loop: EventLoop, pieces: readonly string[], limit?: number): StreamReader {
  const reader = new StreamReader({ loop, limit });
  for (const piece of pieces) reader.feedData(encode(piece));
  return reader;
}

/** Give a reader that was fed so, and told that this is all. */
export function endedWith(loop: EventLoop, pieces: readonly string[], limit?: number): StreamReader {
  const reader = readerWith(loop, pieces, limit);
  reader.feedEof();
  return reader;
}

/** Run `reading`, and give what was read, as text. */
export function textOf(loop: EventLoop, reading: Coroutine<Uint8Array>): string {
  return decode(loop.runUntilComplete(reading));
}

/** Take what `reader` holds now, as text. */
export function restOf(loop: EventLoop, reader: StreamReader): string {
  if (!/\d bytes/.test(String(reader))) return '';
  return textOf(loop, reader.read(1e9));
}

/** Give the error of `reading`. */
export function errorOf<E extends Error>(loop: EventLoop, reading: Coroutine<unknown>): E {
  return thrownBy(() => loop.runUntilComplete(reading)) as E;
}

/** Give the error of `reading` as its name and its text. */
export function errorText(loop: EventLoop, reading: Coroutine<unknown>): string {
  const error = errorOf(loop, reading);
  return `${error.name}: ${error.message}`;
}
