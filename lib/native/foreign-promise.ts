/**
 * ForeignPromise: what a call waits for that awaits a promise of somebody else's.
 *
 * `fetch`, a real timer, a file of node:fs/promises: such a promise is resolved by the host's own
 * loop, which does not turn while ours runs. Where nothing else is left to run, the DeadlockError
 * shows this. A promise that the program resolves itself, in another task, is as foreign, but does
 * no harm.
 *
 * Counterpart: none.
 */

import { showAsString } from '../repr';

export class ForeignPromise {
  toString(): string {
    return "<foreign promise, which only the host's scheduler can fulfil>";
  }
}
showAsString(ForeignPromise);
