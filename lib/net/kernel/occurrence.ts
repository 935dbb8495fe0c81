/**
 * Occurrence: something that will happen on a network at some time: a packet comes to the end of
 * its way, a timer of the kernel runs out.
 *
 * It is in two heaps at once, that of its agenda and, as a timer, that of a loop; whichever comes
 * to it first does it, and takes it from the other.
 *
 * Counterpart: none; it is what a network does while a program waits.
 */

import type { Cancellable } from '../../future/abstract-event-loop';
import type { Timer } from '../../loop/timer-heap';

/** What keeps occurrences until their time has come. */
export interface OccurrenceAgenda {
  /** Do `occurrence`, unless that was done. */
  run(occurrence: Occurrence): void;
}

export abstract class Occurrence implements Timer {
  /** When it is to happen, in seconds of its network; set by the agenda, as are the others. */
  time = 0;
  /** Breaks ties: what is to happen at the same time happens in the order in which that was decided. */
  order = 0;
  scheduled = false;
  /** The timer by which a loop will do it. */
  handle: Cancellable | undefined = undefined;
  private agenda: OccurrenceAgenda | undefined = undefined;

  /** What the loop is to call, with this: a function whose name tells what will happen. */
  abstract readonly callback: (occurrence: never) => void;

  /** Happen. */
  abstract happen(): void;

  /** Take note of when it is to happen, and who sees to it. For the agenda. */
  setTime(agenda: OccurrenceAgenda, time: number, order: number): void {
    this.agenda = agenda;
    this.time = time;
    this.order = order;
  }

  /** Happen now, if it is still to happen: what `callback` does. */
  occur(): void {
    this.handle = undefined;
    this.agenda?.run(this);
  }

  /** Do not happen. */
  cancel(): void {
    this.agenda = undefined;
    this.handle?.cancel();
    this.handle = undefined;
  }

  when(): number {
    return this.time;
  }

  cancelled(): boolean {
    return this.agenda === undefined;
  }
}
