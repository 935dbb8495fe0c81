/**
 * Random: numbers that look random, and are the same for the same seed on every machine.
 *
 * The generator is mulberry32: a counter, whose every value is mixed until its bits tell
 * nothing of it. A network without loss and jitter draws no number, so that to give one link
 * of many some loss changes nothing on the others.
 *
 * Counterpart: Python's random.Random.
 */

/** How far the counter goes on with each number. */
const STEP = 0x6d2b79f5;

/** A source of random numbers. */
export class Random {
  private state: number;

  /** @param seeds several are mixed into one, so that neighbours have nothing in common. */
  constructor(...seeds: readonly number[]) {
    this.state = seeds.reduce((state, seed) => mix((state ^ seed) + STEP), 0);
  }

  /** Give the next number, at least 0 and less than 1. */
  next(): number {
    this.state = (this.state + STEP) | 0;
    return (mix(this.state) >>> 0) / 2 ** 32;
  }
}

function mix(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 15), bits | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return mixed ^ (mixed >>> 14);
}
