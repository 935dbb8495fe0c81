import { expect } from 'chai';
import { Side } from '../../lib/stdlib/side';

describe('Side', () => {
  const outside = { time: () => 5, pump: (until: number) => until > 10 };

  it('has one who waits, or nobody', () => {
    const side = new Side({}, outside, () => false);
    const waiter = { greenlet: {}, changed() {}, cancelled() {} };
    const seen = [side.waiter];
    side.setWaiter(waiter);
    seen.push(side.waiter);
    side.setWaiter(undefined);
    expect([...seen, side.waiter]).to.deep.equal([undefined, waiter, undefined]);
  });

  it('is of its socket, and in the time that passes outside', () => {
    const owner = {};
    const side = new Side(owner, outside, () => true);
    expect([side.owner, side.isReady(), side.time(), side.pump(10), side.pump(11)]).to.deep.equal([
      owner,
      true,
      5,
      false,
      true,
    ]);
  });
});
