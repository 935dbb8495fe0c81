/**
 * Loading a program's main module, outside of any job of the host.
 *
 * Node evaluates a main module that is an ES module in a job, and there native async functions
 * cannot be run (lib/host/node-jobs.ts). One that is required it evaluates where it stands. So the
 * program is required, whichever kind of module it is. Node before 20.19 requires no ES modules:
 * there all is left to it.
 *
 * A module that awaits at its top level cannot be required, either, which is found out before any
 * of it runs. The error is not caught here, since a debugger that stops at what nobody catches
 * would not stop at the program's errors any more; `loadsAfterAll` is to be called with it.
 *
 * Counterpart: runpy.run_path.
 */

import { nodeLoader } from './node-loader';

/** Load `file` as the main module, and so run it. @throws whatever it throws */
export function loadMain(file: string): void {
  if (process.features.require_module) requireMain(file);
  else loadAsNodeDoes(file);
}

/** A main module that Node itself loads is marked as such, and for that an ES module is put off to a job. */
function requireMain(file: string): void {
  const module = new nodeLoader(file);
  module.id = '.';
  nodeLoader._cache[file] = module;
  process.mainModule = module as unknown as NodeJS.Module;
  module.load(file);
}

function loadAsNodeDoes(file: string): void {
  delete nodeLoader._cache[file];
  nodeLoader._load(file, null, true);
}

/** Where `thrown` says that the main module awaits at its top level, have Node load it; tell whether that was so. */
export function loadsAfterAll(thrown: unknown): boolean {
  const main = process.mainModule?.filename;
  if (main === undefined || !saysThatItAwaits(thrown, main)) return false;
  loadAsNodeDoes(main);
  return true;
}

/** The file is named: the program may have required another such module, while it ran. */
function saysThatItAwaits(thrown: unknown, file: string): boolean {
  return (
    thrown instanceof Error &&
    (thrown as NodeJS.ErrnoException).code === 'ERR_REQUIRE_ASYNC_MODULE' &&
    thrown.message.includes(`Requiring ${file} `)
  );
}
