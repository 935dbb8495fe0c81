import { expect } from 'chai';
import { codeToCome } from '../../lib/host/code-to-come';

/** The code to come of a function that is called with its body in two parts: the second begins at the call. */
const toCome = (before: string, after: string) => codeToCome(`() { ${before}`, `${after} }`);

describe('The code that may still be run after a call', () => {
  it('is what stands after it, without its arguments', () => {
    expect(toCome('a(); ', 'run(b(c), ")"); d();')).to.equal('; d(); }');
    expect(toCome('for (;;) { a(); } while (a) b(); if (c) { ', 'run(d); } e();')).to.equal('; } e(); }');
    expect(toCome('const f = () => { for (const x of y) z(); }; ', 'run(f); g();')).to.equal('; g(); }');
  });

  it('is all, where the call is in a loop', () => {
    const loops = ['for (;;) { a(); ', 'for (const a of b) ', 'while (a) { if (b) { c(); ', 'do { ', 'while (a()) '];
    for (const before of loops) expect(toCome(before, 'run(d); }')).to.contain(before);
    expect(toCome('for (let i = 0; i < 3; i++) ', 'run(d);')).to.contain('i++');
  });

  it('begins and ends with no bracket that stands in a text, or in a comment', () => {
    const inLoop = 'while (a) { b("}"); /* } */ c(); ';
    expect(toCome(inLoop, 'run(d); }')).to.contain(inLoop);
    expect(toCome('a("{"); // while {\n', "run(b, // don't)\n c); d('e');")).to.equal("; d('e'); }");
  });

  it('has the call in it, where that does not end', () => {
    expect(codeToCome('', 'run(a, "')).to.equal('run(a, "');
  });
});
