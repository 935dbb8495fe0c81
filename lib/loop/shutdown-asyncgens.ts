/**
 * Closing the asynchronous generators that a program has left half-way.
 *
 * To close one is to run its `finally` blocks, which may await: so it takes a running loop,
 * and comes before `loop.close()`. The loop forgets the generators before the first is closed:
 * one that is begun meanwhile is not among them.
 *
 * Counterpart: BaseEventLoop.shutdown_asyncgens. There the set is weak; here the loop's own
 * set, in the order in which they were begun.
 */

import type { AsyncGenerator } from '../coroutine/async-generator';
import { coroutine } from '../coroutine/coroutine-function';
import { BaseException } from '../errors';
import type { AbstractEventLoop } from '../future/abstract-event-loop';
import { gather } from '../task/gather';

/** Close `asyncgens`, all at once, and report those that fail to the exception handler. */
export const shutdownAsyncgens = coroutine(function* shutdownAsyncgens(
  loop: AbstractEventLoop,
  asyncgens: Set<AsyncGenerator<unknown>>,
) {
  if (asyncgens.size === 0) return;
  const closing = [...asyncgens];
  asyncgens.clear();
  const results = yield* gather(
    closing.map((asyncgen) => asyncgen.aclose()),
    { returnExceptions: true },
  );
  results.forEach((exception: unknown, i) => {
    if (!(exception instanceof Error) || exception instanceof BaseException) return;
    const message = `an error occurred during closing of asynchronous generator ${closing[i]}`;
    loop.callExceptionHandler({ message, exception, asyncgen: closing[i] });
  });
});
