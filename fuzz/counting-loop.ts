/**
 * CountingLoop: an EventLoop that counts its iterations, and gives up after too many.
 *
 * In a trace each line says in which iteration it was written: that is how the comparison
 * sees when something takes an iteration more than it should. Nothing public tells of
 * iterations, so the loop's own step to the next one is wrapped, from outside.
 *
 * Counterpart: Loop._run_once in cpython/virtual_loop.py.
 */

import { EventLoop } from '../lib';

/** How many iterations a program may take, and how many lines its trace: callbacks may add themselves again, and again. */
const ITERATIONS = 600;
const LINES = 1500;

/** The program goes on for too long. */
export class Cut extends Error {}

export class CountingLoop extends EventLoop {
  iteration = 0;

  constructor(trace: readonly string[]) {
    super();
    const loop = this as unknown as Iterating;
    const beginIteration = loop.beginIteration;
    loop.beginIteration = () => {
      this.iteration += 1;
      if (this.iteration > ITERATIONS || trace.length > LINES) throw new Cut();
      beginIteration.call(this);
    };
  }
}

/** What every EventLoop has, for itself. */
interface Iterating {
  beginIteration(): void;
}
