/**
 * Bytes: a Uint8Array is Python's `bytes`; encode and decode lead from text to bytes and back.
 *
 * A network carries bytes, and nothing turns text into them by itself: to be told so, as in
 * Python, is better than to guess. The only encoding is UTF-8. What cannot be encoded, or
 * decoded, is an error that says where and why in Python's words; the host would put a
 * replacement character there, or not say where.
 *
 * Counterpart: str.encode and bytes.decode.
 */

import { nameAfterClass, ValueError } from './errors';
import { typeName } from './repr';

/** A text holds half of a surrogate pair, which no encoding has bytes for (Python's UnicodeEncodeError). */
export class UnicodeEncodeError extends ValueError {}

/** Bytes are not the encoding of any text (Python's UnicodeDecodeError). */
export class UnicodeDecodeError extends ValueError {}

for (const type of [UnicodeEncodeError, UnicodeDecodeError]) nameAfterClass(type);

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Give the bytes of `text`, in UTF-8 (Python's `text.encode()`).
 *
 * @throws UnicodeEncodeError when it holds half of a surrogate pair; TypeError when it is no text.
 * @example
 * encode('für'); // b'f\xc3\xbcr'
 */
export function encode(text: string): Uint8Array {
  if (typeof text !== 'string') throw new TypeError(`encode() argument must be str, not ${typeName(text)}`);
  const lone = /[\ud800-\udfff]+/u.exec(text);
  if (lone === null) return encoder.encode(text);
  const start = [...text.slice(0, lone.index)].length;
  const code = lone[0].charCodeAt(0).toString(16);
  const what = lone[0].length === 1 ? `character '\\u${code}'` : 'characters';
  const where = positions(start, start + lone[0].length);
  throw new UnicodeEncodeError(`'utf-8' codec can't encode ${what} in ${where}: surrogates not allowed`);
}

/**
 * Give the text of `bytes`, which are UTF-8 (Python's `bytes.decode()`).
 *
 * @throws UnicodeDecodeError when they are not; TypeError when they are no bytes.
 * @example
 * decode(encode('hello')); // 'hello'
 */
export function decode(bytes: Uint8Array): string {
  checkBytes('decode() argument', bytes);
  try {
    return decoder.decode(bytes);
  } catch {
    throw decodeError(bytes);
  }
}

function decodeError(bytes: Uint8Array): UnicodeDecodeError {
  const { start, end, reason } = findInvalid(bytes);
  const first = (bytes[start] as number).toString(16).padStart(2, '0');
  const what = end === start + 1 ? `byte 0x${first}` : 'bytes';
  return new UnicodeDecodeError(`'utf-8' codec can't decode ${what} in ${positions(start, end)}: ${reason}`);
}

/** Name the places from `start` up to `end`. */
function positions(start: number, end: number): string {
  return end === start + 1 ? `position ${start}` : `position ${start}-${end - 1}`;
}

/** Find the first bytes that begin no character; there are some. */
function findInvalid(bytes: Uint8Array): { start: number; end: number; reason: string } {
  let start = 0;
  for (;;) {
    const first = bytes[start] as number;
    const length = lengthOf(first);
    if (length === 0) return { start, end: start + 1, reason: 'invalid start byte' };
    for (let end = start + 1; end < start + length; end++) {
      if (end === bytes.length) return { start, end, reason: 'unexpected end of data' };
      const [low, high] = end === start + 1 ? secondOf(first) : CONTINUATION;
      const byte = bytes[end] as number;
      if (byte < low || byte > high) return { start, end, reason: 'invalid continuation byte' };
    }
    start += length;
  }
}

/** How many bytes a character has that begins with `first`; 0 where none does. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}

const CONTINUATION = [0x80, 0xbf] as const;

/** What may follow `first`: no more bytes than are needed, no surrogates, and nothing above U+10FFFF. */
function secondOf(first: number): readonly [low: number, high: number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : CONTINUATION;
}

/** @throws TypeError unless `value` is bytes; `name` is what it is to whoever gave it. */
export function checkBytes(name: string, value: unknown): void {
  if (value instanceof Uint8Array) return;
  const type = typeof value === 'string' ? 'str' : typeName(value);
  throw new TypeError(`${name} must be a bytes-like object, not '${type}'`);
}

/** Put `pieces` together (Python's `b''.join(pieces)`). */
export function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}
