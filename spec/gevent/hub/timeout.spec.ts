import { expect } from 'chai';
import { AssertionError, asyncWith, getEventLoop, gevent, greenlet, repr, ValueError } from '../../../lib';
import { thrownBy } from '../../support';
import { onNewLoops } from '../support';

const { Timeout } = gevent;

describe('gevent.Timeout', () => {
  onNewLoops();

  it('says how long it was, and what it is for', () => {
    const own = new ValueError('own');
    const all = [
      new Timeout(),
      new Timeout(1),
      new Timeout(2.5, false),
      new Timeout(2, 'too late'),
      new Timeout(2, own),
    ];
    expect(all.map(({ message }) => message)).to.deep.equal([
      '',
      '1 second',
      '2.5 seconds (silent)',
      '2 seconds: too late',
      '2 seconds: own',
    ]);
    expect(repr(new Timeout(1))).to.equal('Timeout()');
  });

  it('is not started while it is pending', () => {
    const timeout = Timeout.startNew(1);
    expect(() => timeout.start()).to.throw(AssertionError, 'is already started');
    timeout.cancel();
    timeout.start();
    expect(thrownBy(() => gevent.sleep(2))).to.equal(timeout);
  });

  it('counts on where it was cancelled, when it is started again, as libev does', () => {
    const timeout = Timeout.startNew(1);
    gevent.sleep(0.25);
    timeout.cancel();
    gevent.sleep(5);
    timeout.start();
    expect(thrownBy(() => gevent.sleep(9))).to.equal(timeout);
    timeout.start();
    expect(thrownBy(() => gevent.sleep(9))).to.equal(timeout);
    expect(getEventLoop().time()).to.equal(6);
  });

  it('is not started again once it was closed, as it is by run', () => {
    const timeout = new Timeout(1);
    timeout.run(() => undefined);
    expect(() => timeout.start()).to.throw(AssertionError, 'non-expiring timer cannot be started');
    expect(() => timeout.run(() => undefined)).to.throw(AssertionError, 'non-expiring timer cannot be started');
  });

  it('refuses what is no number of seconds', () => {
    expect(() => new Timeout('1' as never)).to.throw(TypeError);
  });

  it('is cancelled by run on every path', () => {
    const timeouts = [1, 2, 3].map((seconds) => new Timeout(seconds));
    const [a, b, c] = timeouts as [gevent.Timeout, gevent.Timeout, gevent.Timeout];
    expect(a.run(() => 5)).to.equal(5);
    const failure = (): never => {
      throw new ValueError('body');
    };
    expect(thrownBy(() => b.run(failure)).message).to.equal('body');
    expect(thrownBy(() => c.run(() => gevent.sleep(10)))).to.equal(c);
    expect(timeouts.map(({ pending }) => pending)).to.deep.equal([false, false, false]);
    gevent.sleep(10);
    expect(getEventLoop().time()).to.equal(13);
  });

  it('silences only itself, where it is to be silent', () => {
    const outer = new Timeout(1);
    const inner = new Timeout(2, false);
    expect(thrownBy(() => outer.run(() => inner.run(() => gevent.sleep(5))))).to.equal(outer);
  });

  it('can be entered and left by asyncWith', () => {
    const greenlet = gevent.spawn(function* () {
      yield* asyncWith(new Timeout(1, false), function* () {
        yield* gevent.sleep(5);
      });
      return getEventLoop().time();
    });
    expect(greenlet.get()).to.equal(1);
  });

  it('is thrown to the parent of the mere greenlet that has started it, once that has ended', () => {
    const mere = greenlet(() => Timeout.startNew(1));
    const timeout = mere.switch();
    expect(thrownBy(() => gevent.sleep(5))).to.equal(timeout);
    expect(getEventLoop().time()).to.equal(1);
  });

  it('is not thrown in a greenlet that has ended', () => {
    const greenlet = gevent.spawn(() => void Timeout.startNew(1));
    gevent.sleep(5);
    expect(greenlet.successful()).to.equal(true);
  });
});
