import { expect } from 'chai';
import { Random } from '../../fuzz/random';

/** The first `count` integers below 1000 that `random` gives. */
function draw(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.integer(0, 999));
}

describe('The random numbers of the fuzz', () => {
  it('are the same for the same seeds', () => {
    expect(draw(new Random(1, 2), 100)).to.deep.equal(draw(new Random(1, 2), 100));
  });

  it('are the same on every machine', () => {
    expect(draw(new Random(1, 0), 5)).to.deep.equal([747, 38, 617, 259, 254]);
  });

  it('have nothing in common for seeds that are neighbours', () => {
    const first = draw(new Random(1, 1), 100);
    for (const other of [new Random(1, 2), new Random(2, 1), new Random(1)]) {
      const same = draw(other, 100).filter((number, i) => number === first[i]);
      expect(same.length).to.be.lessThan(3);
    }
  });

  it('reach both ends of a range, and go no further', () => {
    const random = new Random(3);
    const seen = new Set(Array.from({ length: 200 }, () => random.integer(-1, 1)));
    expect([...seen].sort((a, b) => a - b)).to.deep.equal([-1, 0, 1]);
  });

  it('fall about evenly', () => {
    const random = new Random(4);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) counts[random.integer(0, 3)] = (counts[random.integer(0, 3)] ?? 0) + 1;
    const picks = Array.from({ length: 4000 }, () => random.pick(['a', 'b']));
    expect(picks.filter((pick) => pick === 'a').length).to.be.within(1800, 2200);
  });

  it('let something happen as often as was asked', () => {
    const random = new Random(5);
    const happened = Array.from({ length: 4000 }, () => random.chance(0.25)).filter((each) => each);
    expect(happened.length).to.be.within(850, 1150);
  });
});
