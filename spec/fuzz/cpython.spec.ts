import { expect } from 'chai';
import { asyncio } from '../../fuzz/asyncio';
import { compare, type Ours } from '../../fuzz/compare';
import { cpython, runTheirs } from '../../fuzz/cpython';
import { generate } from '../../fuzz/generate';
import { runPart } from '../../fuzz/part';
import type { Program } from '../../fuzz/program';
import type { Python } from '../../fuzz/python';
import { runProgram } from '../../fuzz/run-program';
import { smallest } from '../../fuzz/smallest';
import { UsageError } from '../../lib/cli/usage-error';
import { thrownBy } from '../support';
import { programOf } from './programs';

const { findCPython } = require('../../tools/find-cpython.js');
const found: Python | undefined = findCPython();

/** Our loop with a fault: a cancelled task does not get its message. */
const faulty: Ours<Program> = {
  ...asyncio,
  runOurs: (program, style) =>
    runProgram(program, style).map((line) => line.replace('CancelledError(m)', 'CancelledError()')),
};

describe('The fuzz and CPython', () => {
  it('says so when the one that PYTHON names is none', () => {
    const error = thrownBy(() => cpython({ PYTHON: '/no/python' }));
    expect(error).to.be.instanceOf(UsageError);
    expect(error.message).to.equal('PYTHON=/no/python is no CPython 3.13 or later');
  });

  it('says so when there is none', () => {
    const error = thrownBy(() => cpython({ PYENV_ROOT: '/no/pyenv', PATH: '/no/path' }));
    expect(error.message).to.equal('no CPython 3.13 or later was found: install one, or name it with PYTHON');
  });

  describe('where there is one', () => {
    let theirs: Python;
    const { stackTraceLimit } = Error;

    before(function () {
      if (found === undefined) this.skip();
      theirs = found;
      // To find out where errors are raised, which nobody reads here, would take most of the time.
      Error.stackTraceLimit = 0;
    });

    after(() => {
      Error.stackTraceLimit = stackTraceLimit;
    });

    it('runs programs in order, and gives a trace for each', () => {
      const [first, second] = runTheirs(theirs, [programOf([{ op: 'return', value: 1 }]), programOf([])]);
      expect(first?.slice(0, 2)).to.deep.equal(['1@0 t1 starts', '1@0 t1 ends -> 1 c0']);
      expect(second?.slice(0, 2)).to.deep.equal(['1@0 t1 starts', '1@0 t1 ends -> None c0']);
    });

    it('is not asked when there is nothing to ask', () => {
      expect(runTheirs({ command: '/no/python', version: '' }, [])).to.deep.equal([]);
    });

    it('fires timers of one deadline in the order in which they were scheduled', () => {
      const timers = Array.from({ length: 8 }, (_, i) => ({
        delay: 1,
        body: [{ op: 'setVar', value: i } as const, { op: 'count', by: 1 } as const],
      }));
      const program = { ...programOf(), timers };
      const [trace = []] = runTheirs(theirs, [program]);
      expect(compare(program, trace, asyncio)).to.equal(undefined);
      expect(trace.filter((line) => line.includes('count'))).to.deep.equal(
        timers.map((_, i) => `1@1 timer count -> ${i + 1}`),
      );
    });

    it('goes through sets in the order of insertion', () => {
      const operands = Array.from({ length: 20 }, (_, i) => ({ spawn: false, id: 20 - i, body: [] }));
      const forms = ['plain', 'async'] as const;
      for (const form of forms) {
        const program = programOf([{ op: 'asCompleted', form, operands, timeout: null }]);
        const [trace = []] = runTheirs(theirs, [program]);
        expect(compare(program, trace, asyncio)).to.equal(undefined);
      }
    });

    it('refuses an await that would close a cycle, as we do', () => {
      const program = programOf([{ op: 'await', on: 't2' }], [{ op: 'await', on: 't1' }], [{ op: 'cancel', on: 't1' }]);
      const [trace = []] = runTheirs(theirs, [program]);
      expect(trace).to.include('1@0 t2 await t1 refused');
      expect(compare(program, trace, asyncio)).to.equal(undefined);
    });

    it('is cut where we are, in a program that goes on for ever', () => {
      const again = { op: 'onDone', on: 'f0', key: 0 } as const;
      const program = programOf([
        {
          ...again,
          body: [
            { ...again, body: [] },
            { ...again, body: [] },
          ],
        },
      ]);
      const [trace = []] = runTheirs(theirs, [program]);
      expect(trace).to.include('cut');
      expect(compare(program, trace, asyncio)).to.equal(undefined);
    });

    it('agrees with us on random programs', () => {
      const programs = Array.from({ length: 50 }, (_, index) => generate(11, index));
      const differences = runTheirs(theirs, programs).map((trace, i) =>
        compare(programs[i] ?? programOf(), trace, asyncio),
      );
      expect(differences.filter((difference) => difference !== undefined)).to.deep.equal([]);
    });

    it('finds a fault of ours, and a program of three lines that shows it', () => {
      const programs = Array.from({ length: 40 }, (_, index) => generate(5, index));
      const traces = runTheirs(theirs, programs);
      const showing = programs.filter((program, i) => compare(program, traces[i] ?? [], faulty) !== undefined);
      expect(showing.length).to.be.greaterThan(0);
      const [first = programOf()] = showing;
      const least = smallest(first, (each) => runTheirs(theirs, each), faulty);
      expect(JSON.stringify(least).match(/"op"/g)?.length).to.be.lessThan(4);
    });

    it('is asked in batches, of which each process of the fuzz takes its part', () => {
      const part = { subject: 'asyncio', seed: 1, runs: 26, step: 2, batch: 25, stats: true, python: theirs } as const;
      const counts = [0, 1].map((first) => {
        const reports: number[] = [];
        runPart(
          { ...part, first },
          ({ programs }) => reports.push(programs),
          (next) => next(),
        );
        return reports;
      });
      expect(counts).to.deep.equal([[25], [1]]);
    });
  });
});
