/**
 * Ownership: whose each promise is, and so the job that is for it.
 *
 * A promise belongs to whoever owned the code that made it. That owner may give a call away that
 * was just made: then the promise of that call, and all that were made after it, are another's; up
 * to the next call that is given away, as in `gather([f(), g()])`. So that it takes no longer where
 * there are many, this is not written on each promise: a claim goes for a range of them.
 *
 * Who only begins to take notes when a call is under way knows that call's promise not, but what it
 * made since (`claimFirst`).
 *
 * Counterpart: the execution context that AsyncLocalStorage keeps for each promise.
 */

import type { JobOwner } from '../native/job-owner';
import type { JobModules } from './node';

/** Says that the promises from one on, up to where another was not made yet, are not their maker's, but the owner's. */
interface Claim {
  readonly from: number;
  readonly to: number;
  readonly maker: JobOwner | undefined;
  readonly owner: JobOwner;
}

/** Notes on promises: who made each, as which in order, and where the claims are that may be laid to it. */
interface Notes {
  new (promise: object, maker: JobOwner | undefined, index: number, claims: readonly Claim[]): object;
  has(promise: object): boolean;
  makerOf(promise: object): JobOwner | undefined;
  indexOf(promise: object): number;
  claimsOn(promise: object): readonly Claim[];
}

/**
 * A note is a private field or three, which nobody sees: a constructor may return any object, and that gets
 * the fields. As text, as this library is compiled for a language without them: to that they would be
 * a WeakMap, which takes ten times as long.
 */
const NOTES = `
  class Itself { constructor(object) { return object; } }
  (class Notes extends Itself {
    #maker; #index; #claims;
    constructor(promise, maker, index, claims) {
      super(promise);
      this.#maker = maker;
      this.#index = index;
      this.#claims = claims;
    }
    static has(promise) { return #maker in promise; }
    static makerOf(promise) { return promise.#maker; }
    static indexOf(promise) { return promise.#index; }
    static claimsOn(promise) { return promise.#claims; }
  });
`;

export class Ownership {
  private readonly notes: Notes;
  private countMade = 0;
  /** The first that was made in the job that runs now, or in its place. */
  private firstMade = 0;
  /** What is claimed of those, in their order. */
  private claims: Claim[] = [];

  constructor({ vm }: JobModules) {
    this.notes = vm.runInThisContext(`{${NOTES}}`);
  }

  /** Note that `maker`'s code made `promise`. */
  note(promise: object, maker: JobOwner | undefined): void {
    new this.notes(promise, maker, this.countMade++, this.claims);
  }

  /** Whether `promise` was made while promises were noted. */
  knows(promise: object): boolean {
    return this.notes.has(promise);
  }

  /** Give whose `promise` is. */
  ownerOf(promise: object): JobOwner | undefined {
    const { notes } = this;
    if (!notes.has(promise)) return undefined;
    const maker = notes.makerOf(promise);
    const claims = notes.claimsOn(promise);
    const index = notes.indexOf(promise);
    for (let i = countUpTo(claims, index) - 1; i >= 0; i--) {
      const { to, maker: from, owner } = claims[i] as Claim;
      if (index < to && from === maker) return owner;
    }
    return maker;
  }

  /** Give to `owner` what was made since `promise` was, and by the same; if that was in this job. */
  claim(promise: object, owner: JobOwner): void {
    const { notes } = this;
    const from = notes.indexOf(promise);
    if (from >= this.firstMade) this.claimFrom(from, notes.makerOf(promise), owner);
  }

  /** Give to `owner` what was made since there is anything noted, by code that is nobody's. */
  claimFirst(owner: JobOwner): void {
    this.claimFrom(this.firstMade, undefined, owner);
  }

  private claimFrom(from: number, maker: JobOwner | undefined, owner: JobOwner): void {
    const { claims } = this;
    claims.splice(countUpTo(claims, from), 0, { from, to: this.countMade, maker, owner });
  }

  /** From now on, another job runs. */
  beginJob(): void {
    this.firstMade = this.countMade;
    if (this.claims.length > 0) this.claims = [];
  }
}

/** Count the claims that begin at `index`, or before it. */
function countUpTo(claims: readonly Claim[], index: number): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((claims[middle] as Claim).from <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
