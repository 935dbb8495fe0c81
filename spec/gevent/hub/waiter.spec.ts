import { expect } from 'chai';
import { gevent } from '../../../lib';
import { MultipleWaiter, Waiter } from '../../../lib/gevent/hub/waiter';
import { thrownBy } from '../../support';
import { onNewLoops } from '../support';

const REASON = { label: 'a value' };

describe('Waiter', () => {
  onNewLoops();

  it('is switched to with what its greenlet waits for', () => {
    const hub = gevent.getHub();
    const waiter = new Waiter<string>(hub);
    const greenlet = gevent.spawn(() => waiter.get(REASON));
    hub.callLater(1, 'test', () => waiter.switch('value'));
    expect([greenlet.get(), hub.loop.time()]).to.deep.equal(['value', 1]);
  });

  it('keeps what comes before anybody waits, until it is cleared', () => {
    const waiter = new Waiter<string>(gevent.getHub());
    expect(waiter.switch('early')).to.equal(undefined);
    expect(gevent.spawn(() => waiter.get(REASON)).get()).to.equal('early');
    waiter.clear();
    expect(thrownBy(() => gevent.spawn(() => waiter.get(REASON)).get())).to.be.instanceOf(gevent.LoopExit);
  });

  it('is for one at a time', () => {
    const waiter = new Waiter<void>(gevent.getHub());
    gevent.spawn(() => waiter.get(REASON));
    const second = gevent.spawn(() => waiter.get(REASON));
    expect(() => second.get()).to.throw(gevent.ConcurrentObjectUseError, 'This Waiter is already used by <Greenlet');
  });

  it('that is to be switched to by nobody else, tells of it', () => {
    const hub = gevent.getHub();
    const waiter = new Waiter<string>(hub);
    const greenlet = gevent.spawn(() => waiter.wait(REASON));
    gevent.spawn(() => greenlet.switch('another'));
    expect(() => greenlet.get()).to.throw(gevent.InvalidSwitchError, "Invalid switch into a value: 'another'");
  });
});

describe('MultipleWaiter', () => {
  onNewLoops();

  it('keeps all that comes, and gives it in the order in which it came', () => {
    const hub = gevent.getHub();
    const waiter = new MultipleWaiter<number>(hub);
    const greenlet = gevent.spawn(function* () {
      const numbers: number[] = [];
      while (numbers.length < 3) numbers.push(yield* waiter.get(REASON));
      return numbers;
    });
    waiter.switch(1);
    waiter.switch(2);
    hub.callLater(1, 'test', () => waiter.switch(3));
    expect(greenlet.get()).to.deep.equal([1, 2, 3]);
  });

  it('has nothing to give where somebody else has switched to whoever waits', () => {
    const waiter = new MultipleWaiter<number>(gevent.getHub());
    const greenlet = gevent.spawn(() => waiter.get(REASON));
    gevent.spawn(() => greenlet.switch());
    expect(thrownBy(() => greenlet.get())).to.include({ name: 'IndexError', message: 'pop from empty list' });
  });
});
