/**
 * Body: what of a greenlet can be suspended.
 *
 * A greenlet's function, when it is called, gives a generator or a coroutine, which does the work
 * then; or it has done its work. One that gives a move asks for it in its last words, as
 * `lambda: other.switch()` does in Python: so what is left of it is to await that.
 */

import { isgenerator, type Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { Move } from './move';

/** What is resumed, again and again, until it has ended. */
export type Body = Generator<Yielded, unknown, unknown> | Coroutine<unknown>;

/** Give what is to be resumed of what a function gave; undefined where that is its result. */
export function bodyOf(made: unknown): Body | undefined {
  if (made instanceof Coroutine || made instanceof Move) return made[Symbol.iterator]();
  return isgenerator(made) ? made : undefined;
}
