/**
 * A terminal that is none: it notes what is done to it.
 */

import { EventEmitter } from 'node:events';
import type { ReadStream, WriteStream } from 'node:tty';

/** Both streams of a terminal in one. */
export class FakeTerminal extends EventEmitter {
  isRaw = false;
  isPaused = false;
  columns = 10;
  rows = 2;
  /** What was written since it was last asked for. */
  private written = '';

  get input(): ReadStream {
    return this as unknown as ReadStream;
  }

  get output(): WriteStream {
    return this as unknown as WriteStream;
  }

  setRawMode(isRaw: boolean): void {
    this.isRaw = isRaw;
  }

  setEncoding(): this {
    return this;
  }

  pause(): this {
    this.isPaused = true;
    return this;
  }

  write(text: string): void {
    this.written += text;
  }

  /** Give what was written since the last time, with `^` for escape. */
  take(): string {
    const text = this.written.replaceAll('\x1b', '^');
    this.written = '';
    return text;
  }
}
