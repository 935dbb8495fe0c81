import { expect } from 'chai';
import { getEventLoop, gevent, ValueError } from '../../../lib';
import { thrownBy } from '../../support';
import { onNewLoops } from '../support';

describe('imap', () => {
  onNewLoops();

  it('gives results in the order of the calls, imapUnordered as they come', () => {
    const group = new gevent.Group();
    expect([...group.imap(slow, [3, 1, 2])]).to.deep.equal([3, 1, 2]);
    expect([...group.imapUnordered(slow, [3, 1, 2])]).to.deep.equal([1, 2, 3]);
  });

  it('gives them by for await, and by next', () => {
    const group = new gevent.Group();
    const double = (n: number): number => 2 * n;
    const greenlet = gevent.spawn(async () => {
      const found: number[] = [];
      for await (const n of group.imap(double, [1, 2, 3])) found.push(n);
      return found;
    });
    expect(greenlet.get()).to.deep.equal([2, 4, 6]);
    expect(group.imapUnordered(double, [5]).next()).to.deep.equal({ done: false, value: 10 });
  });

  it('calls with one of each of several iterables, until one of them is at its end', () => {
    const sum = (a: number, b: number): number => a + b;
    expect([...new gevent.Group().imap(sum, [1, 2, 3], [10, 20])]).to.deep.equal([11, 22]);
  });

  it('makes no more calls than may have results waiting', () => {
    const begun: number[] = [];
    const results = new gevent.Group().imap((n: number) => begun.push(n), [1, 2, 3, 4], { maxsize: 2 });
    gevent.sleep(1);
    expect(begun).to.deep.equal([1, 2]);
    results.next();
    gevent.sleep(1);
    expect(begun).to.deep.equal([1, 2, 3]);
  });

  it('throws in place of a result what the call has thrown, and goes on', () => {
    const results = new gevent.Group().imap(
      (n: number) => {
        if (n === 1) throw new ValueError('one');
        return n;
      },
      [1, 2],
    );
    expect(thrownBy(() => results.next()).message).to.equal('one');
    expect([...results]).to.deep.equal([2]);
  });

  it('is held up by a pool that is full', () => {
    expect([...new gevent.Pool(1).imapUnordered(slow, [2, 1])]).to.deep.equal([2, 1]);
    expect(getEventLoop().time()).to.equal(3);
  });
});

function* slow(seconds: number) {
  yield* gevent.sleep(seconds);
  return seconds;
}
