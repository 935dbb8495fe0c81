import { expect } from 'chai';
import { asyncio } from '../../fuzz/asyncio';
import { generate } from '../../fuzz/generate';
import type { Program } from '../../fuzz/program';
import { runProgram, type Style } from '../../fuzz/run-program';
import { programOf } from './programs';

const STYLES: Style[] = ['generators', 'async functions', 'native async functions'];

describe('A program of the fuzz', () => {
  for (const style of STYLES) {
    describe(`run as ${style}`, () => {
      it('notes what its tasks do, in which iteration, and when', () => {
        const program = programOf([{ op: 'sleep', delay: 0.5, value: 7 }], [{ op: 'cancel', on: 't1', message: 'm' }]);
        expect(runProgram(program, style)).to.deep.equal([
          '1@0 t1 starts',
          '1@0 t2 starts',
          '1@0 t2 cancel t1 -> True',
          '1@0 t2 ends -> None c0',
          '2@0 t1 sleep ! CancelledError(m) c1',
          '2@0 t1 ends ! CancelledError(m) c1',
          '3@10 late',
          '4@20 cancelAll 0',
          '5@20 deadlock',
          '5@20 cancelAll 0',
          't1 cancelled c1',
          't2 -> None c0',
        ]);
      });

      it('has a coroutine start an iteration later that gives way first', () => {
        const operands = [
          { spawn: false, id: 3, late: true, body: [] },
          { spawn: false, id: 2, body: [] },
        ];
        const trace = runProgram(programOf([{ op: 'gather', operands, returnExceptions: false }]), style);
        expect(trace.filter((line) => line.endsWith('starts'))).to.deep.equal([
          '1@0 t1 starts',
          '2@0 t2 starts',
          '3@0 t3 starts',
        ]);
      });

      it('refuses an await that would close a cycle', () => {
        const program = programOf([{ op: 'await', on: 't2' }], [{ op: 'await', on: 't1' }]);
        expect(runProgram(program, style)).to.include('1@0 t2 await t1 refused');
      });

      it('does nothing with what is not there', () => {
        const trace = runProgram(programOf([{ op: 'cancel', on: 't9' }]), style);
        expect(trace[1]).to.equal('1@0 t1 cancel t9 absent');
      });

      it('is cut when it goes on for ever', () => {
        const again: Program = programOf([
          { op: 'onDone', on: 'f0', key: 0, body: [{ op: 'onDone', on: 'f0', key: 0, body: [] }] },
        ]);
        expect(runProgram(again, style)).to.include('cut');
      });

      it('tells of what was found when it is left', () => {
        const trace = runProgram(programOf([{ op: 'raise', error: 'SystemExit' }]), style);
        expect(trace.slice(0, 4)).to.deep.equal([
          '1@0 t1 starts',
          '1@0 t1 raise SystemExit',
          '1@0 t1 ends ! SystemExit(3) c0',
          '1@0 left ! SystemExit(3)',
        ]);
      });
    });
  }

  it('does the same in every style', () => {
    for (let index = 0; index < 100; index++) {
      const program = generate(2, index);
      for (const style of asyncio.styles(program))
        expect(runProgram(program, style)).to.deep.equal(runProgram(program, 'generators'));
    }
  });

  it('does the same each time', () => {
    const program = generate(3, 14);
    expect(runProgram(program, 'generators')).to.deep.equal(runProgram(program, 'generators'));
  });
});
