/**
 * EventBase: what every event of a trace has.
 *
 * Events are numbered from 1, in the order in which they happened. The cause of an event is one
 * before it: what was done in a step was caused by the step, which was caused by its handle being
 * run, which was caused by its being scheduled, and so on back to what the program did before the
 * loop ran, which has the cause 0.
 */

/** What every event has. */
export interface EventBase {
  /** Its number. */
  readonly n: number;
  /** In seconds of the loop's clock. */
  readonly time: number;
  /** The number of the event that caused it; 0 where that was nothing on a loop. */
  readonly cause: number;
  /** On which loop, in the order in which they were seen; left out for the first. */
  readonly loop?: number;
}
