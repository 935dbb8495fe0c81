import { expect } from 'chai';
import { gather, gevent, repr, run, sleep } from '../../../lib';
import { Log, onNewLoops } from '../support';

describe('gevent.RLock', () => {
  onNewLoops();

  it('may be acquired again by who has it, and is free when it was released as often', () => {
    const log = new Log();
    const lock = new gevent.RLock();
    const worker = function* (name: string) {
      yield* lock.acquire();
      yield* lock.acquire();
      lock.release();
      yield* gevent.sleep(1);
      lock.release();
      log.note(name);
    };
    gevent.joinall(['a', 'b'].map((name) => gevent.spawn(worker, name)));
    expect(log.entries).to.deep.equal(['a@1', 'b@2']);
  });

  it('may be refused, or be waited for so long', () => {
    const lock = new gevent.RLock();
    gevent.spawn(() => lock.acquire()).join();
    expect([lock.acquire(false), lock.acquire({ timeout: 1 })]).to.deep.equal([false, false]);
    expect(repr(lock)).to.match(/^<RLock _block=<Semaphore counter=0 _links\[0\]> _count=1 _owner=<Greenlet /);
  });

  it('is had by a task of asyncio for itself', () => {
    const times = function* () {
      const lock = new gevent.RLock();
      const worker = function* () {
        yield* lock.acquire();
        yield* sleep(1);
        lock.release();
        return gevent.getHub().loop.time();
      };
      return yield* gather([worker(), worker()]);
    };
    expect(run(times())).to.deep.equal([1, 2]);
  });

  it('is released only by who has it', () => {
    const lock = new gevent.RLock();
    lock.acquire();
    const greenlet = gevent.spawn(() => lock.release());
    expect(() => greenlet.get()).to.throw('cannot release un-acquired lock');
    lock.release();
    expect(() => lock.release()).to.throw('cannot release un-acquired lock');
  });
});
