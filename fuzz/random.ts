/**
 * Random: numbers that look random, and are the same for the same seed on every machine.
 *
 * The generator is mulberry32: a counter, whose every value is mixed until its bits tell
 * nothing of it. A program of the fuzz is named by two numbers, the seed of the run and
 * its place in the run; they are mixed into one seed, so that neighbours have nothing in common.
 *
 * Counterpart: Python's random.Random.
 */

/** A source of random choices. */
export class Random {
  private state: number;

  constructor(...seeds: readonly number[]) {
    this.state = seeds.reduce((state, seed) => mix((state ^ seed) + STEP), 0);
  }

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

  /** Give the next number, at least 0 and less than 1. */
  private next(): number {
    this.state = (this.state + STEP) | 0;
    return (mix(this.state) >>> 0) / 2 ** 32;
  }
}

const STEP = 0x6d2b79f5;

function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 15), bits | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return mixed ^ (mixed >>> 14);
}
