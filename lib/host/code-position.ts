/**
 * CodePosition: what can be told of a position in the code, whoever is suspended there.
 *
 * Found out once for each position: of a program, however long it runs, there are not many.
 */

import { isLibraryFile } from '../stack';
import type { Place } from '../trace/host';
import { type AsyncHead, asyncHeadBefore } from './async-head';
import type { CodePoint } from './inspector';
import type { Script } from './script';

/** A function, as far as the host knows it. */
export interface KnownFunction {
  readonly name: string;
  /** Where it begins. */
  readonly start: CodePoint | undefined;
}

export class CodePosition {
  /** Where that is in the source; undefined in code that is not the program's. */
  readonly place: Place | undefined;
  /** The head of the async function whose body this is in, if it is in one. */
  private readonly head: AsyncHead | undefined;
  /** Whether a name is the program's, of those that were asked for. */
  private readonly own = new Map<string, boolean>();

  /** @param innermost the function that the point is in. */
  constructor(
    private readonly script: Script,
    point: CodePoint,
    innermost: KnownFunction,
  ) {
    const source = script.sourceOf(point);
    if (source.file === '' || isLibraryFile(script.file) || isLibraryFile(source.file)) return;
    this.head = innermost.start && asyncHeadBefore(script.codeBefore(innermost.start));
    this.place = { name: this.head?.name ?? (innermost.name || '<anonymous>'), ...source };
  }

  /** Whether a local variable is the program's, and none that the compiler made. */
  isOwn(name: string): boolean {
    const isOwn = this.own.get(name) ?? (name !== 'arguments' && this.script.mentions(name));
    this.own.set(name, isOwn);
    return isOwn;
  }

  /** Whether all of the variables are parameters of the async function whose body this is in. */
  areParameters(names: readonly string[]): boolean {
    const parameters: readonly string[] = this.head?.parameters.match(/[\w$]+/g) ?? [];
    return names.every((name) => parameters.includes(name));
  }
}
