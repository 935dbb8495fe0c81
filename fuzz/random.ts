/**
 * Random: numbers that look random, and are the same for the same seed on every machine.
 *
 * They are those of a network's chance. A program of the fuzz is named by two numbers, the seed
 * of the run and its place in the run.
 *
 * Counterpart: Python's random.Random.
 */

import { Random as Numbers } from '../lib/net/kernel/random';

/** A source of random choices. */
export class Random extends Numbers {
  /** Give an integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Give true, once in a while: with the `probability` given. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Give one of `items`, of which there is at least one. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T;
  }
}
