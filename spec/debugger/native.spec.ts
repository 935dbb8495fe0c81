import { expect } from 'chai';
import { begunEarly } from '../cli/spawn';
import { Debuggee, type Frame, placesOf } from './stops';

describe("Node's debugger, with native async functions", () => {
  const program = new Debuggee('native-program.cjs');
  const run = begunEarly(() => program.stops('This program, and the library', ...Array(7).fill('stepOver')));
  let stops: Frame[][];

  before('run a program under it', () =>
    run().then((each) => {
      stops = each;
    }),
  );

  it('has the innermost call on the stack, with its variables, and those that await it beside the stack', () => {
    const own = stops[0]?.filter(({ name, file }) => file === program.file && name !== '') ?? [];
    expect(own.map(({ name, line, variables }) => [name, line, variables?.dish])).to.deep.equal([
      ['cook', program.lineOf('debugger;'), 'soup'],
      ['serve', program.lineOf('await cook('), undefined],
      ['main', program.lineOf('await serve('), undefined],
    ]);
  });

  it('steps over an `await` to the next line, and from the end of a call to who awaits it, at once', () => {
    expect(placesOf(stops)).to.deep.equal([
      `cook:${program.lineOf('debugger;')}`,
      `cook:${program.lineOf('debugger;') + 1}`,
      `cook:${program.lineOf('return `')}`,
      `serve:${program.lineOf('return plate')}`,
      `main:${program.lineOf('await serve(')}`,
      `main:${program.lineOf('await clock')}`,
    ]);
  });
});
