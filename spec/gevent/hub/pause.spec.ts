import { expect } from 'chai';
import { EventLoop, gevent, run, setEventLoop } from '../../../lib';
import { thrownBy } from '../../support';
import { onNewLoops } from '../support';

describe('Whoever waits by gevent', () => {
  onNewLoops();

  it('is known to wait, and for what, until that is over', () => {
    const hub = gevent.getHub();
    const event = new gevent.Event();
    const greenlet = gevent.spawn(() => event.wait());
    gevent.sleep(0);
    expect(hub.waiting.get(greenlet)).to.deep.equal({ label: 'Event', primitive: event });
    event.set();
    gevent.sleep(0);
    expect(hub.waiting.size).to.equal(0);
  });

  it('is told under run(), which has a loop of its own, that what it waits for was made before', () => {
    const early = gevent.spawn(() => 'early');
    const main = function* () {
      return yield* early.get();
    };
    expect(() => run(main())).to.throw(
      'Greenlet-0 is bound to a different event loop: what is used in a program given to run() has to be made there',
    );
    expect(early.get()).to.equal('early');
  });

  it('is told so, too, where main waits in vain for what is of an earlier loop', () => {
    const queue = new gevent.Queue();
    setEventLoop(new EventLoop());
    gevent.spawn(() => queue.put('never seen'));
    expect(thrownBy(() => queue.get()).message.split('\n\t')).to.deep.equal([
      'This operation would block forever',
      'main waits for Queue',
      'which is bound to a different event loop than the one that is current now',
    ]);
  });

  it('is told where it is switched to by another', () => {
    const event = new gevent.Event();
    const greenlet = gevent.spawn(() => event.wait());
    gevent.spawn(() => greenlet.switch('another'));
    expect(() => greenlet.get()).to.throw(gevent.InvalidSwitchError, "Invalid switch into Event: got 'another'");
    expect(event.linkcount()).to.equal(0);
  });
});
