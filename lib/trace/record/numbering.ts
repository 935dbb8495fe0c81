/**
 * Numbering: which number stands for which thing of a run.
 *
 * A thing gets the next number when it is first asked for, and keeps it. It is not kept alive
 * by that: most things of a run are gone soon.
 */

export class Numbering {
  private readonly numbers = new WeakMap<object, number>();
  private count = 0;

  /** Give the number of `thing`. */
  of(thing: object): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    this.count += 1;
    this.numbers.set(thing, this.count);
    return this.count;
  }

  /** Tell whether `thing` has a number already. */
  has(thing: object): boolean {
    return this.numbers.has(thing);
  }
}
