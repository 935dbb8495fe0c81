/**
 * generate: a random program of greenlets, from a seed and its place in the run.
 *
 * The grammar says how each statement is made; here one rule after another is chosen, among those of
 * the program's families, until its budget is spent.
 *
 * Counterpart: ../generate.ts.
 */

import { Random } from '../random';
import { Draft } from './draft';
import { RULES, type Rule } from './grammar';
import { SIZES } from './names';
import type { Body, Program, Statement } from './program';

/** Make the program that stands at `index` in the run of `seed`. */
export function generate(seed: number, index: number): Program {
  return new Generator(new Random(seed, index)).program();
}

/** Makes the parts of one program, by the rules of the grammar. */
class Generator extends Draft {
  program(): Program {
    const { random } = this;
    const sizes = Object.entries(SIZES).map(([on, of]) => ({ on, size: random.pick(of) }));
    // Main begins with greenlets, so that others are there when it waits.
    const first: Statement[] = Array.from({ length: random.integer(1, 3) }, () => ({
      op: 'spawn',
      id: this.id('g'),
      body: this.body(3),
    }));
    const then = Array.from({ length: random.integer(2, 8) }, () => this.statement(3));
    return { sizes, main: [...first, ...then] };
  }

  body(depth: number): Body {
    const length = this.random.integer(1, depth > 1 ? 6 : depth + 2);
    return Array.from({ length: Math.max(length, 1) }, () => this.statement(depth));
  }

  private statement(depth: number): Statement {
    const nests = depth > 0 && this.budget > 0;
    const isUsable = (rule: Rule): boolean => this.families.has(rule.family) && (nests || !rule.nests);
    const [actions = [], waits = [], structures = []] = RULES.map((rules) => rules.filter(isUsable));
    this.budget -= 1;
    const rules = this.random.pick(nests ? [actions, waits, waits, structures] : [actions, waits, waits]);
    return this.random.pick(rules).make(this, depth - 1);
  }
}
