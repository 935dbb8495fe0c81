/**
 * SocketCalls: how the calls of one socket are made, and how long they wait.
 *
 * What the kernel has never blocks: what cannot be done yet gives nothing. So a call tries, and
 * where that was in vain it waits until it is worth trying again. How one waits is decided when
 * the socket is made: one that was there before gevent's monkey.patchAll stops the world after it, too.
 *
 * Counterpart: sock_call, in socketmodule.c; _socketcommon.py of gevent.
 */

import { OSError, TimeoutError } from '../errors';
import { type ErrorNumber, osError } from '../net/kernel/os-error';
import { type Outside, Side } from './side';
import { waitingBy } from './stop-the-world';
import { type Blocking, patchedWaiting, type Steps } from './waiting';

/** What the kernel has for a socket: an endpoint, or a listener. */
interface Pollable {
  isReadable(): boolean;
  isWritable(): boolean;
}

/** What a call waits for. */
interface Wait {
  /** What the call is named. */
  readonly call: string;
  readonly side: Side;
  /** Until when; otherwise, as long as the socket's timeout lets it. */
  readonly deadline?: number;
  /** What it is told that is not to wait at all. */
  readonly otherwise?: ErrorNumber;
}

export class SocketCalls {
  /** How many seconds a call waits at most; undefined for any number. */
  timeout: number | undefined = undefined;
  readonly reading: Side;
  readonly writing: Side;
  private isClosed = false;
  private readonly patched = patchedWaiting();

  /** @param pollable gives what the kernel has for `socket`, once there is something. */
  constructor(
    socket: object,
    private readonly outside: Outside,
    pollable: () => Pollable | undefined,
  ) {
    this.reading = new Side(socket, outside, () => pollable()?.isReadable() ?? false);
    this.writing = new Side(socket, outside, () => pollable()?.isWritable() ?? false);
  }

  /** Make the call named `name`, which does what `steps` do. It fails, once awaited, when the socket is closed. */
  make<T>(name: string, steps: () => Steps<T>): Blocking<T> {
    return waitingBy(this.patched).call(`socket.${name}`, () => this.ifOpen(steps));
  }

  private *ifOpen<T>(steps: () => Steps<T>): Steps<T> {
    this.checkOpen();
    return yield* steps();
  }

  /** Give until when a call waits that begins now. */
  deadline(): number {
    return this.outside.time() + (this.timeout ?? Infinity);
  }

  /** Do `act`; as often as it gives nothing, wait, and do it again. */
  *attempt<T>(wait: Wait, act: () => T | undefined): Steps<T> {
    const { deadline = this.deadline() } = wait;
    for (;;) {
      const result = act();
      if (result !== undefined) return result;
      yield* this.until({ ...wait, deadline });
    }
  }

  /** Wait until the side is ready. @throws TimeoutError after the deadline; BlockingIOError where there is no time at all. */
  *until({ call, side, deadline = this.deadline(), otherwise = 'EAGAIN' }: Wait): Steps<void> {
    if (this.timeout === 0) throw osError(otherwise);
    const isReady = yield* waitingBy(this.patched).untilReady(`socket.${call}`, side, deadline);
    if (!isReady) throw new TimeoutError('timed out');
  }

  /** Tell who waits that something may have changed. */
  tell(): void {
    for (const { waiter } of [this.reading, this.writing]) waiter?.changed();
  }

  /** Have who waits at `side` fail: nothing will come there any more. */
  cancel(side: Side): void {
    side.waiter?.cancelled(new OSError(9, 'File descriptor was closed in another greenlet'));
  }

  /** Let no more calls be made. Gives whether that is new. */
  close(): boolean {
    if (this.isClosed) return false;
    this.isClosed = true;
    for (const side of [this.reading, this.writing]) this.cancel(side);
    return true;
  }

  get closed(): boolean {
    return this.isClosed;
  }

  /** @throws OSError when the socket is closed. */
  checkOpen(): void {
    if (this.isClosed) throw osError('EBADF');
  }
}
