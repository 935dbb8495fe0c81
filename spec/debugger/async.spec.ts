import { expect } from 'chai';
import { begunEarly } from '../cli/spawn';
import { Debuggee, type Frame } from './stops';

describe("Node's debugger, with async functions that are compiled", () => {
  const program = new Debuggee('async-program.ts');
  const run = begunEarly(() => program.stops('This program, without the library', ...Array(7).fill('stepOver')));
  let over: Frame[][];

  before('run a program under it', () =>
    run().then((each) => {
      over = each;
    }),
  );

  it('has the innermost call on the stack, with its variables', () => {
    const [cook] = over[0] as [Frame];
    expect([cook.file, cook.line, cook.variables?.started]).to.deep.equal([
      program.file,
      program.lineOf('debugger;'),
      0,
    ]);
  });

  it('steps over an `await` in the same call, whoever runs meanwhile, and from its end to who awaits it', () => {
    const lines = over.map(([frame]) => frame?.line);
    expect(lines.filter((line, i) => line !== lines[i - 1])).to.deep.equal(
      ['debugger;', 'debugger;', 'return `', 'return plate', 'await serve(', 'await clock'].map(
        (text, i) => program.lineOf(text) + (i === 1 ? 1 : 0),
      ),
    );
  });
});
