import { expect } from 'chai';
import { lessThan } from '../../lib/queue/ordering';

describe('lessThan', () => {
  /** How two values are ordered: `<`, `>`, or `=` where neither is less. */
  function order(a: unknown, b: unknown): string {
    if (lessThan(a, b)) return '<';
    return lessThan(b, a) ? '>' : '=';
  }

  it('orders numbers by their value, and not as texts', () => {
    expect([order(9, 10), order(10, 9), order(9, 9), order(-1, 0.5)]).to.deep.equal(['<', '>', '=', '<']);
  });

  it('orders booleans and bigints among numbers, as Python does', () => {
    expect([order(false, true), order(true, 1), order(BigInt(2), 3), order(BigInt(3), 2.5)]).to.deep.equal([
      '<',
      '=',
      '<',
      '>',
    ]);
  });

  it('tells apart bigints that are the same as numbers', () => {
    const large = BigInt(2) ** BigInt(64);
    expect([order(large + BigInt(1), large), order([large + BigInt(1), 'a'], [large, 'b'])]).to.deep.equal(['>', '>']);
  });

  it('finds no order where one of the two is not a number, and no error either', () => {
    expect([order(Number.NaN, 1), order(Number.NaN, Number.NaN)]).to.deep.equal(['=', '=']);
  });

  it('orders strings, of which a beginning comes before the whole', () => {
    expect([order('a', 'b'), order('ab', 'a'), order('10', '9'), order('', '')]).to.deep.equal(['<', '>', '<', '=']);
  });

  it('orders objects by what they stand for', () => {
    const job = (priority: number) => ({ valueOf: () => priority });
    expect([order(new Date(1), new Date(2)), order(job(3), job(2)), order(job(1), 1)]).to.deep.equal(['<', '>', '=']);
  });

  describe('of arrays, as of tuples', () => {
    it('is decided by the first elements that differ', () => {
      expect(order([1, 'b', 9], [1, 'c', 0])).to.equal('<');
      expect(order([10], [9])).to.equal('>');
      expect(order([1, [2, 'x']], [1, [2, 'a']])).to.equal('>');
    });

    it('puts the shorter first where it is the beginning of the other', () => {
      expect([order([], [0]), order([1, 2, 0], [1, 2]), order([1, 2], [1, 2])]).to.deep.equal(['<', '>', '=']);
    });

    it('passes over elements that are equal, even those between which there is no order', () => {
      const item = { of: 'no order' };
      expect(order([item, 1], [item, 2])).to.equal('<');
      expect(order([null, [undefined], 1], [null, [undefined], 1])).to.equal('=');
    });

    it('compares no further than it has to', () => {
      expect(order([1, {}], [2, {}])).to.equal('<');
    });
  });

  describe('of what has no order', () => {
    const refused = (a: unknown, b: unknown, types: string) =>
      expect(() => lessThan(a, b)).to.throw(TypeError, new RegExp(`^'<' not supported between instances of ${types}$`));

    it('throws, and names the two types in the order of the question', () => {
      refused('a', 1, "'string' and 'number'");
      refused(1, 'a', "'number' and 'string'");
    });

    it('throws for what is nothing, and for what is no array', () => {
      refused(null, 1, "'null' and 'number'");
      refused(undefined, undefined, "'undefined' and 'undefined'");
      refused([1], 1, "'Array' and 'number'");
    });

    it('throws for objects that stand for nothing but themselves, by the names of their classes', () => {
      class Job {}
      refused({}, {}, "'Object' and 'Object'");
      refused(new Job(), new Job(), "'Job' and 'Job'");
    });

    it('throws for the elements of arrays where they come to be compared, and names their types', () => {
      refused([1, {}], [1, 'a'], "'Object' and 'string'");
    });
  });
});
