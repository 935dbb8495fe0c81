import { expect } from 'chai';
import { EventLoop, type Future } from '../../lib';
import { awaitChain } from '../../lib/future/await-chain';
import { FutureIterator } from '../../lib/future/future-iterator';
import { Parking } from '../../lib/native/parking';

describe('Parking', () => {
  const calls = [{ name: 'unseen', file: 'elsewhere.js', line: 1, column: 1 }];
  let future: Future<void>;
  let parked: Generator<unknown, string, unknown>;

  function* parks(): Generator<unknown, string, unknown> {
    yield* new Parking(future, () => calls);
    return 'went on';
  }

  beforeEach(() => {
    future = new EventLoop().createFuture();
    parked = parks();
    parked.next();
    future.asyncioFutureBlocking = false;
  });

  it('waits for a future, as its own iterator does', () => {
    expect([parked.next().value, FutureIterator.lastYielded?.future]).to.deep.equal([future, future]);
    future.asyncioFutureBlocking = false;
    future.setResult();
    expect(parked.next()).to.deep.equal({ done: true, value: 'went on' });
  });

  it('tells the calls for which it waits to whoever looks', () => {
    expect(awaitChain(parked, future).map(({ name }) => name)).to.deep.equal(['parks', 'unseen']);
  });
});
