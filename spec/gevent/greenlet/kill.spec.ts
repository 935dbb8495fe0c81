import { expect } from 'chai';
import { getcurrent, gevent, ValueError } from '../../../lib';
import { thrownBy } from '../../support';
import { Log, onNewLoops } from '../support';

describe('gevent.kill', () => {
  onNewLoops();

  it('throws soon, and does not wait', () => {
    const log = new Log();
    const greenlet = gevent.spawn(sleeper, log, 'greenlet');
    gevent.sleep(1);
    gevent.kill(greenlet);
    log.note('killed');
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['killed@1', 'greenlet GreenletExit@1']);
  });

  it('may be of the greenlet itself, which ends where it next waits', () => {
    const log = new Log();
    const greenlet = gevent.spawn(function* () {
      gevent.kill(getcurrent());
      log.note('goes on');
      yield* gevent.sleep(1);
    });
    greenlet.join();
    expect(log.entries).to.deep.equal(['goes on@0']);
    expect(greenlet.value).to.be.instanceOf(gevent.GreenletExit);
  });

  it('of a mere greenlet throws there, too, and of a dead one does nothing', () => {
    const log = new Log();
    const raw = gevent.spawnRaw(sleeper, log, 'raw');
    gevent.sleep(1);
    gevent.kill(raw, ValueError);
    gevent.sleep(0);
    gevent.kill(raw);
    gevent.sleep(0);
    expect(log.entries).to.deep.equal(['raw ValueError@1']);
  });
});

describe('gevent.killall', () => {
  onNewLoops();

  it('takes any iterable, and may be told not to wait', () => {
    const greenlets = new Set([1, 2].map((n) => gevent.spawn(gevent.sleep, n)));
    gevent.sleep(0.5);
    gevent.killall(greenlets, { block: false });
    expect([...greenlets].map(({ dead }) => dead)).to.deep.equal([false, false]);
    gevent.sleep(0);
    expect([...greenlets].map(({ dead }) => dead)).to.deep.equal([true, true]);
  });

  it('lets a Timeout end the waiting: its own, or one that it is given', () => {
    const stubborn = gevent.spawn(function* () {
      for (;;) {
        try {
          yield* gevent.sleep(100);
        } catch {} // whatever it is
      }
    });
    gevent.sleep(0);
    expect(thrownBy(() => gevent.killall([stubborn], { timeout: 1 }))).to.be.instanceOf(gevent.Timeout);
    const timeout = new gevent.Timeout(2);
    expect(thrownBy(() => gevent.killall([stubborn], { timeout }))).to.equal(timeout);
  });
});

function* sleeper(log: Log, name: string) {
  try {
    yield* gevent.sleep(10);
  } catch (error) {
    log.note(`${name} ${(error as Error).name}`);
  }
}
