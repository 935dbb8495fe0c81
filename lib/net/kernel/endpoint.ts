/**
 * Endpoint: one end of a TCP connection, as the program has it: a socket that never blocks.
 *
 * What would block gives nothing, and the program is told by `onChange` when to try again. Each call happens at
 * the present time, and is complete when it returns, with all that takes no time: on the way from
 * a host to itself, what is sent has arrived.
 *
 * An error that ends a connection is thrown once, by `send` or `receive`, and what had come before it
 * can be read before. After that, there is an end to be read, and writing is in vain.
 *
 * Counterpart: a connected, non-blocking socket of Linux, of which each of these errors was asked for.
 */

import { showAsString } from '../../repr';
import { Connection } from './connection';
import { osError } from './os-error';

const NONE = new Uint8Array(0);

/** One end of a connection. Made by `host.connect`, and given by `listener.accept`. */
export class Endpoint extends Connection {
  /** Whether the error has been thrown. */
  private isErrorTold = false;

  /** Whether `receive` would not block: bytes are there, or the end is, or an error. */
  isReadable(): boolean {
    if (this.state !== 'open') return this.state === 'failed';
    return this.incoming.length > 0 || this.incoming.hasEnded();
  }

  /** Whether `send` would not block: there is room, or an error. False until connected, or failed to. */
  isWritable(): boolean {
    if (this.state !== 'open') return this.state === 'failed';
    return this.outgoing.hasRoom() || this.outgoing.isShut();
  }

  /**
   * Take as much of `data` as there is room for, and give how many bytes that is; 0 would block.
   *
   * @throws the error that ended the connection, once; then BrokenPipeError, as after `shutdownWrite`; OSError when closed.
   */
  send(data: Uint8Array): number {
    this.checkOpen();
    this.agenda.begin();
    if (this.state === 'connecting') return 0;
    this.throwError();
    if (this.outgoing.isShut()) throw osError('EPIPE');
    const count = this.outgoing.accept(data);
    this.agenda.settle();
    return count;
  }

  /**
   * Give up to `size` bytes of what has come; none at the end; undefined would block.
   *
   * @throws the error that ended the connection, once, after all that had come before it; OSError when closed.
   */
  receive(size: number): Uint8Array | undefined {
    this.checkOpen();
    this.agenda.begin();
    if (this.incoming.length === 0) return this.receiveNothing();
    const data = this.incoming.take(size);
    if (this.state === 'open' && this.incoming.raiseLimit()) this.transmit('ACK');
    this.agenda.settle();
    return data;
  }

  private receiveNothing(): Uint8Array | undefined {
    this.throwError();
    return this.isReadable() ? NONE : undefined;
  }

  private throwError(): void {
    if (this.error === undefined || this.isErrorTold) return;
    this.isErrorTold = true;
    throw this.error;
  }

  /**
   * Send no more: the other end is told so, once it has what was sent. It may go on sending.
   *
   * @throws OSError when not connected, or closed.
   */
  shutdownWrite(): void {
    this.checkOpen();
    this.agenda.begin();
    const isDone = this.outgoing.isShut() && this.incoming.hasEnded();
    if (this.state !== 'open' || isDone) throw osError('ENOTCONN');
    this.outgoing.finish();
    this.agenda.settle();
  }

  /** Close this end: what was sent still goes, but where something that came was not read, the other end is told that it was in vain. */
  close(): void {
    if (this.state === 'closed') return;
    this.agenda.begin();
    const before = this.state;
    this.state = 'closed';
    if (before === 'connecting') this.end();
    else if (before === 'open') this.leave();
    this.agenda.settle();
  }

  private leave(): void {
    if (this.incoming.length > 0) this.reset();
    else {
      this.outgoing.finish();
      this.host.release(this);
    }
  }

  /** Close this end at once: what was not sent is dropped, and the other end is told that the connection is gone. */
  abort(): void {
    if (this.state === 'closed') return;
    this.agenda.begin();
    const before = this.state;
    this.state = 'closed';
    if (before === 'connecting') this.end();
    else if (before === 'open') this.reset();
    this.agenda.settle();
  }

  /** @throws OSError when closed. */
  private checkOpen(): void {
    if (this.state === 'closed') throw osError('EBADF');
  }

  override toString(): string {
    const { local, remote, state } = this;
    return `<Endpoint ${local.host}:${local.port} -> ${remote.host}:${remote.port} ${state}>`;
  }
}
showAsString(Endpoint);
