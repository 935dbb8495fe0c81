import { expect } from 'chai';
import { gevent } from '../../../lib';
import { pollOf } from '../../../lib/gevent/hub/poll';
import { Waiter } from '../../../lib/gevent/hub/waiter';
import { Log, onNewLoops } from '../support';

describe('Poll', () => {
  onNewLoops();

  it('is one for each hub', () => {
    expect(pollOf(gevent.getHub())).to.equal(pollOf(gevent.getHub()));
  });

  it('switches to those who are ready after all callbacks and timers, the last first, each once', () => {
    const log = new Log();
    const hub = gevent.getHub();
    const waiters = [1, 2, 3].map(() => new Waiter<void>(hub));
    const greenlets = waiters.map((waiter, n) =>
      gevent.spawn(function* () {
        yield* waiter.get({ label: 'the poll' });
        log.note(n);
      }),
    );
    gevent.sleep(1);
    for (const waiter of [...waiters, ...waiters]) pollOf(hub).add(waiter);
    gevent.spawnLater(0, () => log.note('timer'));
    gevent.spawn(() => gevent.spawn(() => log.note('callback')));
    gevent.joinall(greenlets);
    expect(log.entries).to.deep.equal(['callback@1', 'timer@1', '2@1', '1@1', '0@1']);
  });

  it('switches to nobody who does not wait any more', () => {
    const log = new Log();
    const hub = gevent.getHub();
    const waiter = new Waiter<void>(hub);
    const greenlet = gevent.spawn(function* () {
      yield* waiter.get({ label: 'the poll' });
      log.note('ready');
    });
    gevent.sleep(1);
    pollOf(hub).add(waiter);
    greenlet.kill();
    gevent.sleep(1);
    expect(log.entries).to.deep.equal([]);
  });
});
