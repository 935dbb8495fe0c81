/**
 * What a task says to a coroutine that yields what it should not.
 *
 * A task understands a future that is awaited: one of its own loop, not itself, and with
 * its blocking flag set, which only awaiting does. Everything else is a mistake, most
 * often a `yield` where `yield*` was meant.
 *
 * Counterpart: the error branches of Task.__step_run_and_handle_result, in tasks.py.
 */

import { isgenerator, isPromise, type Yielded } from '../coroutine/awaitable';
import { Coroutine } from '../coroutine/coroutine';
import { RuntimeError } from '../errors';
import type { Future } from '../future/future';
import { isfuture } from '../future/isfuture';
import { repr } from '../repr';

/** Give the error to throw into the coroutine of `task`, which yielded `yielded`; undefined for a future to wait for. */
export function badYield(task: Future<unknown>, yielded: Yielded): Error | undefined {
  if (isfuture(yielded)) return badFuture(task, yielded);
  if (isgenerator(yielded) || yielded instanceof Coroutine) {
    const text = `yield was used instead of yield from for generator in task ${task} with ${repr(yielded)}`;
    return new RuntimeError(text);
  }
  const text = `Task got bad yield: ${repr(yielded)}`;
  return new RuntimeError(
    isPromise(yielded) ? `${text}: await a native promise by yield* getAwaitable(promise)` : text,
  );
}

function badFuture(task: Future<unknown>, future: Future): Error | undefined {
  if (future.getLoop() !== task.getLoop()) {
    return new RuntimeError(`Task ${task} got Future ${future} attached to a different loop`);
  }
  if (!future.asyncioFutureBlocking) {
    return new RuntimeError(`yield was used instead of yield from in task ${task} with ${future}`);
  }
  if (future === task) return new RuntimeError(`Task cannot await on itself: ${task}`);
  return undefined;
}
