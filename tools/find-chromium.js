/**
 * Where a Chromium is that the page is looked at in.
 *
 * `CHROMIUM` names it. Otherwise it is looked for on the PATH, by the names that it has there.
 * Whoever looks does without where there is none, except with REQUIRE_CHROMIUM=1: then that
 * is an error, so that what must not be skipped is not.
 */

const { accessSync, constants } = require('node:fs');
const { delimiter, join } = require('node:path');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** What to do where there is none. */
exports.HOW_TO_INSTALL = 'install one (on Debian: apt-get install chromium), or name it with CHROMIUM';

/**
 * Find a Chromium.
 *
 * @param {Record<string, string | undefined>} [environment] of which CHROMIUM, REQUIRE_CHROMIUM and PATH count
 * @returns {string | undefined} its path
 * @throws {Error} when CHROMIUM names what cannot be run, or REQUIRE_CHROMIUM is 1 and there is none
 */
exports.findChromium = (environment = process.env) => {
  const named = environment.CHROMIUM;
  if (named) {
    if (canBeRun(named)) return named;
    throw new Error(`CHROMIUM=${named} cannot be run`);
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(canBeRun);
  if (found === undefined && environment.REQUIRE_CHROMIUM === '1') {
    throw new Error(`REQUIRE_CHROMIUM=1, but there is no Chromium: ${exports.HOW_TO_INSTALL}`);
  }
  return found;
};

/** @param {string} file */
function canBeRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not for us
  }
}
