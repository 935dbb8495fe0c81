/**
 * Acquirable: what is acquired and released: a lock, a condition, a semaphore.
 *
 * All that these have in common is `asyncWith`: it acquires on entering and releases on
 * leaving, by whichever path. What entering gives is nothing: Python's `async with lock`
 * has no use for an `as`.
 *
 * Counterpart: _ContextManagerMixin, in asyncio/locks.py.
 */

import type { AsyncContextManager } from '../coroutine/async-with';
import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { LoopBound } from './loop-bound';

/** What `asyncWith` acquires and releases. */
export abstract class Acquirable extends LoopBound implements AsyncContextManager<undefined> {
  /** Wait for one's turn, and take it. Gives true. */
  abstract acquire(): Coroutine<true>;

  /** Give it back. */
  abstract release(): void;

  /** Acquire: `asyncWith` calls this. */
  aenter(): Coroutine<undefined> {
    return new Coroutine(this.enter(), `${this.constructor.name}.aenter`);
  }

  /** Release: `asyncWith` calls this. */
  aexit(): Coroutine<undefined> {
    return new Coroutine(this.leave(), `${this.constructor.name}.aexit`);
  }

  private *enter(): Generator<Yielded, undefined, unknown> {
    yield* this.acquire();
    return undefined;
  }

  private *leave(): Generator<Yielded, undefined, unknown> {
    this.release();
    return undefined;
  }
}
