import { expect } from 'chai';
import { EventLoop, type Future } from '../../lib';
import { thrownBy } from '../support';

describe('Future, awaited in a generator that is driven by hand', () => {
  let future: Future<unknown>;

  beforeEach(() => {
    future = new EventLoop().createFuture();
  });

  it('is yielded by the first of two awaits, and by the second no more: it is done then', () => {
    function* waiting(): Generator<unknown, void, unknown> {
      yield 'A';
      yield ['B', yield* future];
      yield ['C', yield* future];
    }
    const generator = waiting();
    const yielded = [generator.next().value, generator.next().value];
    future.setResult(42);
    yielded.push(generator.next().value, generator.next().value);
    expect(yielded).to.deep.equal(['A', future, ['B', 42], ['C', 42]]);
    expect(generator.next().done).to.equal(true);
  });

  it('gives a list that is its result as one result', () => {
    future.setResult([1, 2]);
    expect(future[Symbol.iterator]().next()).to.deep.equal({ done: true, value: [1, 2] });
  });

  it('throws where the generator is taken apart as if it yielded values', () => {
    function* waiting() {
      yield* future;
    }
    const error = thrownBy(() => {
      const [first, second] = waiting();
      return [first, second];
    });
    expect(String(error)).to.equal("RuntimeError: await wasn't used with future");
  });
});
