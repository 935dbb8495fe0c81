import { expect } from 'chai';
import { gevent, repr, ValueError } from '../../../lib';
import { onNewLoops } from '../support';

describe('gevent.AsyncResult', () => {
  onNewLoops();

  it('gives its value to all who wait for it', () => {
    const result = new gevent.AsyncResult<string>();
    const greenlets = [1, 2].map(() => gevent.spawn(() => result.get()));
    gevent.spawnLater(1, () => result.set('value'));
    expect(greenlets.map((each) => each.get())).to.deep.equal(['value', 'value']);
    expect([result.ready(), result.successful(), result.value]).to.deep.equal([true, true, 'value']);
  });

  it('throws its exception where it is got, and not where it is only waited for', () => {
    const result = new gevent.AsyncResult();
    gevent.spawnLater(1, () => result.setException(new ValueError('no')));
    expect(() => result.get()).to.throw(ValueError, 'no');
    expect([result.wait(), result.ready(), result.successful()]).to.deep.equal([undefined, true, false]);
  });

  it('is a Timeout to whoever cannot wait', () => {
    const result = new gevent.AsyncResult();
    expect(() => result.getNowait()).to.throw(gevent.Timeout);
    expect(() => result.get(false)).to.throw(gevent.Timeout);
    expect(() => result.get({ timeout: 1 })).to.throw(gevent.Timeout, '1 second');
    expect(result.wait(1)).to.equal(undefined);
  });

  it('takes what comes of the greenlet that it is linked to', () => {
    const value = new gevent.AsyncResult<number>();
    gevent.spawn(() => 42).link(value);
    expect(value.get()).to.equal(42);
  });

  it('shows what it holds', () => {
    const result = new gevent.AsyncResult<number>();
    expect(repr(result)).to.equal('<AsyncResult unset _links[0]>');
    result.set(1);
    expect(repr(result)).to.equal('<AsyncResult value=1 _links[0]>');
  });
});
