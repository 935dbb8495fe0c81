/**
 * generate: a random program, from a seed and its place in the run.
 *
 * A program draws its statements from some families only, and which ones differs from
 * program to program: so in each a few kinds of things meet often, and in the long run
 * every kind meets every other. Names are few, so that tasks meet at the same things;
 * delays are few, so that things happen at the same time. Each delay is a multiple of 1/4,
 * which both languages add up without rounding.
 *
 * Counterpart: none.
 */

import { ACTIONS, type Family, type Rule, STRUCTURES, WAITS } from './grammar';
import type { Body, Coro, Name, Operand, Program, Statement, Wait } from './program';
import { provisionFor } from './provisions';
import { Random } from './random';

/** Make the program that stands at `index` in the run of `seed`. */
export function generate(seed: number, index: number): Program {
  return new Generator(new Random(seed, index)).program();
}

const FAMILIES: readonly Family[] = [
  'futures',
  'combinators',
  'timeouts',
  'groups',
  'locks',
  'conditions',
  'events',
  'queues',
  'barriers',
  'contexts',
  'callbacks',
  'errors',
];

/** What has a name with an id in it. */
export type Kind = 't' | 'g' | 'timer' | 'timeout' | 'group';

/** What primitives are made with: one of these. */
export const SIZES: Readonly<Record<Name, readonly number[]>> = {
  sem0: [0, 1, 2],
  bounded0: [1, 2],
  queue0: [0, 1, 1, 2],
  lifo0: [0, 1, 2],
  prio0: [0, 1, 2],
  barrier0: [1, 2, 3],
  barrier1: [2],
};

const FUTURES = ['f0', 'f1', 'f2', 'f3'];

/** Makes the parts of one program: what the rules of the grammar are given. */
export class Generator {
  private readonly mode: Program['mode'];
  private readonly eager: boolean;
  private readonly families: ReadonlySet<Family>;
  /** How many statements may still be made. */
  private budget: number;
  /** How many ids were given away, and to what. */
  private ids = 0;
  /** What would let those go on who wait. */
  private readonly wanted: Statement[] = [];
  /** Of each kind of thing, the few that this program is about. */
  private readonly few = new Map<readonly Name[], readonly Name[]>();
  private readonly named: Record<Kind, number[]> = { t: [], g: [], timer: [], timeout: [], group: [] };

  constructor(readonly random: Random) {
    this.budget = random.integer(15, 70);
    this.mode = random.pick(['forever', 'forever', 'forever', 'until', 'run', 'runner']);
    this.eager = random.chance(0.15);
    this.families = new Set<Family>(['always', ...FAMILIES.filter(() => random.chance(0.4))]);
  }

  program(): Program {
    const { random, mode, eager } = this;
    const tasks = Array.from({ length: mode === 'run' ? 1 : random.integer(2, 4) }, () => this.coro(4));
    const crowd = Array.from({ length: mode === 'run' ? 0 : random.integer(0, 4) }, () => this.coro(1));
    const timers = Array.from({ length: random.integer(2, 10) }, () => ({
      delay: random.pick([0, 0.25, 0.5, 0.5, 1, 1, 2, 3]),
      body: this.actions(1),
    }));
    const sizes = Object.fromEntries(Object.entries(SIZES).map(([name, of]) => [name, random.pick(of)]));
    return { mode, eager, sizes, tasks: [...tasks, ...crowd], timers };
  }

  coro(depth: number): Coro {
    return { id: this.id('t'), body: this.body(depth) };
  }

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

  /** Make statements of a coroutine, at most `depth` deep. */
  body(depth: number): Body {
    const length = this.random.integer(1, depth > 2 ? 6 : depth + 1);
    return Array.from({ length }, () => this.statement(depth));
  }

  private statement(depth: number): Statement {
    const kinds = depth > 0 && this.budget > 0 ? [WAITS, ACTIONS, STRUCTURES] : [WAITS, WAITS, ACTIONS];
    return this.statementOf(this.random.pick(kinds), depth);
  }

  private statementOf(rules: readonly Rule[], depth: number): Statement {
    const statement = this.apply(rules, depth);
    const provision = provisionFor(statement, this);
    if (provision !== undefined) this.wanted.push(provision);
    return statement;
  }

