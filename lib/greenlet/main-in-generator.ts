/**
 * Main in a generator: main, which calls plainly what a greenlet awaits, may be at work within a
 * generator all the same, where a function was given one to call. There it awaits what it calls,
 * as a greenlet does; the switches that come out, main makes.
 *
 * Counterpart: none; Python's main has a stack like all others.
 */

import type { Move } from './move';

let depth = 0;

/** Tell whether main is at work within a generator that it drives. */
export function isMainInGenerator(): boolean {
  return depth > 0;
}

/** Await what `given` awaits, in main. */
export function* driveInMain(given: Iterable<Move, unknown, unknown>): Generator<Move, unknown, unknown> {
  const generator = given[Symbol.iterator]();
  let step = resume(() => generator.next());
  while (!step.done) {
    let value: unknown;
    try {
      value = yield step.value;
    } catch (error) {
      step = resume(() => (generator as Generator<Move>).throw(error));
      continue;
    }
    step = resume(() => generator.next(value));
  }
  return step.value;
}

function resume<T>(work: () => T): T {
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
  }
}
