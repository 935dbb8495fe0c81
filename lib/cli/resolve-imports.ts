/**
 * What programs import: 'yieldstar' is this very library, wherever the program is.
 *
 * It has to be the very one: a second copy, found in node_modules, would have a running loop
 * of its own, and take this one's coroutines for strangers. A CommonJS module's `require` is
 * told so; and in Node from 22.15 on, so is an ES module's `import`. Earlier, that finds 'yieldstar'
 * only where it is installed beside the program; that copy is stood in for by this one.
 *
 * TypeScript lets a module import './other.js' and mean other.ts; that is followed too, but
 * only where there is no such other.js.
 */

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { nodeLoader } from './node-loader';

const LIBRARY = require.resolve('../index');

/** Hook into the loader, for the program in the file `program`. */
export function resolveToThisLibrary(program: string): void {
  require(LIBRARY);
  standInForCopy(program);
  resolveRequests();
  const url = pathToFileURL(LIBRARY).href;
  nodeLoader.registerHooks?.({
    resolve: (specifier, context, next) =>
      specifier === 'yieldstar' ? { url, format: 'commonjs', shortCircuit: true } : next(specifier, context),
  });
}

function standInForCopy(program: string): void {
  const copy = findCopy(program);
  if (copy !== undefined) nodeLoader._cache[copy] = nodeLoader._cache[LIBRARY];
}

function findCopy(program: string): string | undefined {
  try {
    return createRequire(program).resolve('yieldstar');
  } catch {
    return undefined;
  }
}

function resolveRequests(): void {
  const resolve = nodeLoader._resolveFilename.bind(nodeLoader);
  nodeLoader._resolveFilename = (request, ...rest) => {
    if (request === 'yieldstar') return LIBRARY;
    try {
      return resolve(request, ...rest);
    } catch (error) {
      if (!COMPILED.test(request)) throw error;
      return resolveOr(error, () => resolve(request.replace(COMPILED, '$1ts'), ...rest));
    }
  };
}

/** A module of the program's own, named as it will be when it is compiled. */
const COMPILED = /^(\.{1,2}\/.*\.[cm]?)js$/;

function resolveOr(error: unknown, resolve: () => string): string {
  try {
    return resolve();
  } catch {
    throw error;
  }
}
