/**
 * ByteBuffer: bytes come in at the end, and are taken from the front.
 *
 * Invariant: what is in it are the bytes of `store` from `start` up to `end`; an empty one
 * keeps no memory, since there may be thousands of readers with nothing to read. No byte is
 * ever overwritten: what was given to look at stays as it is. Taking
 * copies what it takes, and moves nothing else. Adding copies what is in only when there is
 * no room behind it, and then makes room for as much again.
 *
 * Counterpart: the bytearray of a StreamReader, and the buffers of a transport and of a socket.
 */

const NONE = new Uint8Array(0);

export class ByteBuffer {
  private store: Uint8Array = NONE;
  private start = 0;
  private end = 0;

  /** How many bytes are in. */
  get length(): number {
    return this.end - this.start;
  }

  /** Add `data` at the end. */
  append(data: Uint8Array): void {
    if (this.end + data.length > this.store.length) this.makeRoom(data.length);
    this.store.set(data, this.end);
    this.end += data.length;
  }

  private makeRoom(count: number): void {
    const store = new Uint8Array(this.length === 0 ? count : 2 * (this.length + count));
    store.set(this.peek());
    this.end = this.length;
    this.start = 0;
    this.store = store;
  }

  /** Look at all that is in, without taking it. */
  peek(): Uint8Array {
    return this.store.subarray(this.start, this.end);
  }

  /** Take `count` bytes from the front; all there are, where they are fewer. */
  take(count: number): Uint8Array {
    const taken = this.store.slice(this.start, Math.min(this.start + count, this.end));
    this.drop(taken.length);
    return taken;
  }

  /** Drop `count` bytes, which are in, from the front. */
  drop(count: number): void {
    this.start += count;
    if (this.start === this.end) this.clear();
  }

  /** Find where `pattern` begins, at `from` or behind; -1 where it does not. Naive: patterns are short. */
  indexOf(pattern: Uint8Array, from: number): number {
    const bytes = this.peek();
    for (let at = from; ; at++) {
      at = bytes.indexOf(pattern[0] as number, at);
      if (at === -1 || at + pattern.length > bytes.length) return -1;
      if (pattern.every((byte, i) => bytes[at + i] === byte)) return at;
    }
  }

  /** Forget all. */
  clear(): void {
    this.store = NONE;
    this.start = 0;
    this.end = 0;
  }
}
