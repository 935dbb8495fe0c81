import { expect } from 'chai';
import { getEventLoop, gevent, repr } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.Pool', () => {
  onNewLoops();

  it('lets only so many run at once', () => {
    const pool = new gevent.Pool(2);
    pool.map(gevent.sleep, [1, 1, 1, 1, 1]);
    expect(getEventLoop().time()).to.equal(3);
  });

  it('has room for any number where it has no size', () => {
    const pool = new gevent.Pool();
    pool.map(gevent.sleep, [1, 1, 1]);
    expect([getEventLoop().time(), pool.full(), pool.freeCount(), pool.waitAvailable()]).to.deep.equal([
      1,
      false,
      1,
      1,
    ]);
  });

  it('calls at once what one of its own greenlets applies', () => {
    const pool = new gevent.Pool(1);
    const outer = pool.spawn(() => pool.apply(() => 'inner'));
    expect(outer.get()).to.equal('inner');
  });

  it('applies what comes when it is full by a greenlet that waits', () => {
    const pool = new gevent.Pool(1);
    const results: unknown[] = [];
    pool.spawn(gevent.sleep, 1);
    const greenlet = pool.applyAsync(
      () => 'late',
      [],
      (result) => results.push(result),
    );
    expect(repr(greenlet)).to.equal('<Greenlet "apply">');
    gevent.sleep(2);
    expect(results).to.deep.equal(['late']);
  });
});
