import { expect } from 'chai';
import { type Call, firstKnown, inCommon, longest } from '../../lib/native/call-chains';

/** A chain of calls, each in a line of its own. */
const chain = (...lines: number[]): Call[] => lines.map((line) => ({ file: 'a.js', line, column: 1 }));

describe('inCommon', () => {
  it('gives the calls that all chains begin with', () => {
    expect(inCommon([chain(1, 2, 3), chain(1, 2, 4), chain(1, 2)])).to.deep.equal(chain(1, 2));
  });

  it('gives a single chain as it is, and of none nothing', () => {
    expect([inCommon([chain(1, 2)]), inCommon([])]).to.deep.equal([chain(1, 2), []]);
  });
});

describe('longest', () => {
  it('gives the first of the chains that have the most calls', () => {
    expect(longest([chain(1), chain(2, 3), chain(4, 5)])).to.deep.equal(chain(2, 3));
  });
});

describe('firstKnown', () => {
  it('looks only until a chain is found', () => {
    const looks: object[] = [];
    const promises = [{ n: 0 }, { n: 1 }, { n: 2 }];
    const found = firstKnown(promises, (promise) => {
      looks.push(promise);
      return chain(...Array((promise as { n: number }).n).fill(7));
    });
    expect([found, looks]).to.deep.equal([chain(7), [{ n: 0 }, { n: 1 }]]);
  });

  it('gives nothing where nothing is known', () => {
    expect(firstKnown([{}], () => [])).to.deep.equal([]);
  });
});
