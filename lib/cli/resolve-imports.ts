/**
 * What programs import: 'yieldstar' is this very library, wherever the program is.
 *
 * It has to be the very one: a second copy, found in node_modules, would have a running loop
 * of its own, and take this one's coroutines for strangers.
 *
 * TypeScript lets a module import './other.js' and mean other.ts; that is followed too, but
 * only where there is no such other.js.
 */

import { nodeLoader } from './node-loader';

const LIBRARY = require.resolve('../index');

/** Hook into the loader. */
export function resolveToThisLibrary(): void {
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
