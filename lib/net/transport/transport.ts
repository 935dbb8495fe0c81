/**
 * Transport: how bytes get to the other end of a connection, and back.
 *
 * It is what a protocol is given when a connection is made, and what a StreamWriter writes
 * to. It does not block: what cannot be sent at once is kept, and sent when there is room.
 *
 * Counterpart: ReadTransport, WriteTransport and Transport, in asyncio/transports.py.
 */

/** What bytes come from. */
export interface ReadTransport {
  /** Hand no more bytes to the protocol. */
  pauseReading(): void;
  /** Hand bytes to the protocol again. */
  resumeReading(): void;
}

/** A connection, as its protocol knows it (asyncio.Transport). */
export interface Transport extends ReadTransport {
  /** Tell whether bytes are handed to the protocol: neither paused nor closing. */
  isReading(): boolean;
  /** Send `data`: now, as far as there is room, and the rest later. @throws TypeError when it is no bytes; RuntimeError after `writeEof`. */
  write(data: Uint8Array): void;
  /** Send all of `data`, piece by piece. @throws RuntimeError after `writeEof`. */
  writelines(data: Iterable<Uint8Array>): void;
  /** Tell the other end that nothing more will come, once all is sent. It may go on sending. */
  writeEof(): void;
  /** Tell whether `writeEof` is possible: it is. */
  canWriteEof(): boolean;
  /** Count the bytes that are kept, to be sent when there is room. */
  getWriteBufferSize(): number;
  /** Give the numbers of bytes below which the protocol may write again, and above which it should not: low and high. */
  getWriteBufferLimits(): [low: number, high: number];
  /** Set them. Otherwise `high` is 4 times `low`, or 64 KiB; `low` a quarter of `high`. @throws ValueError unless high >= low >= 0. */
  setWriteBufferLimits(limits?: WriteBufferLimits): void;
  /** Close, once all is sent. No more is read. */
  close(): void;
  /** Close now: what was not sent is dropped. */
  abort(): void;
  /** Tell whether `close` or `abort` was called, or the connection is lost. */
  isClosing(): boolean;
  /** Tell what is known of the connection: `peername` and `sockname`, as [host, port]; `socket`. Otherwise `fallback`. */
  getExtraInfo(name: string, fallback?: unknown): unknown;
}

/** Keyword arguments of `setWriteBufferLimits`: numbers of bytes. */
export interface WriteBufferLimits {
  /** With more kept than this, the protocol is told to pause writing. */
  readonly high?: number | null;
  /** With no more kept than this, it is told to resume. */
  readonly low?: number | null;
}
