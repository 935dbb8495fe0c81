import { expect } from 'chai';
import { generate } from '../../../fuzz/gevent/generate';
import { runProgram } from '../../../fuzz/gevent/run-program';
import { logger } from '../../../lib';
import { mainOf } from './programs';

describe('A program of greenlets, run by ours,', () => {
  it('tells what each did, when, and how things are in the end', () => {
    const program = mainOf(
      { op: 'spawn', id: 1, body: [{ op: 'waitFor', on: 'event0', timeout: 2 }] },
      { op: 'sleep', delay: 0.5 },
      { op: 'set', on: 'event0' },
    );
    expect(runProgram(program, 'generators')).to.deep.equal([
      '@0 main spawn -> None',
      '@0 g1 begins',
      '@0.5 main sleep -> None',
      '@0.5 main set event0 -> None',
      '@0.5 g1 waitFor event0 -> True',
      '@0.5 g1 ends',
      '@0.5 main waits -> True',
      'event0 True 0',
      'g1 True True True g1 None False',
    ]);
  });

  it('notes what is printed of errors, and leaves the logger as it was', () => {
    const { error } = logger;
    const program = mainOf({ op: 'spawn', id: 1, body: [{ op: 'raise' }] });
    expect(runProgram(program, 'generators')).to.include('@0 hub prints ValueError(raised)');
    expect(logger.error).to.equal(error);
  });

  it('passes over what is not there', () => {
    const program = mainOf({ op: 'join', on: 'g7', timeout: null }, { op: 'killSoon', on: 'raw2' });
    expect(runProgram(program, 'generators').slice(0, 2)).to.deep.equal([
      '@0 main join g7 absent',
      '@0 main killSoon raw2 absent',
    ]);
  });

  it('does the same when its greenlets are async functions', () => {
    for (let index = 0; index < 50; index++) {
      const program = generate(3, index);
      expect(runProgram(program, 'async functions')).to.deep.equal(runProgram(program, 'generators'));
    }
  });
});
