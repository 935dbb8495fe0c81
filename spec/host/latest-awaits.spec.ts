import { expect } from 'chai';
import { LatestAwaits } from '../../lib/host/latest-awaits';

describe('LatestAwaits', () => {
  const mine = { name: 'mine' };
  const other = { name: 'other' };
  let awaits: LatestAwaits;

  beforeEach(() => {
    awaits = new LatestAwaits();
  });

  const mineOf = (): object[] => awaits.of((rest) => rest === mine);

  it('gives the promises that the code in question awaits, the oldest first', () => {
    const promises = [{ n: 1 }, { n: 2 }, { n: 3 }];
    for (const [i, promise] of promises.entries()) awaits.note(promise, i === 1 ? other : mine);
    expect(mineOf()).to.deep.equal([{ n: 1 }, { n: 3 }]);
  });

  it('forgets all but the latest 256', () => {
    for (let n = 1; n <= 300; n++) awaits.note({ n }, mine);
    const kept = mineOf() as { n: number }[];
    expect([kept.length, kept[0], kept.at(-1)]).to.deep.equal([256, { n: 45 }, { n: 300 }]);
  });

  it('forgets all when told so', () => {
    for (let n = 1; n <= 300; n++) awaits.note({ n }, mine);
    awaits.forget();
    awaits.note({ n: 301 }, mine);
    expect(mineOf()).to.deep.equal([{ n: 301 }]);
  });
});
