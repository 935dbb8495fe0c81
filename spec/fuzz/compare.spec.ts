import { expect } from 'chai';
import { asyncio } from '../../fuzz/asyncio';
import { compare, kindOf, type Ours } from '../../fuzz/compare';
import { generate } from '../../fuzz/generate';
import type { Program } from '../../fuzz/program';
import { runProgram, type Style, type Trace } from '../../fuzz/run-program';
import { programOf } from './programs';

const program = programOf([{ op: 'sleep', delay: 1, value: 1 }]);
const theirs = runProgram(program, 'generators');

/** Ours, but for what `change` makes of the traces. */
function changed(change: (trace: Trace, style: Style) => Trace): Ours<Program> {
  return { ...asyncio, runOurs: (each, style) => change(runProgram(each, style), style) };
}

/** Ours, but for the line `index` of what is noted in one style. */
function changing(changedStyle: Style, index: number, line?: string): Ours<Program> {
  const lines = line === undefined ? [] : [line];
  return changed((trace, style) =>
    style === changedStyle ? [...trace.slice(0, index), ...lines, ...trace.slice(index + 1)] : trace,
  );
}

describe('Comparing the traces of a program', () => {
  it('finds nothing where they are the same', () => {
    expect(compare(program, theirs, asyncio)).to.equal(undefined);
  });

  it('finds the first line that differs', () => {
    const difference = compare(program, theirs, changing('generators', 1, '9@9 t1 sleep -> 1'));
    expect(difference?.line).to.equal(1);
    expect(difference?.style).to.equal('generators');
  });

  for (const style of ['async functions', 'native async functions'] as const) {
    it(`finds what differs in ${style} only`, () => {
      expect(compare(program, theirs, changing(style, 0, '1@0 t2 starts'))?.style).to.equal(style);
    });
  }

  it('looks at one style only where it is told to', () => {
    const ours = changing('async functions', 0, '1@0 t2 starts');
    expect(compare(program, theirs, ours, 'native async functions')).to.equal(undefined);
  });

  it('leaves out a style in which a program is not run', () => {
    const eager = programOf([{ op: 'spawn', id: 2, eager: true, body: [] }]);
    const trace = runProgram(eager, 'generators');
    expect(compare(eager, trace, changing('native async functions', 0, '1@0 t2 starts'))).to.equal(undefined);
  });

  it('finds a line that is missing at the end', () => {
    expect(compare(program, theirs, changing('generators', theirs.length - 1))?.line).to.equal(theirs.length - 1);
  });

  it('finds a line too many at the end', () => {
    const longer = changed((trace) => [...trace, 'one more']);
    expect(compare(program, theirs, longer)?.line).to.equal(theirs.length);
  });

  it('finds an iteration more than there should be', () => {
    const later = changed((trace) => trace.map((line) => line.replace(/^3@/, '4@')));
    expect(compare(program, theirs, later)?.line).to.equal(1);
  });

  it('takes an error that leaves our loop for a difference', () => {
    const failing = changed(() => {
      throw new Error('a fault of ours');
    });
    expect(compare(program, theirs, failing)?.ours[0]).to.match(/^failed: Error: a fault of ours/);
  });

  it('finds any line that is changed, in any program', () => {
    for (let index = 0; index < 20; index++) {
      const random = generate(4, index);
      const trace = runProgram(random, 'generators');
      const line = (index * 7) % trace.length;
      expect(compare(random, trace, changing('generators', line, 'changed'))?.line).to.equal(line);
    }
  });

  describe('tells the kind of a difference', () => {
    it('by what was done, whoever did it and when', () => {
      const first = compare(program, theirs, changing('generators', 1, '3@1 t1 sleep -> 2'));
      const second = compare(program, theirs, changing('generators', 1, '5@7 t1 sleep -> 3'));
      expect(first && kindOf(first)).to.equal('generators | t# sleep -> # | t# sleep -> #');
      expect(second && kindOf(second)).to.equal(first && kindOf(first));
    });

    it('also at the end of a trace', () => {
      const difference = compare(program, theirs, changing('generators', theirs.length - 1));
      expect(difference && kindOf(difference)).to.equal('generators | t# -> None c# | ');
    });
  });
});
