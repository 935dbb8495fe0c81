/**
 * QueueLines: who waits to put into a queue, and who waits to get from it.
 *
 * A callback moves what it can: it puts in the item of the first who waits to put, and wakes him; it
 * wakes the first who waits to get, who takes his item at once; and so on by turns, until neither
 * is possible.
 *
 * Invariant: while somebody waits to get, and there is an item, or somebody waits to put, and there is
 * room, that callback is scheduled.
 *
 * Counterpart: getters, putters and _unlock of gevent.queue.Queue.
 */

import { toError } from '../../errors';
import type { Move } from '../../greenlet/move';
import { typeName } from '../../repr';
import type { Steps } from '../hub/blocking-call';
import type { Limit } from '../hub/call-options';
import type { Callback, Work } from '../hub/callback';
import type { Hub, Reason } from '../hub/hub';
import { startTimeout } from '../hub/timeout';
import { Waiter } from '../hub/waiter';
import { Empty, Full } from './queue-errors';

/** What is stood in line for. */
interface Store<T> {
  full(): boolean;
  empty(): boolean;
  /** Put an item in, where there is room. @internal */
  insert(item: T): void;
}

/** Who waits to put an item. */
interface Putter<T> {
  readonly item: T;
  readonly waiter: Waiter<void>;
}

export class QueueLines<T> {
  readonly getters: Waiter<void>[] = [];
  readonly putters: Putter<T>[] = [];
  private unlocker: Callback | undefined = undefined;
  private readonly reason: Reason;

  constructor(
    private readonly store: Store<T>,
    private readonly hub: Hub,
  ) {
    this.reason = { label: typeName(store), primitive: store };
  }

  /** An item was put in: wake who waits for it. */
  itemCame(): void {
    if (this.getters.length > 0) this.schedule();
  }

  /** An item is to be taken: wake who waits for room. */
  itemLeaves(): void {
    if (this.putters.length > 0) this.schedule();
  }

  /** Wait for room, until somebody puts `item` in. @throws Full after `timeout` seconds. */
  *waitToPut(item: T, timeout?: Limit): Steps<void> {
    const putter = { item, waiter: new Waiter<void>(this.hub) };
    this.putters.push(putter);
    const timer = startTimeout(timeout, Full);
    try {
      if (this.getters.length > 0) this.schedule();
      yield* putter.waiter.wait(this.reason);
    } finally {
      timer?.cancel();
      remove(this.putters, putter);
    }
  }

  /** Wait for an item. @throws Empty after `timeout` seconds. */
  *waitForItem(timeout?: Limit): Steps<void> {
    const waiter = new Waiter<void>(this.hub);
    const timer = startTimeout(timeout, Empty);
    try {
      this.getters.push(waiter);
      if (this.putters.length > 0) this.schedule();
      yield* waiter.wait(this.reason);
    } finally {
      timer?.cancel();
      remove(this.getters, waiter);
    }
  }

  /** In a callback of the loop, which cannot wait: put in the item of the first who waits to. @throws Empty where nobody does. */
  takeFromPutter(): void {
    const putter = this.putters.shift();
    if (putter === undefined) throw new Empty();
    this.store.insert(putter.item);
    this.hub.runCallback(`${this.reason.label}.switch`, () => putter.waiter.switch());
  }

  private schedule(): void {
    if (this.unlocker?.active) return;
    this.unlocker = this.hub.runCallback(`${this.reason.label}.unlock`, () => this.unlock());
  }

  private *unlock(): Work {
    for (let hasMoved = true; hasMoved; ) {
      const canPut = this.putters.length > 0 && !this.store.full();
      if (canPut) yield* only(this.putFor(this.putters.shift() as Putter<T>));
      const canGet = this.getters.length > 0 && !this.store.empty();
      if (canGet) yield* only(this.getters.shift()?.switch());
      hasMoved = canPut || canGet;
    }
  }

  /** Where items are compared, to put one in may fail: whoever waits to put it is told. */
  private putFor({ item, waiter }: Putter<T>): Move | undefined {
    try {
      this.store.insert(item);
    } catch (error) {
      return waiter.throw(toError(error));
    }
    return waiter.switch();
  }
}

function* only(move: Move | undefined): Work {
  if (move !== undefined) yield move;
}

function remove<X>(line: X[], who: X): void {
  const index = line.indexOf(who);
  if (index >= 0) line.splice(index, 1);
}
