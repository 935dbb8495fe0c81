/**
 * generate: a random program, from a seed and its place in the run.
 *
 * The grammar says how each statement is made; here one rule after another is chosen, among
 * those of the program's families, until its budget is spent. What would let those go on
 * who wait is remembered, and put into callbacks.
 *
 * Counterpart: none.
 */

import { Draft } from './draft';
import { ACTIONS, STRUCTURES, WAITS } from './grammar';
import { SIZES } from './names';
import type { Body, Operand, Program, Statement, Wait } from './program';
import { provisionFor } from './provisions';
import { Random } from './random';
import type { Rule } from './rule';

/** Make the program that stands at `index` in the run of `seed`. */
export function generate(seed: number, index: number): Program {
  return new Generator(new Random(seed, index)).program();
}

/** Makes the parts of one program, by the rules of the grammar. */
class Generator extends Draft {
  /** What would let those go on who wait. */
  private readonly wanted: Statement[] = [];

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

  /** What lets somebody go on is often followed by a cancellation, which meets it half-way. */
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
