import { expect } from 'chai';
import { getEventLoop, gevent, ValueError } from '../../../lib';
import { thrownBy } from '../../support';
import { onNewLoops } from '../support';

describe('gevent.joinall', () => {
  onNewLoops();

  it('takes what it may wait for by position, or by name', () => {
    const spawn = () => [2, 1].map((n) => gevent.spawn(work, n));
    expect(gevent.joinall(spawn(), 1.5)).to.have.length(1);
    expect(gevent.joinall(spawn(), { timeout: 1.5 })).to.have.length(1);
    expect(gevent.joinall(spawn(), { count: 1 }).map(({ value }) => value)).to.deep.equal([1]);
    const failing = [gevent.spawn(fail)];
    expect(() => gevent.joinall(failing, { raiseError: true })).to.throw(ValueError);
  });
});

describe('gevent.iwait', () => {
  onNewLoops();

  it('is gone through by for await in an async function, and by next in a generator', () => {
    const spawn = () => [2, 1].map((n) => gevent.spawn(work, n));
    const values = gevent.spawn(async () => {
      const found: unknown[] = [];
      for await (const { value } of gevent.iwait(spawn())) found.push(value);
      return found;
    });
    const first = gevent.spawn(function* () {
      const { value } = yield* gevent.iwait(spawn()).next();
      return value?.value;
    });
    expect([values.get(), first.get()]).to.deep.equal([[1, 2], 1]);
  });

  it('is over when its time is up, however often it is asked for more', () => {
    const iterator = gevent.iwait([gevent.spawn(work, 5)], 1);
    expect([iterator.next().done, iterator.next().done, getEventLoop().time()]).to.deep.equal([true, true, 1]);
  });

  it('is known to wait for those that are still to come', () => {
    const greenlets = [1, 2, 3, 4, 5].map((n) => gevent.spawn(work, n));
    const waiting = gevent.spawn(() => gevent.joinall(greenlets));
    const labels = [1, 2, 2].map((seconds) => {
      gevent.sleep(seconds - 0.5);
      const label = waiting.waitsFor()?.label;
      gevent.sleep(0.5);
      return label;
    });
    expect(labels).to.deep.equal([
      'Greenlet-0, Greenlet-1, Greenlet-2, ...',
      'Greenlet-2, Greenlet-3, Greenlet-4',
      'Greenlet-4',
    ]);
  });

  it('leaves no links behind when its time is up', () => {
    const greenlet = gevent.spawn(work, 5);
    expect([...gevent.iwait([greenlet], 1)]).to.deep.equal([]);
    expect(greenlet.hasLinks()).to.equal(false);
  });
});

describe('gevent.wait', () => {
  onNewLoops();

  it("without anything to wait for is main's", () => {
    const greenlet = gevent.spawn(() => gevent.wait());
    expect(thrownBy(() => greenlet.get()).message).to.equal('only possible from the MAIN greenlet');
  });

  it('does not let time pass for its own timeout', () => {
    gevent.spawn(work, 2);
    expect(gevent.wait(null, 10)).to.equal(true);
    expect(getEventLoop().time()).to.equal(2);
  });

  it('is in vain where the last that is left ends just when the time is up', () => {
    gevent.spawn(gevent.sleep, 2);
    expect(gevent.wait(null, 2)).to.equal(false);
    expect(gevent.wait(null, 2)).to.equal(true);
  });
});

function* work(n: number) {
  yield* gevent.sleep(n);
  return n;
}

function fail() {
  throw new ValueError('no');
}
