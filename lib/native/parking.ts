/**
 * Parking: how a call waits for a future on behalf of code that is not on the stack.
 *
 * It is what a future's own iterator is, and besides tells the calls of that code to whoever looks.
 *
 * Counterpart: none.
 */

import { unseenCalls } from '../future/await-chain';
import type { Future } from '../future/future';
import { FutureIterator } from '../future/future-iterator';
import type { Frame } from '../stack';

export class Parking extends FutureIterator<void> {
  constructor(
    future: Future<void>,
    private readonly calls: () => readonly Frame[],
  ) {
    super(future);
  }

  [Symbol.iterator](): this {
    return this;
  }

  override next(): ReturnType<FutureIterator<void>['next']> {
    unseenCalls(this.calls);
    return super.next();
  }
}
