import { expect } from 'chai';
import { Numbering } from '../../../lib/trace/record/numbering';

describe('A numbering', () => {
  it('gives each thing the next number, and keeps it', () => {
    const numbers = new Numbering();
    const [a, b] = [{}, {}];
    expect([a, b, a].map((thing) => numbers.of(thing))).to.deep.equal([1, 2, 1]);
  });

  it('tells what has a number, without giving one', () => {
    const numbers = new Numbering();
    const thing = {};
    expect([numbers.has(thing), numbers.of(thing), numbers.has(thing)]).to.deep.equal([false, 1, true]);
  });

  it('is independent of others', () => {
    const thing = {};
    const [first, second] = [new Numbering(), new Numbering()];
    first.of({});
    expect([first.of(thing), second.of(thing)]).to.deep.equal([2, 1]);
  });
});
