import { expect } from 'chai';
import { compare } from '../../../fuzz/compare';
import { generate } from '../../../fuzz/gevent/generate';
import { gevent } from '../../../fuzz/gevent/gevent';
import { realGevent, runTheirs } from '../../../fuzz/gevent/real-gevent';
import type { Python } from '../../../fuzz/python';
import { UsageError } from '../../../lib/cli/usage-error';
import { thrownBy } from '../../support';
import { mainOf } from './programs';

const { findGreenlet } = require('../../../tools/find-greenlet.js');

describe('The fuzz and the real gevent', () => {
  it('says so when what GREENLET_PYTHON names is none', () => {
    const error = thrownBy(() => realGevent({ GREENLET_PYTHON: '/no/python' }));
    expect(error).to.be.instanceOf(UsageError);
    expect(error.message).to.equal('GREENLET_PYTHON=/no/python is no Python with greenlet 2.0 and gevent 22.10');
  });

  describe('on a machine that has it', () => {
    let theirs: Python;

    before(function () {
      if (findGreenlet() === undefined) this.skip();
      theirs = realGevent();
    });

    it('runs each program in a process and a time of its own', () => {
      const program = mainOf({ op: 'sleep', delay: 3600 });
      const trace = ['@3600 main sleep -> None', '@3600 main waits -> True'];
      expect(runTheirs(theirs, [program, program])).to.deep.equal([trace, trace]);
    });

    it('agrees with ours on random programs of greenlets', () => {
      const programs = Array.from({ length: 50 }, (_, index) => generate(11, index));
      const traces = runTheirs(theirs, programs);
      const differing = programs.filter((program, i) => compare(program, traces[i] ?? [], gevent) !== undefined);
      expect(differing).to.deep.equal([]);
    });
  });
});
