/**
 * OwedCall: the call that a greenlet has made, and has to await before anything else.
 *
 * In Python a call of `switch` is the switch. Here, within a greenlet, it only makes something to
 * `yield*`, and to forget that is the mistake of whoever comes from there: the program goes on as
 * if nothing had been written. So each such call is noted, and looked at when the greenlet next
 * yields or ends. Of several the first is told of, as it came first to nothing.
 */

import { RuntimeError } from '../errors';

/** A call that does nothing before it is awaited: a move, or a coroutine. */
export interface Call {
  readonly name: string;
  readonly state: string;
}

export class OwedCall {
  private call: Call | undefined = undefined;

  /** Take note of a call. */
  expect(call: Call): void {
    if (this.call?.state !== 'created') this.call = call;
  }

  /** Forget it, as its time is up. @throws RuntimeError when nobody has awaited it. */
  settle(caller: object): void {
    const { call } = this;
    this.call = undefined;
    if (call?.state === 'created')
      throw new RuntimeError(`${caller} called ${call.name}() without yield*: it did nothing`);
  }
}
