import { expect } from 'chai';
import { type EventLoop, gather, getEventLoop, gevent, run, setEventLoop, sleep, time, toThread } from '../../lib';
import { Log } from '../gevent/support';
import { collectReports } from '../support';
import { onNewWorlds, outcomeOf } from './support';

describe('time.sleep', () => {
  const printed = onNewWorlds();

  it('lets the clock go on, called plainly by main', () => {
    time.sleep(2.5);
    expect(getEventLoop().time()).to.equal(2.5);
  });

  it('takes the time of another loop where the last was closed, as run leaves it', () => {
    run(sleep(1));
    setEventLoop(null);
    const began = time.monotonic();
    time.sleep(2);
    expect(time.monotonic() - began).to.equal(2);
  });

  it("refuses what is no time to wait, in Python's words", () => {
    const outcomes = [-1, Number.NaN, Infinity, 'x' as never].map((seconds) => outcomeOf(() => time.sleep(seconds)));
    expect(outcomes).to.deep.equal([
      'ValueError: sleep length must be non-negative',
      'ValueError: Invalid seconds: NaN (not a number)',
      'OverflowError: timestamp out of range for platform time_t',
      "TypeError: seconds must be a number of seconds, not 'x'",
    ]);
  });

  describe('before patchAll', () => {
    it('stops the world in a callback, which calls it plainly: timers are late', () => {
      const loop = getEventLoop() as EventLoop;
      const log = new Log();
      loop.callLater(1, () => log.note('timer'));
      loop.callSoon(() => {
        time.sleep(3);
        log.note('callback');
      });
      loop.runUntilComplete(sleep(4));
      expect(log.entries).to.deep.equal(['callback@3', 'timer@3']);
    });

    it('stops the world in a task: no other task comes in between', () => {
      const log = new Log();
      getEventLoop().runUntilComplete(
        gather([
          (async () => {
            await time.sleep(3);
            log.note('blocked');
            await sleep(0);
            log.note('went on');
          })(),
          (async () => {
            log.note('other');
            await sleep(1);
            log.note('other slept');
          })(),
        ]),
      );
      expect(log.entries).to.deep.equal(['blocked@3', 'other@3', 'went on@3', 'other slept@4']);
    });

    it('stops the world in a greenlet', () => {
      const log = new Log();
      const nap = function* (name: string, seconds: number) {
        yield* time.sleep(seconds);
        log.note(name);
      };
      gevent.joinall([gevent.spawn(nap, 'ann', 2), gevent.spawn(nap, 'bob', 1)]);
      expect(log.entries).to.deep.equal(['ann@2', 'bob@3']);
    });

    it('stops nobody in a worker thread: it takes the time of that thread alone', () => {
      const log = new Log();
      const job = (): number => {
        time.sleep(2);
        return time.monotonic();
      };
      getEventLoop().runUntilComplete(
        gather([
          (async () => log.note(`in the thread it is ${await toThread(job)}`))(),
          (async () => {
            await sleep(1);
            log.note('task');
          })(),
        ]),
      );
      expect(log.entries).to.deep.equal(['task@1', 'in the thread it is 2@2']);
    });
  });

  describe('after patchAll', () => {
    beforeEach(() => gevent.monkey.patchAll());

    it('lets others run while main waits', () => {
      const log = new Log();
      gevent.spawnLater(1, () => log.note('greenlet'));
      time.sleep(2);
      log.note('main');
      expect(log.entries).to.deep.equal(['greenlet@1', 'main@2']);
    });

    it('lets others run while a greenlet waits', () => {
      const log = new Log();
      const nap = async (name: string, seconds: number) => {
        await time.sleep(seconds);
        log.note(name);
      };
      gevent.joinall([gevent.spawn(nap, 'ann', 2), gevent.spawn(nap, 'bob', 1)]);
      expect(log.entries).to.deep.equal(['bob@1', 'ann@2']);
    });

    it("lets others run while a task waits, asyncio's tasks included", () => {
      const log = new Log();
      const nap = async (name: string, seconds: number) => {
        await time.sleep(seconds);
        log.note(name);
      };
      getEventLoop().runUntilComplete(gather([nap('ann', 2), nap('bob', 1)]));
      expect(log.entries).to.deep.equal(['bob@1', 'ann@2']);
    });

    it('cannot be called in a callback any more, which cannot wait', () => {
      const loop = getEventLoop() as EventLoop;
      const reports = collectReports(loop);
      loop.callSoon(() => time.sleep(1));
      loop.runUntilComplete(sleep(2));
      expect(reports.map(({ exception }) => (exception as Error).name)).to.deep.equal(['BlockingSwitchOutError']);
    });

    it('still takes the time of a worker thread alone', () => {
      const job = (): number => {
        time.sleep(2);
        return time.monotonic();
      };
      const results = getEventLoop().runUntilComplete(gather([toThread(job), sleep(1, 'slept')]));
      expect(results).to.deep.equal([2, 'slept']);
    });

    it("gives way where there is nothing to wait for, as gevent's sleep does", () => {
      const log = new Log();
      gevent.spawn(() => log.note('greenlet'));
      time.sleep(0);
      time.sleep(-1);
      log.note('main');
      expect(log.entries).to.deep.equal(['greenlet@0', 'main@0']);
    });
  });

  describe('called without yield*', () => {
    const forget = function* forget() {
      time.sleep(2);
    };

    it('is told of in a greenlet', () => {
      gevent.spawn(forget).join();
      expect(printed).to.deep.equal(['<Greenlet "Greenlet-0": forget> failed with RuntimeError']);
    });

    it('is told of in a patched greenlet, by name', () => {
      gevent.monkey.patchAll();
      const greenlet = gevent.spawn(forget);
      greenlet.join();
      expect(greenlet.exception?.message).to.equal(`${greenlet} called time.sleep() without yield*: it did nothing`);
    });

    it('is told of in a task when the loop is closed, by name', () => {
      run(forget());
      expect(printed).to.deep.equal(["coroutine 'time.sleep' was never awaited"]);
    });
  });
});

describe('time.monotonic', () => {
  onNewWorlds();

  it('is the time of the loop, as is time.time', () => {
    getEventLoop().runUntilComplete(sleep(2));
    expect([time.monotonic(), time.time()]).to.deep.equal([2, 2]);
  });
});
