import { expect } from 'chai';
import { asyncio } from '../../fuzz/asyncio';
import { compare } from '../../fuzz/compare';
import { generate } from '../../fuzz/generate';
import { printProgram } from '../../fuzz/print-program';
import type { Program } from '../../fuzz/program';
import { runProgram, type Trace } from '../../fuzz/run-program';
import { smallest } from '../../fuzz/smallest';

/** A CPython in which locks are never free: the fault is in what we compare with, for once. */
function broken(program: Program): Trace {
  return runProgram(program, 'generators').map((line) => line.replace(/(acquire lock\d) -> True/, '$1 -> False'));
}

/** A random program in which that shows, which has several tasks, and is not large. */
function programWithFault(): Program {
  for (let index = 0; ; index++) {
    const program = generate(1, index);
    if (program.tasks.length < 2 || JSON.stringify(program).length > 2000) continue;
    if (compare(program, broken(program), asyncio) !== undefined) return program;
  }
}

describe('The smallest program that shows a difference', () => {
  it('holds what makes the difference, and nothing else', () => {
    const found = smallest(programWithFault(), (programs) => programs.map(broken), asyncio);
    expect(printProgram(found)).to.match(
      /^# the loop is run by run_forever\(\)\nasync def t\d+\(\):\n {4}await lock\d\.acquire\(\)$/,
    );
  });

  it('is the program itself where nothing differs', () => {
    const program = generate(1, 0);
    const found = smallest(program, (programs) => programs.map((each) => runProgram(each, 'generators')), asyncio);
    expect(found).to.equal(program);
  });

  it('shows the kind of difference that was there at first', () => {
    const faulty = (program: Program): Trace =>
      broken(program).map((line) => line.replace(/starts$/, program.tasks.length > 1 ? 'starts' : 'began'));
    const program = programWithFault();
    const found = smallest(program, (programs) => programs.map(faulty), asyncio);
    expect(found.tasks.length).to.be.greaterThan(1);
  });
});
