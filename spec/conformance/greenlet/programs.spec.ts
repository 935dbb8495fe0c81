/*
 * Programs for greenlet, and what the real one printed. With REQUIRE_GREENLET=1 there has to be
 * one. See README.md.
 */

import { PairedPrograms } from '../../paired-programs';

const { findGreenlet } = require('../../../tools/find-greenlet.js');

describe('Programs for greenlet, in Python and in TypeScript,', () => {
  new PairedPrograms(__dirname, 'greenlet', ['say.py', 'say.ts']).describe(
    (isRequired) => findGreenlet(isRequired ? { ...process.env, REQUIRE_GREENLET: '1' } : process.env),
    20,
  );
});
