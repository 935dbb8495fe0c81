/**
 * Chains of calls: which is taken of several.
 *
 * A chain has the calls that await a promise, the outermost first. To find one takes a look, and
 * time; so none is looked for in vain.
 *
 * Counterpart: none.
 */

/** A call, and where it stands. */
export interface Call {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Give the calls that all of the chains begin with. */
export function inCommon<C extends Call>([first = [], ...others]: readonly (readonly C[])[]): readonly C[] {
  const end = first.findIndex((call, i) => !others.every((chain) => isSame(chain[i], call)));
  return end === -1 ? first : first.slice(0, end);
}

function isSame(one: Call | undefined, other: Call): boolean {
  return one?.file === other.file && one.line === other.line && one.column === other.column;
}

/** Give the chain with the most calls: the first of them. */
export function longest<C>(chains: readonly (readonly C[])[]): readonly C[] {
  return chains.reduce((one, other) => (other.length > one.length ? other : one), []);
}

/** Give the first chain that has a call, of those that lead to `promises`. */
export function firstKnown<C>(promises: readonly object[], chainOf: (promise: object) => readonly C[]): readonly C[] {
  for (const promise of promises) {
    const chain = chainOf(promise);
    if (chain.length > 0) return chain;
  }
  return [];
}
