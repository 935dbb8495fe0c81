import { expect } from 'chai';
import { Random } from '../../../lib/net/kernel/random';

function numbersOf(seed: number, count: number): number[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => random.next());
}

describe('Random, of a network', () => {
  it('gives the same numbers for the same seed, on every machine', () => {
    const shown = numbersOf(7, 3).map((number) => number.toFixed(6));
    expect(shown).to.deep.equal(EXPECTED);
    expect(numbersOf(7, 100)).to.deep.equal(numbersOf(7, 100));
  });

  it('gives others for another seed, however near', () => {
    const [one, other] = [numbersOf(1, 100), numbersOf(2, 100)];
    expect(one.filter((number) => other.includes(number))).to.deep.equal([]);
  });

  it('takes as a seed any number that there is', () => {
    const seeds = [0, -1, 0.5, 2 ** 40, Infinity, Number.NaN];
    expect(seeds.map((seed) => numbersOf(seed, 1)[0]).every((number) => number !== undefined && number < 1)).to.equal(
      true,
    );
  });

  it('gives numbers from 0 up to 1, evenly', () => {
    const numbers = numbersOf(3, 10_000);
    expect(numbers.every((number) => number >= 0 && number < 1)).to.equal(true);
    const tenths = Array.from({ length: 10 }, (_, i) => numbers.filter((x) => Math.floor(x * 10) === i).length);
    expect(tenths.every((count) => count > 900 && count < 1100)).to.equal(true);
  });
});

const EXPECTED = ['0.379229', '0.504770', '0.902092'];
