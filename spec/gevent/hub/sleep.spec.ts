import { expect } from 'chai';
import { getEventLoop, gevent } from '../../../lib';
import { Log, onNewLoops } from '../support';

describe('gevent.sleep', () => {
  onNewLoops();

  it('lets time pass', () => {
    gevent.sleep(1.5);
    expect(getEventLoop().time()).to.equal(1.5);
  });

  it('of no time, or less, lets those run that can', () => {
    const log = new Log();
    for (const seconds of [0, -1, undefined]) {
      gevent.spawn(() => log.note(seconds));
      gevent.sleep(seconds);
    }
    expect(log.entries).to.deep.equal(['0@0', '-1@0', 'undefined@0']);
  });

  it('refuses what is no number', () => {
    expect(() => gevent.sleep('1' as never)).to.throw(TypeError);
  });
});

describe('gevent.idle', () => {
  onNewLoops();

  it('waits until nothing else is to be done now', () => {
    const log = new Log();
    gevent.spawn(function* () {
      for (const n of [1, 2, 3]) {
        log.note(n);
        yield* gevent.sleep(0);
      }
    });
    gevent.spawnLater(0, () => log.note('timer'));
    gevent.idle();
    log.note('main');
    expect(log.entries).to.deep.equal(['1@0', '2@0', '3@0', 'timer@0', 'main@0']);
  });
});
