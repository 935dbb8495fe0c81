/**
 * What `node --require yieldstar/register program.mjs` loads first: it has Node load the program
 * outside of any job, so that `run(main())` at the top of an ES module runs native async functions.
 * The same holds for `tsx --require yieldstar/register program.ts`: tsx runs all programs in a job.
 *
 * Node calls `Module.runMain` for the program, and lets what was required before put another in
 * its place. The command `yieldstar` needs none of this.
 */

import { loadMain } from './main-module';
import { nodeLoader } from './node-loader';

nodeLoader.runMain = (program = process.argv[1]) => {
  loadMain(nodeLoader._resolveFilename(program as string, null, true));
};
