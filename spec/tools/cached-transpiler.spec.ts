import { expect } from 'chai';

const { create } = require('../../tools/cached-transpiler.js');

function compile(text: string, options: object = {}) {
  return create({ service: { config: { options } } }).transpile(text, { fileName: '/home/me/hello.ts' });
}

describe('The transpiler that keeps its output', () => {
  it('gives the same again: code, source map and all', () => {
    const first = compile('export const x: number = 1;', { sourceMap: true });
    const again = compile('export const x: number = 1;', { sourceMap: true });
    expect(again).to.deep.equal(first);
    expect(again.outputText).to.contain('exports.x = 1;');
    expect(again.sourceMapText).to.contain('"sources":["hello.ts"]');
  });

  it('compiles anew for other options, and for another text', () => {
    const text = 'export const f = async () => 1;';
    expect(compile(text, { target: 99 }).outputText).to.contain('async () => 1');
    expect(compile(text, { target: 3, noEmitHelpers: true }).outputText).to.contain('__awaiter');
    expect(compile('export const f = 2;', { target: 99 }).outputText).to.contain('f = 2');
  });

  it('keeps nothing of a file that has errors: they are reported each time', () => {
    expect(compile('let x = (1;').diagnostics.length).to.equal(1);
    expect(compile('let x = (1;').diagnostics.length).to.equal(1);
  });
});
