/*
 * Programs for gevent, and what the real one printed, in virtual time. With REQUIRE_GREENLET=1
 * there has to be one, and a gcc. See README.md.
 */

import { PairedPrograms, type Python } from '../../paired-programs';

const { findGreenlet } = require('../../../tools/find-greenlet.js');
const { inVirtualTime } = require('../../../tools/virtual-time.js');

describe('Programs for gevent, in Python and in TypeScript,', () => {
  function findPython(isRequired: boolean): Python | undefined {
    const environment = isRequired ? { ...process.env, REQUIRE_GREENLET: '1' } : process.env;
    const python = findGreenlet(environment);
    return python && inVirtualTime(python, environment);
  }

  new PairedPrograms(__dirname, 'gevent', ['say.py', 'say.ts']).describe(findPython, 25);
});
