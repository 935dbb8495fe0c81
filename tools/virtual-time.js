/**
 * Virtual time for the real gevent: Python's, with the library preloaded that is made of
 * spec/conformance/gevent/virtual_time.c.
 *
 * The library is compiled once and kept, under a hash of its source: it cannot be out of date.
 * It may be deleted at any time: `rm -r node_modules/.cache`.
 *
 * Whoever compares does without where there is no compiler, except with REQUIRE_GREENLET=1.
 */

const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readFileSync, renameSync } = require('node:fs');
const { join } = require('node:path');

const SOURCE = join(__dirname, '../spec/conformance/gevent/virtual_time.c');
const CACHE = join(__dirname, '../node_modules/.cache/yieldstar');
const COMPILE = ['-Wall', '-Werror', '-O1', '-shared', '-fPIC'];

/** What to do where it cannot be compiled. */
exports.HOW_TO_INSTALL = 'install one (on Debian: apt-get install gcc libc6-dev)';

/**
 * Give `python`, as found by find-greenlet.js, with the environment in which time is virtual.
 *
 * @param {{ command: string, version: string }} python
 * @param {Record<string, string | undefined>} [environment] of which REQUIRE_GREENLET and PATH count
 * @returns {{ command: string, version: string, env: Record<string, string> } | undefined} undefined where there is no gcc
 * @throws {Error} when the library is not compiled, though there is a gcc, or REQUIRE_GREENLET is 1
 */
exports.inVirtualTime = (python, environment = process.env) => {
  const library = join(CACHE, `virtual_time-${hash(readFileSync(SOURCE))}.so`);
  if (!existsSync(library) && !compile(library, environment)) return undefined;
  return { ...python, env: { LD_PRELOAD: library, GEVENT_RESOLVER: 'block', GEVENT_LOOP: 'libev-cext' } };
};

/**
 * @param {string} library
 * @param {Record<string, string | undefined>} env
 */
function compile(library, env) {
  mkdirSync(CACHE, { recursive: true });
  const made = `${library}.${process.pid}`; // several processes may be at it
  try {
    execFileSync('gcc', [...COMPILE, '-o', made, SOURCE], { env });
  } catch (error) {
    const isMissing = /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT';
    if (isMissing && env.REQUIRE_GREENLET !== '1') return false;
    throw new Error(`virtual_time.c was not compiled by gcc: ${exports.HOW_TO_INSTALL}`, { cause: error });
  }
  renameSync(made, library);
  return true;
}

/** @param {Buffer} source */
function hash(source) {
  return createHash('sha256').update(source).update(process.arch).digest('hex').slice(0, 16);
}
