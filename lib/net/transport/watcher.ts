/**
 * Watcher: calls a reader when there is something to read, and a writer when there is room.
 *
 * To be ready is not to be called at once. It is done by a timer that is due now: so in the next
 * iteration, and after all that was scheduled in this one. Then the question is asked
 * anew: who leaves something unread is called again. Taking the reader back takes back the timer.
 * Of the two the reader is called first, as of one file that is ready for both.
 *
 * asyncio's loop asks its selector, at the beginning of each iteration, which of its files are
 * ready, and puts their handles behind those that are ready already. Here nobody asks: the network
 * tells of each change, and so a trace can tell what it was that made somebody read.
 *
 * Counterpart: _add_reader, _remove_reader and _process_events, in asyncio/selector_events.py.
 */

import { type Context, copyContext } from '../../context/context';
import type { EventLoop } from '../../loop/event-loop';
import type { TimerHandle } from '../../loop/handle';

/** What can be watched: one end of a connection, or what listens for connections. */
export interface Watched {
  /** Called whenever one of the others may have changed. */
  onChange: (() => void) | undefined;
  /** Whether there is something to read, the end and errors included. */
  isReadable(): boolean;
  /** Whether there is room to write, or an error that says that there never will be. */
  isWritable(): boolean;
}

/** Watch one thing for a loop. */
export class Watcher {
  private reader: Interest | undefined = undefined;
  private writer: Interest | undefined = undefined;

  constructor(
    private readonly loop: EventLoop,
    private readonly watched: Watched,
  ) {
    watched.onChange = this.check;
  }

  /** Call `callback` whenever there is something to read. */
  addReader(callback: () => void): void {
    this.removeReader();
    this.reader = new Interest(this.loop, callback, () => this.watched.isReadable(), this.check);
    this.check();
  }

  /** Call it no more. */
  removeReader(): void {
    this.reader?.cancel();
    this.reader = undefined;
  }

  /** Call `callback` whenever there is room to write. */
  addWriter(callback: () => void): void {
    this.removeWriter();
    this.writer = new Interest(this.loop, callback, () => this.watched.isWritable(), this.check);
    this.check();
  }

  /** Call it no more. */
  removeWriter(): void {
    this.writer?.cancel();
    this.writer = undefined;
  }

  /** Have the two called, if it is time: the reader before the writer, whichever was ready first. */
  private readonly check = (): void => {
    if (this.reader?.schedule()) this.writer?.takeBack();
    this.writer?.schedule();
  };

  /** Tell which of the two are to be called. */
  polling(): { readonly read: boolean; readonly write: boolean } {
    return { read: this.reader !== undefined, write: this.writer !== undefined };
  }

  /** Watch no more. */
  close(): void {
    this.removeReader();
    this.removeWriter();
    this.watched.onChange = undefined;
  }
}

/** A callback for one of the two; at most one handle of it is scheduled. */
class Interest {
  private readonly context: Context = copyContext();
  private handle: TimerHandle | undefined = undefined;
  private cancelled = false;

  constructor(
    private readonly loop: EventLoop,
    private readonly callback: () => void,
    private readonly isReady: () => boolean,
    /** Called when it was called, to ask whether it is to be again. */
    private readonly checkAgain: () => void,
  ) {
    // The handle is to be known by the name of what it calls.
    Object.defineProperty(this.run, 'name', { value: callback.name.replace(/^bound /, '') });
  }

  /** Have it called in the next iteration, if it is ready; tells whether that is new. */
  schedule(): boolean {
    if (this.cancelled || this.handle !== undefined || this.loop.isClosed() || !this.isReady()) return false;
    this.handle = this.loop.callAt(this.loop.time(), this.run, { context: this.context });
    return true;
  }

  /** Undo that, unless the iteration has come. */
  takeBack(): void {
    if (!this.handle?.scheduled) return;
    this.handle.cancel();
    this.handle = undefined;
  }

  private readonly run = (): void => {
    this.handle = undefined;
    try {
      this.callback();
    } finally {
      this.checkAgain();
    }
  };

  cancel(): void {
    this.cancelled = true;
    this.handle?.cancel();
  }
}
