/**
 * SuspendedCall: the call of a generator that is suspended, seen through the inspector.
 *
 * The inspector lists the scopes from the innermost out: blocks, the function's own, then those
 * of the functions around it, the module's, and the globals. Variables are those up to the
 * function's own; and, in the body of an async function, its parameters, which to the
 * inspector belong to a function around it.
 *
 * Counterpart: a frame object, `f_lineno` and `f_locals`.
 */

import type { Place, Variable } from '../trace/host';
import type { CodePosition, KnownFunction } from './code-position';
import type { CodePositions } from './code-positions';
import type { CodeLocation, Inspector, Internals } from './inspector';
import { showVariable } from './variables';

/** A scope, as the inspector makes it: `Local (hello)`, with the variables in an object. */
export interface Scope {
  readonly description: string;
  readonly object: Readonly<Record<string, unknown>>;
}

export class SuspendedCall {
  private readonly position: CodePosition | undefined;
  private readonly internals: Internals;

  constructor(
    generator: object,
    private readonly inspector: Inspector,
    positions: CodePositions,
  ) {
    this.internals = inspector.internalsOf(generator);
    const location = this.internals.get('[[GeneratorLocation]]')?.value as CodeLocation | undefined;
    this.position = location && positions.ofLocation(location, () => this.innermost());
  }

  /** Where it is; undefined where that is not known, or not the program's. */
  get place(): Place | undefined {
    return this.position?.place;
  }

  private innermost(): KnownFunction {
    const remote = this.internals.get('[[GeneratorFunction]]');
    const [value] = this.inspector.valuesOf([remote]);
    const start = this.inspector.internals(remote?.objectId).get('[[FunctionLocation]]')?.value;
    return { name: String((value as { name?: unknown } | undefined)?.name ?? ''), start: start as CodeLocation };
  }

  /**
   * Show the variables: `this` and the parameters first, then block by block, inwards. Those
   * that hold undefined are left out: V8 does not tell them from those not declared yet.
   */
  variables(): Variable[] {
    const names = ['[[Scopes]]', '[[GeneratorReceiver]]', '[[GeneratorFunction]]'];
    const [scopes, receiver, self] = this.inspector.valuesOf(names.map((name) => this.internals.get(name)));
    const locals = this.localScopes(Array.from(scopes as ArrayLike<Scope>));
    const values = new Map(locals.flatMap(({ object }) => Object.entries(object)));
    const all: [string, unknown][] = [['this', this.mentionsThis() ? receiver : undefined], ...values];
    // A function that has a name is a variable of its own.
    const isShown = ([name, value]: [string, unknown]) => value !== undefined && value !== self && this.isOwn(name);
    return all.filter(isShown).map(([name, value]) => showVariable(name, value));
  }

  /** Give the scopes of the call, the outermost first. */
  private localScopes(scopes: readonly Scope[]): Scope[] {
    const end = scopes.findIndex(({ description }) => description.startsWith('Local')) + 1;
    const around = scopes[end];
    const isHead =
      around?.description.startsWith('Closure') && this.position?.areParameters(Object.keys(around.object));
    return scopes.slice(0, isHead ? end + 1 : end).reverse();
  }

  private isOwn(name: string): boolean {
    return this.position?.isOwn(name) ?? false;
  }

  private mentionsThis(): boolean {
    return /\bthis\b/.test(this.internals.get('[[GeneratorFunction]]')?.description ?? '');
  }
}
