/**
 * GiveWay: the coroutine that yields once, and nothing else.
 *
 * A generator of a single bare `yield` would do. But this is what a busy program does
 * most, and to make a generator for it and resume that twice costs more than all the rest
 * of an iteration; so the two steps are written out.
 *
 * Counterpart: `__sleep0`, in tasks.py.
 */

import type { Yielded } from './awaitable';
import { Coroutine } from './coroutine';

/** Stands for the generator that is not needed: one that has ended. To throw into it throws; to return from it returns. */
const ENDED = (function* (): Generator<Yielded, never, unknown> {
  throw new Error('never begun');
})();
ENDED.return(undefined as never);

/** Let the loop run others, then give `result`. */
export class GiveWay<T> extends Coroutine<T> {
  private begun = false;

  constructor(
    private readonly result: T,
    name: string,
  ) {
    super(ENDED, name);
  }

  override next(): IteratorResult<Yielded, T> {
    this.enter();
    if (this.begun) return this.leave({ done: true, value: this.result });
    this.begun = true;
    return this.leave({ done: false, value: undefined });
  }
}
