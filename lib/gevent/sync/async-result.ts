/**
 * AsyncResult: a result that is not there yet, or an exception in its place.
 *
 * It may be linked to a greenlet: then it takes that one's result.
 *
 * Counterpart: gevent.event.AsyncResult, which may be set again, though nobody who has it waits twice.
 */

import { repr } from '../../repr';
import { isShownBriefly } from '../../sync/repr-primitive';
import { type Blocking, blockingCall, type Steps } from '../hub/blocking-call';
import { type BlockOptions, blockOptions, type Limit } from '../hub/call-options';
import { startTimeout, Timeout } from '../hub/timeout';
import { AbstractLinkable } from './linkable';

/** What an AsyncResult may be linked to. */
interface Source<T> {
  successful(): boolean;
  readonly value: T | undefined;
  readonly exception: Error | undefined;
}

/**
 * A value or an exception that is set once, and waited for (gevent.event.AsyncResult).
 *
 * @example
 * const result = new gevent.AsyncResult<number>();
 * gevent.spawnLater(1, () => result.set(42));
 * result.get(); // one second later: 42
 */
export class AsyncResult<T = unknown> extends AbstractLinkable {
  private held: { readonly value: T } | undefined = undefined;
  private error: Error | undefined = undefined;

  /** What it was set to; undefined until then. */
  get value(): T | undefined {
    return this.held?.value;
  }

  /** The exception that it was given. */
  get exception(): Error | undefined {
    return this.error;
  }

  /** Tell whether it has a value or an exception. */
  ready(): boolean {
    return this.held !== undefined || this.error !== undefined;
  }

  /** Tell whether it has a value. */
  successful(): boolean {
    return this.held !== undefined;
  }

  /** Give it a value: all who wait are woken soon. */
  set(value: T): void {
    this.held = { value };
    this.tellChanged();
    this.checkAndNotify();
  }

  /** Give it an exception: all who wait are woken soon. */
  setException(exception: Error): void {
    this.error = exception;
    this.tellChanged();
    this.checkAndNotify();
  }

  /** Take the result of `source`: what a greenlet does that this is linked to. */
  call(source: Source<T>): void {
    if (source.successful()) this.set(source.value as T);
    else this.setException(source.exception as Error);
  }

  /**
   * Wait until it is set, and give its value.
   *
   * @throws its exception; Timeout after `timeout` seconds, or at once without `block`.
   */
  get(block?: boolean | BlockOptions, timeout?: Limit): Blocking<T> {
    return blockingCall('AsyncResult.get', () => this.waitForValue(blockOptions(block, timeout)));
  }

  private *waitForValue({ block = true, timeout }: BlockOptions): Steps<T> {
    if (!this.ready()) {
      if (!block) throw new Timeout();
      const timer = startTimeout(timeout);
      try {
        yield* this.waitForNotice();
      } finally {
        timer?.close();
      }
    }
    return this.getNowait();
  }

  /** Give its value, now. @throws its exception; Timeout where it has neither. */
  getNowait(): T {
    if (this.held !== undefined) return this.held.value;
    throw this.error ?? new Timeout();
  }

  /** Wait until it is set, at most `timeout` seconds; give its value, undefined where it has none. */
  wait(timeout?: Limit): Blocking<T | undefined> {
    return blockingCall('AsyncResult.wait', () => this.waitQuietly(timeout));
  }

  private *waitQuietly(timeout?: Limit): Steps<T | undefined> {
    if (this.ready()) {
      const { value } = this;
      yield* this.waitUntilReady(timeout);
      return value;
    }
    yield* this.waitUntilReady(timeout);
    return this.value;
  }

  override toString(): string {
    const info = [this.constructor.name];
    if (this.value !== undefined) info.push(`value=${repr(this.value)}`);
    if (this.error !== undefined) info.push(`exception=${repr(this.error)}`);
    else info.push(this.held === undefined ? 'unset' : '');
    if (!isShownBriefly()) info.push(`_links[${this.linkcount()}]`);
    return `<${info.filter((each) => each !== '').join(' ')}>`;
  }
}
