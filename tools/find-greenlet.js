/**
 * Where a Python is that has greenlet and gevent, which ours are compared with.
 *
 * `GREENLET_PYTHON` names it; otherwise Debian's own is asked. Only the versions that we follow
 * will do, 2.0 and 22.10: others print other texts here and there. Every candidate is asked for
 * its versions by running it: a name proves nothing.
 *
 * Whoever compares does without where there is none, except with REQUIRE_GREENLET=1: then that
 * is an error, so that what must not be skipped is not.
 */

const { execFileSync } = require('node:child_process');

const QUESTION = 'import greenlet, gevent; print(greenlet.__version__, gevent.__version__)';

/** What to do where there is none. */
exports.HOW_TO_INSTALL =
  'install them (on Debian 12: apt-get install python3-greenlet python3-gevent), or name a Python that has them with GREENLET_PYTHON';

/**
 * Find a Python that has greenlet 2.0 and gevent 22.10.
 *
 * @param {Record<string, string | undefined>} [environment] of which GREENLET_PYTHON and REQUIRE_GREENLET count
 * @returns {{ command: string, version: string } | undefined} what to run, and the versions as in `greenlet 2.0.2, gevent 22.10.2`
 * @throws {Error} when GREENLET_PYTHON names something else, or REQUIRE_GREENLET is 1 and there is none
 */
exports.findGreenlet = (environment = process.env) => {
  const named = environment.GREENLET_PYTHON;
  const command = named || '/usr/bin/python3';
  const version = versionsOf(command, environment);
  if (version !== undefined) return { command, version };
  if (named) throw new Error(`GREENLET_PYTHON=${named} is no Python with greenlet 2.0 and gevent 22.10`);
  if (environment.REQUIRE_GREENLET === '1') {
    throw new Error(
      `REQUIRE_GREENLET=1, but there is no Python with greenlet 2.0 and gevent 22.10: ${exports.HOW_TO_INSTALL}`,
    );
  }
  return undefined;
};

/**
 * The versions that `command` has; undefined when one is missing, or another.
 *
 * @param {string} command
 * @param {Record<string, string | undefined>} env
 */
function versionsOf(command, env) {
  try {
    const answer = String(
      execFileSync(command, ['-E', '-s', '-c', QUESTION], { env, stdio: ['ignore', 'pipe', 'ignore'] }),
    );
    const [greenlet, gevent] = answer.trim().split(' ');
    const isOurs = greenlet.startsWith('2.0.') && gevent.startsWith('22.10.');
    return isOurs ? `greenlet ${greenlet}, gevent ${gevent}` : undefined;
  } catch {
    return undefined;
  }
}
