/**
 * Closing the asynchronous generators that a program has left half-way.
 *
 * Counterpart: BaseEventLoop.shutdown_asyncgens.
 */

import type { AsyncGenerator } from '../coroutine/async-generator';
import { coroutine } from '../coroutine/coroutine';
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
