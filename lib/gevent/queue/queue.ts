/**
 * Queue: items from some greenlets for others.
 *
 * Who finds it full, or empty, stands in line (queue-lines.ts).
 *
 * Counterpart: gevent.queue.Queue. There a callback of the loop that puts or gets may switch at
 * once to those in line; here they are woken by a callback of their own.
 */

import { Deque } from '../../deque';
import { getcurrent } from '../../greenlet/raw-greenlet';
import type { Items } from '../../queue/queue';
import { repr, showAsString, typeName } from '../../repr';
import { isShownBriefly } from '../../sync/repr-primitive';
import { type Blocking, blockingCall, runNow, type Steps } from '../hub/blocking-call';
import { BlockingIterator } from '../hub/blocking-iterator';
import { type BlockOptions, blockOptions, type Limit } from '../hub/call-options';
import { getHub } from '../hub/hub';
import { Empty, Full, StopIteration } from './queue-errors';
import { QueueLines } from './queue-lines';

/**
 * A queue for greenlets: first in, first out (gevent.queue.Queue).
 *
 * @example
 * const queue = new gevent.Queue<string>(10);
 * gevent.spawn(function* () {
 *   yield* queue.put('job'); // waits while there are ten
 * });
 * queue.get(); // waits while there is none: 'job'
 */
// biome-ignore lint/suspicious/noExplicitAny: what is put in is for the program to know
export class Queue<T = any> {
  private readonly hub = getHub();
  private readonly lines: QueueLines<T> = new QueueLines(this, this.hub);
  protected readonly items: Items<T> = this.createItems();
  private size: number;

  /**
   * @param maxsize how many items it holds at most; any number, if it is not above 0.
   * @param items what is in it at first.
   */
  constructor(maxsize?: number | null, items: Iterable<T> = []) {
    this.size = maxsize ?? 0;
    for (const item of items) this.items.push(item);
  }

  /** Make what the items are kept in: each kind of queue has its own. */
  protected createItems(): Items<T> {
    return new Deque<T>();
  }

  /** Give the item that would be taken next. */
  protected first(): T {
    const [item] = this.items;
    return item as T;
  }

  /** @internal */
  insert(item: T): void {
    this.items.push(item);
    this.tellChanged();
  }

  private tellChanged(): void {
    this.hub.loop.observer?.primitiveChanged(this);
  }

  /** How many items it holds at most; undefined for any number. */
  get maxsize(): number | undefined {
    return this.size > 0 ? this.size : undefined;
  }

  set maxsize(maxsize: number | null | undefined) {
    this.size = maxsize ?? 0;
  }

  /** Make another of the same items. */
  copy(): this {
    return Reflect.construct(this.constructor, [this.maxsize, this.items]);
  }

  /** Give the items, as they are kept. @internal */
  contents(): Items<T> {
    return this.items;
  }

  /** Count the items. */
  qsize(): number {
    return this.items.length;
  }

  /** Tell whether there are no items. */
  empty(): boolean {
    return this.items.length === 0;
  }

  /** Tell whether there is no room. */
  full(): boolean {
    return this.size > 0 && this.items.length >= this.size;
  }

  /** Put `item` in, once there is room. @throws Full after `timeout` seconds without any, or at once without `block`. */
  put(item: T | typeof StopIteration, block?: boolean | BlockOptions, timeout?: Limit): Blocking<void> {
    return blockingCall(`${typeName(this)}.put`, () => this.putting(item as T, blockOptions(block, timeout)));
  }

  /** Put `item` in, now. @throws Full where there is no room. */
  putNowait(item: T | typeof StopIteration): void {
    runNow(this.putting(item as T, { block: false }));
  }

  private *putting(item: T, { block = true, timeout }: BlockOptions): Steps<void> {
    if (!this.full()) {
      this.insert(item);
      this.lines.itemCame();
    } else if (block && getcurrent() !== this.hub) {
      yield* this.lines.waitToPut(item, timeout);
    } else {
      throw new Full();
    }
  }

  /** Take an item, once there is one. @throws Empty after `timeout` seconds without any, or at once without `block`. */
  get(block?: boolean | BlockOptions, timeout?: Limit): Blocking<T> {
    return blockingCall(`${typeName(this)}.get`, () => this.getting(blockOptions(block, timeout)));
  }

  /** Take an item, now. @throws Empty where there is none. */
  getNowait(): T {
    return runNow(this.getting({ block: false }));
  }

  /** @internal */
  *getting(options: BlockOptions = {}): Steps<T> {
    if (this.empty()) yield* this.waitForItem(options);
    else this.lines.itemLeaves();
    const item = this.items.shift() as T;
    this.tellChanged();
    return item;
  }

  /** Give the item that `get` would take, once there is one, and leave it in. @throws Empty as `get` does. */
  peek(block?: boolean | BlockOptions, timeout?: Limit): Blocking<T> {
    return blockingCall(`${typeName(this)}.peek`, () => this.peeking(blockOptions(block, timeout)));
  }

  /** Give the item that `get` would take, now, and leave it in. @throws Empty where there is none. */
  peekNowait(): T {
    return runNow(this.peeking({ block: false }));
  }

  private *peeking(options: BlockOptions): Steps<T> {
    if (this.empty()) yield* this.waitForItem(options);
    return this.first();
  }

  private *waitForItem({ block = true, timeout }: BlockOptions): Steps<void> {
    if (getcurrent() === this.hub) this.lines.takeFromPutter();
    else if (block) yield* this.lines.waitForItem(timeout);
    else throw new Empty();
  }

  // ----- Iteration: get, until StopIteration was put in

  private *step(): Steps<IteratorResult<T, undefined>> {
    const item: unknown = yield* this.getting();
    return item === StopIteration ? { done: true, value: undefined } : { done: false, value: item as T };
  }

  private iterator(): BlockingIterator<T> {
    return new BlockingIterator(typeName(this), () => this.step());
  }

  /** Get the next item as iterators give it, `{ done: true }` for StopIteration. */
  next(): Blocking<IteratorResult<T, undefined>> {
    return this.iterator().next();
  }

  /** Go through the items that come until StopIteration does: in main, by `for`. */
  [Symbol.iterator](): Iterator<T, undefined> {
    return this.iterator()[Symbol.iterator]();
  }

  /** Go through the items that come until StopIteration does: in an async function, by `for await`. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return this.iterator()[Symbol.asyncIterator]();
  }

  toString(): string {
    return `<${[typeName(this), ...this.reprInfo()].join(' ')}>`;
  }

  protected reprInfo(): string[] {
    const { getters, putters } = this.lines;
    const info: string[] = [];
    if (this.maxsize !== undefined) info.push(`maxsize=${this.maxsize}`);
    if (isShownBriefly()) return info;
    if (!this.empty()) info.push(`queue=[${[...this.items].map(repr).join(', ')}]`);
    if (getters.length > 0) info.push(`getters[${getters.length}]`);
    if (putters.length > 0) info.push(`putters[${putters.length}]`);
    return info;
  }
}
showAsString(Queue);
