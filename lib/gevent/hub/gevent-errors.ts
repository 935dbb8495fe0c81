/**
 * The errors that only gevent has. Those of its queues are with the queues (queue-errors.ts);
 * its Timeout is in timeout.ts.
 *
 * Counterpart: gevent/exceptions.py.
 */

import { AssertionError, nameAfterClass } from '../../errors';

/**
 * Nothing is left that could ever run, and main waits (gevent.exceptions.LoopExit). The message
 * says, below its first line, who waits for what.
 */
export class LoopExit extends Error {
  /** What it was made with: Python's text, and the hub. */
  readonly args: readonly unknown[];

  constructor(
    hub: object,
    waits: readonly string[],
    /** The greenlets that wait, beside main: as a DeadlockError has its tasks. */
    readonly tasks: readonly { readonly task: object }[],
  ) {
    super([BLOCKS_FOR_EVER, ...waits].join('\n\t'));
    this.args = [BLOCKS_FOR_EVER, hub];
  }
}

const BLOCKS_FOR_EVER = 'This operation would block forever';

/** A callback of the loop called what blocks (gevent.exceptions.BlockingSwitchOutError). */
export class BlockingSwitchOutError extends AssertionError {
  constructor() {
    super('Impossible to call blocking function in the event loop callback');
  }
}

/** A greenlet that waits was switched to by somebody else than it waits for (gevent.exceptions.InvalidSwitchError). */
export class InvalidSwitchError extends AssertionError {}

/** Two greenlets use at once what only one may (gevent.exceptions.ConcurrentObjectUseError). */
export class ConcurrentObjectUseError extends AssertionError {}

/** Python's, where something is taken of what is empty. */
export class IndexError extends Error {}

for (const type of [LoopExit, BlockingSwitchOutError, InvalidSwitchError, ConcurrentObjectUseError, IndexError]) {
  nameAfterClass(type);
}
