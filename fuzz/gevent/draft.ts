/**
 * Draft: a program while it is made: what it is about, and what has a name in it so far.
 *
 * The rules of the grammar are given one: they ask it for names and numbers, and for bodies. To
 * make those takes the rules again, so here that is abstract, and made in generate.ts. Delays are few, so that
 * things happen at the same time; each is a multiple of 1/8, which both languages add up without rounding.
 *
 * Counterpart: ../draft.ts.
 */

import type { Random } from '../random';
import { EVENTS, QUEUES, RESULTS, SEMAPHORES } from './names';
import type { Body, Limit, Name } from './program';

/** What a program has or has not. */
export const FAMILIES = ['greenlets', 'events', 'results', 'queues', 'semaphores', 'timeouts', 'pools', 'raw'] as const;

export type Family = 'always' | (typeof FAMILIES)[number];

/** What has a name with an id in it. */
export type Kind = 'g' | 'raw' | 'inner' | 'timeout';

export abstract class Draft {
  /** How many statements may still be made. */
  protected budget: number;
  protected readonly families: ReadonlySet<Family>;
  private ids = 0;
  private readonly named: Record<Kind, number[]> = { g: [], raw: [], inner: [], timeout: [] };

  constructor(readonly random: Random) {
    this.budget = random.integer(10, 60);
    this.families = new Set<Family>(['always', ...FAMILIES.filter(() => random.chance(0.5))]);
  }

  // ----- Names

  /** Give an id that nothing has yet. */
  id(kind: Kind): number {
    this.ids += 1;
    this.named[kind].push(this.ids);
    return this.ids;
  }

  /** Name something there is, or will be. */
  some(kind: Kind): Name {
    const ids = this.named[kind];
    const known = ids.length > 0 && this.random.chance(0.9);
    return `${kind}${known ? this.random.pick(ids) : this.random.integer(1, this.ids + 3)}`;
  }

  /** Name something that can be linked: mostly a greenlet. */
  linkable(): Name {
    const others = this.random.pick([EVENTS, RESULTS, SEMAPHORES.slice(0, 2)]);
    return this.random.chance(0.75) ? this.some('g') : this.random.pick(others);
  }

  several(one: () => Name): Name[] {
    return Array.from({ length: this.random.integer(1, 4) }, one);
  }

  queue(): Name {
    return this.random.pick(QUEUES);
  }

  // ----- Numbers

  digit(): number {
    return this.random.integer(0, 9);
  }

  delay(): number {
    return this.random.pick([0, 0, 0.125, 0.25, 0.375, 0.5, 0.5, 0.75, 1, 1.25]);
  }

  limit(): Limit {
    return this.random.pick([null, null, 0, 0.125, 0.25, 0.5, 0.625, 1]);
  }

  /** How many are enough. */
  count(): Limit {
    return this.random.pick([null, null, null, 0, 1, 2]);
  }

  delays(): number[] {
    return Array.from({ length: this.random.integer(1, 4) }, () => this.delay());
  }

  // ----- Bodies

  /** Make statements, at most `depth` deep. */
  abstract body(depth: number): Body;
}
