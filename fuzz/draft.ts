/**
 * Draft: a program while it is made: what it is about, and what has a name in it so far.
 *
 * The rules of the grammar are given one: they ask it for names and numbers, and for the
 * parts of a statement. To make those takes the rules again, so here they are abstract, and
 * made in generate.ts. Delays are few, so that things happen at the same time. Each is a
 * multiple of 1/4, which both languages add up without rounding.
 *
 * Counterpart: none.
 */

import { FAMILIES, type Family } from './families';
import { FUTURES } from './names';
import type { Body, Coro, Name, Operand, Program } from './program';
import type { Random } from './random';

/** What has a name with an id in it. */
export type Kind = 't' | 'g' | 'timer' | 'timeout' | 'group';

export abstract class Draft {
  /** How many statements may still be made. */
  protected budget: number;
  protected readonly mode: Program['mode'];
  protected readonly eager: boolean;
  protected readonly families: ReadonlySet<Family>;
  /** How many ids were given away, and to what. */
  private ids = 0;
  private readonly named: Record<Kind, number[]> = { t: [], g: [], timer: [], timeout: [], group: [] };
  /** Of each kind of thing, the few that this program is about. */
  private readonly few = new Map<readonly Name[], readonly Name[]>();

  constructor(readonly random: Random) {
    this.budget = random.integer(15, 70);
    this.mode = random.pick(['forever', 'forever', 'forever', 'until', 'run', 'runner']);
    this.eager = random.chance(0.15);
    this.families = new Set<Family>(['always', ...FAMILIES.filter(() => random.chance(0.4))]);
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
    return `${kind}${known ? this.random.pick(ids) : this.random.integer(1, this.ids + 2)}`;
  }

  /** Name one of `names`; in a program it is mostly the same, so that tasks meet there. */
  one(names: readonly Name[]): Name {
    const few = this.few.get(names) ?? [this.random.pick(names), this.random.pick(names)];
    this.few.set(names, few);
    return this.random.pick(few);
  }

  /** Name something to await: a future, a task, what a combinator made. */
  awaitable(): Name {
    const kind = this.random.pick(['f', 'f', 't', 't', 't', 'g'] as const);
    return kind === 'f' || this.named[kind].length === 0 ? this.future() : this.some(kind);
  }

  future(): Name {
    return this.one(FUTURES);
  }

  // ----- Numbers

  digit(): number {
    return this.random.integer(0, 9);
  }

  delay(): number {
    return this.random.pick([0, 0, 0, 0.25, 0.5, 0.5, 1, 1, 2, -1]);
  }

  timeout(): number | null {
    return this.random.pick([null, 0, 0.25, 0.5, 1, 1, 2, -1]);
  }

  // ----- The parts of a statement

  coro(depth: number): Coro {
    return { id: this.id('t'), ...(this.random.chance(0.2) ? { late: true } : {}), body: this.body(depth) };
  }

  /** How a task is made. An eager one has a context of its own: it could not enter one that is entered. */
  spawning(): { context?: number; eager?: boolean } {
    const { random } = this;
    if (!this.eager && random.chance(0.15)) return { eager: true };
    return !this.eager && this.families.has('contexts') && random.chance(0.4) ? { context: random.integer(0, 1) } : {};
  }

  /** Make statements of a coroutine, at most `depth` deep. */
  abstract body(depth: number): Body;

  /** Make statements of a callback. */
  abstract actions(depth: number): Body;

  /** Make what a combinator is given, `low` to `high` of them. */
  abstract operands(depth: number, low: number, high: number): Operand[];
}
