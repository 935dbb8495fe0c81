/**
 * NativeCalls: whether a loop has native calls, and which of them failed, with nobody to await them.
 *
 * A host ends the program because of such a one, as soon as its jobs are run. Here they are as the
 * exceptions of tasks: somebody may come yet, and await the call; of what is left when the loop is
 * closed, its exception handler is told. One that was cancelled is no failure.
 *
 * Counterpart: Future.__del__, "exception was never retrieved".
 */

import type { NativeAccount } from '../coroutine/native-code';
import { CancelledError, leavesTheLoop, toError } from '../errors';
import type { ExceptionContext } from '../future/abstract-event-loop';

export class NativeCalls implements NativeAccount {
  hasAny = false;
  private readonly reasons = new Map<object, unknown>();

  /** Called when `promise` was rejected with `reason`, and nobody awaits it. A request to leave the program goes on. */
  unhandled(promise: object, reason: unknown): void {
    if (leavesTheLoop(reason)) throw reason;
    if (!(reason instanceof CancelledError)) this.reasons.set(promise, reason);
  }

  /** Called when somebody awaits `promise` after all. */
  handled(promise: object): void {
    this.reasons.delete(promise);
  }

  /** Give what is to be said of those that are left, and forget them. */
  complaints(): ExceptionContext[] {
    const message = 'exception of a native async call was never retrieved';
    const complaints = [...this.reasons.values()].map((reason) => ({ message, exception: toError(reason) }));
    this.reasons.clear();
    return complaints;
  }
}
