import { expect } from 'chai';
import * as ts from 'typescript';
import { EventLoop } from '../../lib';

/** Run a program that is compiled as the library's errors advise; gives what it returns. */
function runProgram(body: string): unknown {
  const { outputText } = ts.transpileModule(`export function program() { ${body} }`, {
    compilerOptions: { target: ts.ScriptTarget.ES2016, module: ts.ModuleKind.CommonJS, noEmitHelpers: true },
  });
  const exports: { program?: () => unknown } = {};
  new Function('exports', outputText)(exports);
  return exports.program?.();
}

describe('A program compiled for the library', () => {
  const loop = new EventLoop();

  it('has async functions', () => {
    expect(loop.runUntilComplete(runProgram('return (async () => 1)();') as Promise<number>)).to.equal(1);
  });

  it('has asynchronous generators, for await and yield*', () => {
    const call = runProgram(`
      async function* inner() { yield 1; yield 2; }
      async function* outer() { yield* inner(); yield 3; }
      return (async () => {
        const values = [];
        for await (const value of outer()) values.push(value);
        return values;
      })();`);
    expect(loop.runUntilComplete(call as Promise<number[]>)).to.deep.equal([1, 2, 3]);
  });

  it('has object rest, whose helper TypeScript does not emit either', () => {
    expect(runProgram('const { a, ...rest } = { a: 1, b: 2, c: 3 }; return rest;')).to.deep.equal({ b: 2, c: 3 });
  });

  it('has object spread', () => {
    expect(runProgram('return { ...{ a: 1 }, b: 2 };')).to.deep.equal({ a: 1, b: 2 });
  });

  it('has private fields and methods', () => {
    const result = runProgram(`
      class Counter {
        #count = 0;
        #add(n) { this.#count += n; return this.#count; }
        next() { return this.#add(1); }
        static is(value) { return #count in value; }
      }
      const counter = new Counter();
      counter.next();
      return [counter.next(), Counter.is(counter), Counter.is({})];`);
    expect(result).to.deep.equal([2, true, false]);
  });
});
