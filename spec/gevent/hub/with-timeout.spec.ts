import { expect } from 'chai';
import { gevent } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.withTimeout', () => {
  onNewLoops();

  it('calls the function with the arguments, but not with what is given in place of its result', () => {
    const list = (...args: unknown[]): unknown[] => args;
    expect(gevent.withTimeout(1, list, 1, 2, { timeoutValue: 3 })).to.deep.equal([1, 2]);
    expect(gevent.withTimeout(1, list, { timeoutValue: 3, other: 4 })).to.deep.equal([{ timeoutValue: 3, other: 4 }]);
  });

  it('gives that in place of the result where it takes too long, or throws', () => {
    expect(gevent.withTimeout(1, gevent.sleep, 2, { timeoutValue: 'late' })).to.equal('late');
    expect(() => gevent.withTimeout(1, gevent.sleep, 2)).to.throw(gevent.Timeout);
  });

  it('has no limit where it is given none', () => {
    expect(gevent.withTimeout(null, () => 'result')).to.equal('result');
  });
});
