/**
 * StreamReader: the ways to read what has come over a connection.
 *
 * Each is the same loop: look at the buffer; where that does not hold what is asked for, and
 * the end has not come, wait for more, and look again. A read that finds enough does not
 * wait at all, and so does not yield to the loop.
 *
 * Invariant: a read takes from the buffer only in its last step. One that is cancelled, or
 * that finds too long a line, leaves all for the next (but `readline`, which drops such a line).
 *
 * Counterpart: asyncio.StreamReader, in streams.py; what the protocol does with it is in stream-buffer.ts.
 */

import { concat } from '../../bytes';
import type { Yielded } from '../../coroutine/awaitable';
import { Coroutine } from '../../coroutine/coroutine';
import { ValueError } from '../../errors';
import { checkInteger } from '../../seconds';
import { findEnd, type Separators, sortSeparators } from './separators';
import { StreamBuffer } from './stream-buffer';
import { IncompleteReadError, LimitOverrunError } from './stream-errors';

const NEWLINE = new Uint8Array([10]);
const NOTHING = new Uint8Array(0);

/**
 * The bytes that come in over a connection, to be read (asyncio.StreamReader). Made by
 * `openConnection` and `startServer`. One task at a time may read; a read that is cancelled has taken nothing.
 *
 * @example
 * const reader = new StreamReader();
 * reader.feedData(encode('one\ntwo\n'));
 * decode(yield* reader.readline()); // 'one\n'
 * decode(yield* reader.readexactly(2)); // 'tw'
 */
export class StreamReader extends StreamBuffer {
  /**
   * Read up to `n` bytes: what there is, once there is something; empty at the end. With -1, all up to the end.
   *
   * @throws when awaited: the error that ended the connection; RuntimeError while another task reads; TypeError when
   *   `n` is no integer.
   */
  read(n = -1): Coroutine<Uint8Array> {
    return new Coroutine(n < 0 ? this.readToEof() : this.readSome(n), 'StreamReader.read');
  }

  private *readToEof(): Generator<Yielded, Uint8Array, unknown> {
    const blocks: Uint8Array[] = [];
    for (;;) {
      const block = yield* this.readSome(this.limit);
      if (block.length === 0) return concat(blocks);
      blocks.push(block);
    }
  }

  private *readSome(n: number): Generator<Yielded, Uint8Array, unknown> {
    checkInteger(n);
    if (this.error !== undefined) throw this.error;
    if (n === 0) return NOTHING;
    if (this.buffer.length === 0 && !this.eof) yield* this.waitForData('read');
    return this.take(n);
  }

  /**
   * Read `n` bytes, neither more nor less.
   *
   * @throws when awaited: IncompleteReadError when the end comes before; ValueError when `n` is
   *   below 0, TypeError when it is no integer; the error that ended the connection; RuntimeError while another task reads.
   */
  readexactly(n: number): Coroutine<Uint8Array> {
    return new Coroutine(this.readAll(n), 'StreamReader.readexactly');
  }

  private *readAll(n: number): Generator<Yielded, Uint8Array, unknown> {
    checkInteger(n);
    if (n < 0) throw new ValueError('readexactly size can not be less than zero');
    if (this.error !== undefined) throw this.error;
    if (n === 0) return NOTHING;
    while (this.buffer.length < n) {
      if (this.eof) throw new IncompleteReadError(this.take(Infinity), n);
      yield* this.waitForData('readexactly');
    }
    return this.take(n);
  }

  /**
   * Read a line, with its `\n`; what there is, where the end comes before that; empty at the end.
   *
   * @throws when awaited: ValueError when the line is longer than the limit: it is dropped, up to its end if that
   *   has come; the error that ended the connection; RuntimeError while another task reads.
   */
  readline(): Coroutine<Uint8Array> {
    return new Coroutine(this.readLine(), 'StreamReader.readline');
  }

  private *readLine(): Generator<Yielded, Uint8Array, unknown> {
    try {
      return yield* this.readUntil(NEWLINE);
    } catch (error) {
      if (error instanceof IncompleteReadError) return error.partial;
      if (!(error instanceof LimitOverrunError)) throw error;
      const isFound = this.buffer.indexOf(NEWLINE, error.consumed) === error.consumed;
      this.take(isFound ? error.consumed + 1 : Infinity);
      throw new ValueError(error.message);
    }
  }

  /**
   * Read up to the `separator` and including it; up to the one that ends first, where an array of them is given.
   *
   * @throws when awaited: LimitOverrunError when it does not come within the limit: all is left in the buffer;
   *   IncompleteReadError when the end comes before it; ValueError when it is empty; the error
   *   that ended the connection; RuntimeError while another task reads.
   */
  readuntil(separator: Separators = NEWLINE): Coroutine<Uint8Array> {
    return new Coroutine(this.readUntil(separator), 'StreamReader.readuntil');
  }

  private *readUntil(separator: Separators): Generator<Yielded, Uint8Array, unknown> {
    const separators = sortSeparators(separator);
    if (this.error !== undefined) throw this.error;
    for (let from = 0; ; ) {
      const found = findEnd(this.buffer, separators, from, this.limit);
      if (typeof found !== 'number') return this.take(found.end);
      from = found;
      if (this.eof) throw new IncompleteReadError(this.take(Infinity), undefined);
      yield* this.waitForData('readuntil');
    }
  }

  /** Give the lines: what `for await` asks for. In a generator, `yield*` what `next` gives. */
  [Symbol.asyncIterator](): { next(): Coroutine<IteratorResult<Uint8Array, undefined>> } {
    return { next: () => new Coroutine(this.nextLine(), 'StreamReader.next') };
  }

  private *nextLine(): Generator<Yielded, IteratorResult<Uint8Array, undefined>, unknown> {
    const line = yield* this.readLine();
    return line.length === 0 ? { done: true, value: undefined } : { done: false, value: line };
  }
}
