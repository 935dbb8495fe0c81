import { expect } from 'chai';
import { generate } from '../../fuzz/generate';
import type { Program } from '../../fuzz/program';
import { shrink } from '../../fuzz/shrink';
import { programOf } from './programs';

/** Shrink `program` for as long as its text holds all of `parts`. */
function shrinkTo(program: Program, ...parts: string[]): Program {
  const shows = (each: Program) => parts.every((part) => JSON.stringify(each).includes(part));
  return shrink(program, (programs) => programs.map(shows));
}

/** The first random program that holds all of `parts`. */
function programWith(...parts: string[]): Program {
  for (let index = 0; ; index++) {
    const program = generate(1, index);
    if (parts.every((part) => JSON.stringify(program).includes(part))) return program;
  }
}

describe('Making a program smaller', () => {
  it('leaves one statement of a random program, if one is enough', () => {
    const smallest = shrinkTo(programWith('"op":"join"'), '"op":"join"');
    expect(smallest.timers.length + smallest.tasks.length).to.equal(1);
    expect(JSON.stringify(smallest).match(/"op"/g)?.length).to.equal(1);
  });

  it('leaves two, if both are needed', () => {
    const smallest = shrinkTo(
      programWith('"op":"barrierWait"', '"op":"gather"'),
      '"op":"barrierWait"',
      '"op":"gather"',
    );
    expect(JSON.stringify(smallest).match(/"op"/g)?.length).to.equal(2);
  });

  it('takes away tasks, timers and statements', () => {
    const program: Program = {
      ...programOf([{ op: 'info' }, { op: 'stop' }], [{ op: 'getVar' }]),
      timers: [{ delay: 1, body: [{ op: 'info' }] }],
    };
    expect(shrinkTo(program, '"stop"')).to.deep.equal(programOf([{ op: 'stop' }]));
  });

  it('puts what is inside a statement in its place', () => {
    const program = programOf([{ op: 'call', body: [{ op: 'repeat', times: 2, body: [{ op: 'info' }] }] }]);
    expect(shrinkTo(program, '"info"')).to.deep.equal(programOf([{ op: 'info' }]));
  });

  it('makes numbers simpler', () => {
    const program = programOf([{ op: 'sleep', delay: 0.25, value: 9 }]);
    expect(shrinkTo(program, '"sleep"')).to.deep.equal(programOf([{ op: 'sleep', delay: 0, value: 0 }]));
  });

  it('takes away what a statement can do without', () => {
    const program = programOf([
      { op: 'spawn', id: 2, late: true, body: [], context: 1 },
      { op: 'cancel', on: 't2', message: 'm' },
      { op: 'try', body: [], catches: 'Exception', handler: [], then: 'swallow', finally: [] },
    ]);
    expect(shrinkTo(program, '"spawn"', '"cancel"', '"try"')).to.deep.equal(
      programOf([
        { op: 'spawn', id: 2, body: [] },
        { op: 'cancel', on: 't2' },
        { op: 'try', body: [], catches: 'Exception', handler: [], then: 'swallow' },
      ]),
    );
  });

  it('runs the loop in the simplest way, if that is enough', () => {
    const program: Program = { ...programOf([{ op: 'info' }]), mode: 'runner', eager: true };
    const { mode, eager } = shrinkTo(program, '"info"');
    expect([mode, eager]).to.deep.equal(['forever', undefined]);
  });

  it('keeps the names of things', () => {
    const program = programOf([{ op: 'await', on: 'f3' }]);
    expect(shrinkTo(program, '"await"')).to.deep.equal(program);
  });

  it('gives the program itself when nothing smaller shows it', () => {
    const program = generate(1, 5);
    expect(shrink(program, (programs) => programs.map(() => false))).to.deep.equal(program);
  });
});
