import { expect } from 'chai';
import * as ts from 'typescript';
import { type AsyncHead, asyncHeadBefore } from '../../lib/host/async-head';

/** The head of the one async function in `source`, as the compiler makes it. */
function headIn(source: string): AsyncHead | undefined {
  const compilerOptions = { target: ts.ScriptTarget.ES2016, module: ts.ModuleKind.CommonJS, noEmitHelpers: true };
  const { outputText } = ts.transpileModule(source, { compilerOptions });
  return asyncHeadBefore(outputText.slice(0, outputText.indexOf('function*')));
}

describe('asyncHeadBefore', () => {
  it('gives the name and the parameters of an async function', () => {
    expect(headIn('async function hello(a: number, b?: string) { await a; }')).to.deep.equal({
      name: 'hello',
      parameters: 'a, b',
    });
  });

  it('finds the name wherever JavaScript has it', () => {
    const sources = [
      'export async function declared() {}',
      'const arrow = async () => {};',
      'const value = async function () {};',
      'const outer = async function own() {};',
      'const o = { async method() {} };',
      'const o = { property: async () => {} };',
      'class K { static async fixed() {} }',
      'class K { field = async () => {}; }',
      'exports.main = async () => {};',
      'async function* numbers() {}',
    ];
    const names = sources.map((source) => headIn(source)?.name);
    expect(names).to.deep.equal([
      'declared',
      'arrow',
      'value',
      'outer',
      'method',
      'property',
      'fixed',
      'field',
      'main',
      'numbers',
    ]);
  });

  it('gives no name to a function that has none', () => {
    const sources = ['run(async (n) => {});', 'run(async function (n) {});', 'run(1, async (n) => {});'];
    expect(sources.map(headIn)).to.deep.equal(Array(3).fill({ name: undefined, parameters: 'n' }));
  });

  it('is not misled by what the compiler puts before the body, for `super` and `arguments`', () => {
    const method = 'async method(n) { await super.method(n); return arguments; }';
    expect(headIn(`class K extends L { ${method} }`)).to.deep.equal({ name: 'method', parameters: 'n' });
  });

  it('is not misled by parameters that call something', () => {
    expect(headIn('const f = async (a, b = g(1, (2))) => {};')?.name).to.equal('f');
  });

  it('takes the code with the keyword of the body, and its name, as well', () => {
    const code = 'function gen(n) { return __asyncGenerator(this, arguments, function* gen_1';
    expect(asyncHeadBefore(code)).to.deep.equal({ name: 'gen', parameters: 'n' });
  });

  it('gives nothing before the body of another function', () => {
    const codes = ['', 'const f = ', 'function hello(n) { return run(', '__awaiter(); const f = '];
    expect(codes.map(asyncHeadBefore)).to.deep.equal(Array(4).fill(undefined));
  });
});