  /** Name one of `names`; in a program it is mostly the same, so that tasks meet there. */
  one(names: readonly Name[]): Name {
    const few = this.few.get(names) ?? [this.random.pick(names), this.random.pick(names)];
    this.few.set(names, few);
    return this.random.pick(few);
  }

  /** Make statements of a callback. What lets somebody go on is often followed by a cancellation, which meets it half-way. */
  actions(depth: number): Body {
    const actions = Array.from({ length: this.random.integer(1, 2) }, () => this.action(depth));
    return actions.flatMap((action) => (this.random.chance(0.4) ? [action, this.after(action)] : [action]));
  }

  private after(action: Statement): Statement {
    const on = action.op === 'cancel' ? action.on : this.some('t');
    const uncancels = action.op === 'cancel' && on.startsWith('t') && this.random.chance(0.5);
    return uncancels ? { op: 'uncancel', on } : { op: 'cancel', on };
  }

  private action(depth: number): Statement {
    const provides = this.wanted.length > 0 && this.random.chance(0.5);
    return provides ? this.random.pick(this.wanted) : this.apply(ACTIONS, depth);
  }

  private apply(rules: readonly Rule[], depth: number): Statement {
    const usable = rules.filter((rule) => this.allows(rule, depth));
    this.budget -= 1;
    return this.random.pick(usable).make(this, depth - 1);
  }

  private allows({ family, nests, when }: Rule, depth: number): boolean {
    if (!this.families.has(family) || (nests && (depth <= 0 || this.budget <= 0))) return false;
    if (when === 'stoppable') return this.mode === 'forever' || this.mode === 'until';
    if (when === 'forever') return this.mode === 'forever';
    // An eager task of a group that fails at once: 3.13.0 differs from its successors.
    return when !== 'lazy' || !this.eager;
  }

  /** Make what a combinator is given, `low` to `high` of them. */
  operands(depth: number, low: number, high: number): Operand[] {
    return Array.from({ length: this.random.integer(low, high) }, () => this.operand(depth));
  }

  private operand(depth: number): Operand {
    if (depth < 0 || this.budget <= 0 || this.random.chance(0.35)) return { ref: this.awaitable() };
    this.budget -= 1;
    if (this.random.chance(0.3)) return this.made(depth);
    if (this.random.chance(0.6)) return { spawn: false, ...this.coro(depth) };
    return { spawn: true, ...this.coro(depth), ...this.spawning() };
  }

  /** Make what a statement would await, or else name something. */
  private made(depth: number): Operand {
    const make = this.statementOf(WAITS, depth) as Wait;
    return make.op === 'await' || make.op === 'wait' || awaitsLater(make) ? { ref: this.awaitable() } : { make };
  }

  /** How a task is made. An eager one has a context of its own: it could not enter one that is entered. */
  spawning(): { context?: number; eager?: boolean } {
    const { random } = this;
    if (!this.eager && random.chance(0.15)) return { eager: true };
    return !this.eager && this.families.has('contexts') && random.chance(0.4) ? { context: random.integer(0, 1) } : {};
  }

  /** Name something to await: a future, a task, what a combinator made. */
  awaitable(): Name {
    const kind = this.random.pick(['f', 'f', 't', 't', 't', 'g'] as const);
    return kind === 'f' || this.named[kind].length === 0 ? this.future() : this.some(kind);
  }

  future(): Name {
    return this.one(FUTURES);
  }

  digit(): number {
    return this.random.integer(0, 9);
  }

  delay(): number {
    return this.random.pick([0, 0, 0, 0.25, 0.5, 0.5, 1, 1, 2, -1]);
  }

  timeout(): number | null {
    return this.random.pick([null, 0, 0.25, 0.5, 1, 1, 2, -1]);
  }
}

/**
 * Whether a coroutine of the library's, begun later, would then await what there is now: that
 * could close a cycle of awaits behind the back of those who look for them (cycle.ts).
 */
function awaitsLater(st: Wait): boolean {
  if (st.op !== 'waitFor') return false;
  const [operand] = st.operands;
  if (operand === undefined) return false;
  if ('body' in operand) return operand.spawn;
  return 'ref' in operand ? !operand.ref.startsWith('f') : 'operands' in operand.make;
}
