import { expect } from 'chai';
import { ACTIONS } from '../../../fuzz/gevent/actions';
import { generate } from '../../../fuzz/gevent/generate';
import type { Program } from '../../../fuzz/gevent/program';
import { WAITS } from '../../../fuzz/gevent/waits';

const programs = Array.from({ length: 400 }, (_, index) => generate(1, index));

/** All statements of a program, with those inside others. */
function opsOf(program: Program): string[] {
  return [...JSON.stringify(program).matchAll(/"op":"(\w+)"/g)].map(([, op]) => op as string);
}

describe('The generator of programs of greenlets', () => {
  it('makes one program for one seed and place, whenever it is asked', () => {
    expect(generate(7, 3)).to.deep.equal(generate(7, 3));
  });

  it('makes other programs for other seeds and places', () => {
    const texts = new Set([...programs, generate(2, 0)].map((program) => JSON.stringify(program)));
    expect(texts.size).to.equal(programs.length + 1);
  });

  it('draws every statement there is', () => {
    const structures = ['try', 'timeout', 'withTimeout', 'with', 'iwait', 'imap', 'imapUnordered'];
    const all = [...Object.keys(ACTIONS), ...Object.keys(WAITS), ...structures, 'raise'];
    expect([...new Set(programs.flatMap(opsOf))].sort()).to.deep.equal(all.sort());
  });

  it('draws every form of Timeout, of kill, and of a limit', () => {
    const text = JSON.stringify(programs);
    const forms = ['"instead":null', '"instead":false', '"instead":"error"', '"instead":"class"', '"instead":"text"'];
    const weapons = ['"weapon":"exit"', '"weapon":"error"', '"weapon":"class"', '"block":false'];
    const limits = ['"timeout":null', '"timeout":0,', '"count":0', '"count":1', '"maxsize":1', '"size":null'];
    expect([...forms, ...weapons, ...limits].filter((form) => !text.includes(form))).to.deep.equal([]);
  });

  it('has main wait among others, and do much itself', () => {
    const lengths = programs.map((program) => opsOf(program).length).sort((a, b) => a - b);
    expect(lengths[200]).to.be.greaterThan(20);
    expect(programs.filter(({ main }) => main.some(({ op }) => op in WAITS)).length).to.be.greaterThan(300);
  });
});
