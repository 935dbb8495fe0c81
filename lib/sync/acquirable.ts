/**
 * Acquirable: what is acquired and released: a lock, a condition, a semaphore.
 *
 * What these have in common is `asyncWith`: it acquires on entering and releases on leaving,
 * by whichever path. What entering gives is nothing: Python's `async with lock` has no use
 * for an `as`. And they have owners, for others to name.
 *
 * Counterpart: _ContextManagerMixin, in asyncio/locks.py.
 */

import type { AsyncContextManager } from '../coroutine/async-with';
import type { Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import type { Future } from '../future/future';
import { LoopBound } from './loop-bound';
import { Ownership } from './ownership';

/** What `asyncWith` acquires and releases. */
export abstract class Acquirable extends LoopBound implements AsyncContextManager<undefined> {
  /** Who has acquired this; a condition has it in common with its lock. @internal */
  ownership = new Ownership();

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
    this.ownership.entered();
    return undefined;
  }

  private *leave(): Generator<Yielded, undefined, unknown> {
    this.release();
    return undefined;
  }

  /** The tasks that acquired this and have not released it, in the order in which they did. @internal */
  owners(): readonly Future[] {
    return this.ownership.tasks();
  }

  /** Take note that the current task has acquired this. */
  protected noteAcquired(): void {
    this.ownership.acquired();
    this.peekObserver()?.acquired(this);
  }

  /** Take note that it was released. */
  protected noteReleased(): void {
    this.ownership.released();
    this.peekObserver()?.released(this);
  }
}
