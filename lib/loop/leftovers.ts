/**
 * What a program left behind when its loop is closed.
 *
 * Python finds such things when it collects garbage, at no fixed moment: tasks that are
 * still pending, exceptions that nobody retrieved, asynchronous generators that have not
 * ended. JavaScript does not tell of its garbage, so they are looked for at the close.
 *
 * Counterpart: Future.__del__, Task.__del__ and BaseEventLoop._asyncgen_finalizer_hook.
 */

import type { AsyncGenerator } from '../coroutine/async-generator';
import { pendingTasks } from '../task/registry';
import type { BaseEventLoop } from './base-event-loop';

/** Report it to the exception handler: futures and tasks in the order of their creation, then generators. */
export function reportLeftovers(loop: BaseEventLoop, asyncgens: Iterable<AsyncGenerator<unknown>>): void {
  const futures = new Set([...loop.unretrieved, ...pendingTasks(loop)]);
  for (const future of [...futures].sort((a, b) => a.serial - b.serial)) {
    const complaint = future.complaint();
    if (complaint !== undefined) loop.callExceptionHandler(complaint);
  }
  for (const asyncgen of asyncgens) {
    loop.callExceptionHandler({ message: `${asyncgen} was destroyed but it is not finished!`, asyncgen });
  }
}
