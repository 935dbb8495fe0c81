/**
 * Where this library is: `…/lib/` in the repository, `…/dist/` in the package.
 *
 * What lies there is none of the program's: it is not compiled with it, and its lines are
 * left out of the program's traces.
 */

import { join, sep } from 'node:path';

export const LIBRARY_FOLDER = join(__dirname, '..', sep);
