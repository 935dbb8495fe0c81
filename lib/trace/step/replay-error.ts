/**
 * ReplayError: a program was run again, to go back in it, and took another course.
 *
 * To go back is to run the program anew up to an earlier step. That leads there only if it does
 * the same again: one that reads the real clock, or throws dice without a seed, or counts in
 * a variable that outlives the run, does not; and then it is told so, at the first difference.
 *
 * Counterpart: none.
 */

import { nameAfterClass } from '../../errors';
import type { TraceEvent } from '../trace-event';

/**
 * A program that was run again differs from what it did before.
 *
 * @example
 * const stepper = new Stepper(() => sleep(Math.random()));
 * stepper.seek(2);
 * try {
 *   stepper.back();
 * } catch (error) {
 *   if (error instanceof ReplayError) console.log(error.step, error.before, error.now);
 * }
 */
export class ReplayError extends Error {
  constructor(
    /** The step in which the first difference is. */
    readonly step: number,
    /** What happened there before; undefined where the program had ended by then. */
    readonly before: TraceEvent | undefined,
    /** What happens there now; undefined where it has ended. */
    readonly now: TraceEvent | undefined,
  ) {
    super(
      [
        `the program does not take the same course again: it differs in step ${step}`,
        `  before: ${shown(before)}`,
        `  now:    ${shown(now)}`,
        'Does it read the real clock, use random numbers, or keep something from one run to the next?',
        'What was changed by hand, between two steps, is not done again.',
      ].join('\n'),
    );
  }
}
nameAfterClass(ReplayError);

function shown(event: TraceEvent | undefined): string {
  if (event === undefined) return 'it is over';
  const details = Object.entries(event).filter(([name]) => !NOT_SHOWN.has(name));
  return `${event.type} ${JSON.stringify(Object.fromEntries(details))}`;
}

const NOT_SHOWN = new Set(['n', 'cause', 'loop', 'type']);
