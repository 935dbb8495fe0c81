/*
 * Programs for asyncio, and what CPython printed. With REQUIRE_CPYTHON=1 there has to be one.
 * See README.md.
 */

import { PairedPrograms } from '../paired-programs';

const { findCPython } = require('../../tools/find-cpython.js');

const SHARED = ['run_all.py', 'say.ts', 'show.py', 'show.ts', 'virtual_threads.py', 'virtual_time.py'];

describe('Programs in Python and in TypeScript', () => {
  new PairedPrograms(__dirname, 'asyncio', SHARED).describe(
    (isRequired) => findCPython(isRequired ? { ...process.env, REQUIRE_CPYTHON: '1' } : process.env),
    60,
  );
});
