import { expect } from 'chai';
import { asyncWith, gevent, repr } from '../../../lib';
import { Log, onNewLoops } from '../support';

describe('gevent.Semaphore', () => {
  onNewLoops();

  it('begins with a number of permits, not below 0', () => {
    expect(() => new gevent.Semaphore(-1)).to.throw('semaphore initial value must be >= 0');
    expect(repr(new gevent.Semaphore(3))).to.equal('<Semaphore counter=3 _links[0]>');
  });

  it('takes whether, and how long, to wait by position, or by name', () => {
    const semaphore = new gevent.Semaphore(0);
    expect(semaphore.acquire(false)).to.equal(false);
    expect(semaphore.acquire({ blocking: false })).to.equal(false);
    expect(semaphore.acquire({ timeout: 1 })).to.equal(false);
  });

  it('is held for a block by asyncWith', () => {
    const log = new Log();
    const semaphore = new gevent.BoundedSemaphore(1);
    const user = function* (name: string) {
      yield* asyncWith(semaphore, function* () {
        log.note(name);
        yield* gevent.sleep(1);
      });
    };
    gevent.joinall(['a', 'b'].map((name) => gevent.spawn(user, name)));
    expect(log.entries).to.deep.equal(['a@0', 'b@1']);
    expect(semaphore.counter).to.equal(1);
  });
});
