/**
 * CodePositions: the positions at which calls of the program were found, each found out about once.
 *
 * A suspended generator is at a location that the inspector gives; a call that is under way,
 * at a call site.
 */

import { isLibraryFile } from '../stack';
import { CodePosition, type KnownFunction } from './code-position';
import type { CodeLocation, Internals } from './inspector';
import type { Scripts } from './scripts';

export class CodePositions {
  private readonly known = new Map<string, CodePosition | undefined>();

  constructor(readonly scripts: Scripts) {}

  /** Give the position of `location`, in the function that `innermost` finds; undefined in a script that is not known. */
  ofLocation(location: CodeLocation, innermost: () => KnownFunction): CodePosition | undefined {
    const { scriptId, lineNumber, columnNumber } = location;
    return this.once(`${scriptId}:${lineNumber}:${columnNumber}`, () => {
      const script = this.scripts.withId(scriptId);
      return script && new CodePosition(script, location, innermost());
    });
  }

  /** Tell whether the code of a function or a generator, of which the internal properties are given, is the program's. */
  isOfProgram(internals: Internals): boolean {
    const location = internals.get('[[FunctionLocation]]') ?? internals.get('[[GeneratorLocation]]');
    const script = location && this.scripts.withId((location.value as CodeLocation).scriptId);
    return script !== undefined && !isLibraryFile(script.file);
  }

  /** Give the position of a call that is under way; undefined outside of scripts. */
  ofCallSite(site: NodeJS.CallSite): CodePosition | undefined {
    const point = pointAt(site.getLineNumber(), site.getColumnNumber());
    const file = site.getFileName();
    if (point === undefined || typeof file !== 'string') return undefined;
    return this.once(`${file}:${point.lineNumber}:${point.columnNumber}`, () => {
      const script = this.scripts.ofFile(file);
      return script && new CodePosition(script, point, functionOf(site));
    });
  }

  private once(key: string, find: () => CodePosition | undefined): CodePosition | undefined {
    if (!this.known.has(key)) this.known.set(key, find());
    return this.known.get(key);
  }
}

function functionOf(site: NodeJS.CallSite): KnownFunction {
  const start = pointAt(site.getEnclosingLineNumber(), site.getEnclosingColumnNumber());
  const isModule = start?.lineNumber === 0 && start.columnNumber === 0;
  return { name: site.getFunctionName() ?? (isModule ? '<module>' : ''), start };
}

/** A call site counts from 1. */
function pointAt(line: number | null, column: number | null): { lineNumber: number; columnNumber: number } | undefined {
  return line === null || column === null ? undefined : { lineNumber: line - 1, columnNumber: column - 1 };
}
