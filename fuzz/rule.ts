/**
 * Rule: how a statement of random programs is made, and how often.
 *
 * A rule belongs to a family, which a program has or has not; one that nests is not used
 * at the innermost level.
 *
 * Counterpart: none.
 */

import type { Draft } from './draft';
import type { Family } from './families';
import type { Statement } from './program';

export interface Rule {
  readonly family: Family;
  /** How often it is used, compared with others. */
  readonly weight: number;
  readonly nests: boolean;
  /** Where only it may be used: where the loop may be stopped, is run by runForever, or makes no eager tasks. */
  readonly when?: 'stoppable' | 'forever' | 'lazy' | undefined;
  /** Make the statement; what is inside it is at most `depth` deep. */
  readonly make: (draft: Draft, depth: number) => Statement;
}

export function rule(family: Family, weight: number, make: Rule['make'], when?: Rule['when']): Rule {
  return { family, weight, nests: false, make, when };
}

export function nesting(family: Family, weight: number, make: Rule['make'], when?: Rule['when']): Rule {
  return { family, weight, nests: true, make, when };
}

/** Let each rule stand in its list as often as it weighs. */
export function byWeight(rules: readonly Rule[]): Rule[] {
  return rules.flatMap((rule) => Array.from({ length: rule.weight }, () => rule));
}
