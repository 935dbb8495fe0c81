/**
 * Where a CPython is that our coroutines are compared with: 3.13 or later.
 *
 * `PYTHON` names it. Otherwise pyenv's are looked through, the oldest that will do first,
 * since 3.13 is the one that we follow; then the PATH. Every candidate is asked for its
 * version by running it: a name proves nothing.
 *
 * Whoever compares does without where there is none, except with REQUIRE_CPYTHON=1: then
 * that is an error, so that what must not be skipped is not.
 */

const { execFileSync } = require('node:child_process');
const { readdirSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const OLDEST = 13; // of Python 3
const QUESTION = 'import sys; print(sys.implementation.name, *sys.version_info[:3])';

/**
 * Find a CPython 3.13 or later.
 *
 * @param {Record<string, string | undefined>} [environment] of which PYTHON, REQUIRE_CPYTHON, PYENV_ROOT and PATH count
 * @returns {{ command: string, version: string } | undefined} what to run, and its version as in `3.13.0`
 * @throws {Error} when PYTHON names something else, or REQUIRE_CPYTHON is 1 and there is none
 */
exports.findCPython = (environment = process.env) => {
  const named = environment.PYTHON;
  for (const command of named ? [named] : candidates(environment)) {
    const version = versionOf(command, environment);
    if (version !== undefined) return { command, version };
  }
  if (named) throw new Error(`PYTHON=${named} is no CPython 3.${OLDEST} or later`);
  if (environment.REQUIRE_CPYTHON === '1') {
    throw new Error(
      `REQUIRE_CPYTHON=1, but no CPython 3.${OLDEST} or later was found: install one, or name it with PYTHON`,
    );
  }
  return undefined;
};

/** @param {Record<string, string | undefined>} environment */
function candidates(environment) {
  const root = environment.PYENV_ROOT ?? join(homedir(), '.pyenv');
  return [...pyenvVersions(join(root, 'versions')), `python3.${OLDEST}`, 'python3'];
}

/** @param {string} folder */
function pyenvVersions(folder) {
  const byNumber = new Intl.Collator('en', { numeric: true });
  try {
    const names = readdirSync(folder).filter((name) => /^3\.1[3-9]/.test(name));
    return names.sort(byNumber.compare).map((name) => join(folder, name, 'bin', 'python3'));
  } catch {
    return []; // no pyenv
  }
}

/**
 * The version of what `command` runs; undefined when that is no CPython, too old, or nothing.
 *
 * @param {string} command
 * @param {Record<string, string | undefined>} env
 */
function versionOf(command, env) {
  try {
    const answer = String(execFileSync(command, ['-c', QUESTION], { env, stdio: ['ignore', 'pipe', 'ignore'] }));
    const [name, major, minor, micro] = answer.trim().split(' ');
    const isRecent = Number(major) === 3 && Number(minor) >= OLDEST;
    return name === 'cpython' && isRecent ? `${major}.${minor}.${micro}` : undefined;
  } catch {
    return undefined;
  }
}
