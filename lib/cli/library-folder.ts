/**
 * Where this library is: `…/lib/` in the repository, `…/dist/` in the package, which has its sources
 * in `…/lib/` beside it.
 *
 * What lies there is none of the program's: it is not compiled with it, and its lines are left out
 * of the program's traces. Those name the sources as soon as a compiler has source maps read.
 */

import { join, sep } from 'node:path';

export const LIBRARY_FOLDER = join(__dirname, '..', sep);
export const LIBRARY_SOURCES = join(__dirname, '..', '..', 'lib', sep);
