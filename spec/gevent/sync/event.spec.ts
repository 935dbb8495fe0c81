import { expect } from 'chai';
import { gevent, run } from '../../../lib';
import { Log, onNewLoops } from '../support';

describe('gevent.Event', () => {
  onNewLoops();

  it('wakes all who wait when it is set, though it is cleared before they run', () => {
    const log = new Log();
    const event = new gevent.Event();
    const waiter = function* (name: string) {
      log.note(`${name} ${yield* event.wait()}`);
    };
    for (const name of ['a', 'b']) gevent.spawn(waiter, name);
    gevent.sleep(1);
    event.set();
    event.clear();
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['a true@1', 'b true@1']);
    expect([event.isSet(), event.wait(1)]).to.deep.equal([false, false]);
  });

  it('is not waited for once it is set', () => {
    const event = new gevent.Event();
    event.set();
    expect([event.ready(), event.wait(), event.wait(0)]).to.deep.equal([true, true, true]);
  });

  it('may be waited for with a Timeout: its own end gives false', () => {
    expect(new gevent.Event().wait(new gevent.Timeout(1))).to.equal(false);
  });

  it('may be waited for by a task, and set by a greenlet', () => {
    const main = function* () {
      const event = new gevent.Event();
      gevent.spawnLater(1, () => event.set());
      return [yield* event.wait(5), gevent.getHub().loop.time()];
    };
    expect(run(main())).to.deep.equal([true, 1]);
  });
});
