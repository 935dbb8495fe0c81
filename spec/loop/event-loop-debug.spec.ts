import { expect } from 'chai';
import { coroutine, EventLoop, sleep, VirtualClock } from '../../lib';
import { Log, thrownBy } from '../support';
import { loggedBy } from './captured-log';

describe('EventLoop, in debug mode', () => {
  let clock: VirtualClock;
  let loop: EventLoop;

  beforeEach(() => {
    clock = new VirtualClock();
    loop = new EventLoop({ clock, debug: true });
  });

  it('is off unless asked for, and can be switched', () => {
    const plain = new EventLoop();
    const modes = [plain.getDebug(), loop.getDebug()];
    for (const enabled of [true, false]) {
      plain.setDebug(enabled);
      modes.push(plain.getDebug());
    }
    expect(modes).to.deep.equal([false, true, true, false]);
  });

  it('switched while running, takes effect by a callback of its own in the next iteration', () => {
    const plain = new EventLoop();
    const log = new Log(plain);
    plain.callSoon(() => {
      plain.setDebug(true);
      plain.callSoon(() => log.note('next'));
    });
    const steps = [];
    while (plain.step()) steps.push(log.entries.length);
    expect(steps).to.deep.equal([0, 0, 1]);
  });

  describe('scheduling', () => {
    const hello = coroutine(function* hello() {});
    const helloAsync = async () => {};
    const ways: [method: string, named: string, schedule: (callback: never) => unknown][] = [
      ['callSoon', 'call_soon()', (callback) => loop.callSoon(callback)],
      ['callSoonThreadsafe', 'call_soon_threadsafe()', (callback) => loop.callSoonThreadsafe(callback)],
      ['callAt', 'call_at()', (callback) => loop.callAt(1, callback)],
      ['callLater', 'call_at()', (callback) => loop.callLater(1, callback)],
      ['runInExecutor', 'run_in_executor()', (callback) => loop.runInExecutor(null, callback)],
    ];
    for (const [method, named, schedule] of ways) {
      it(`with ${method} refuses coroutines, and the functions that make them`, () => {
        const generatorFunction = function* () {};
        for (const callback of [hello, hello(), helloAsync, helloAsync(), generatorFunction, generatorFunction()]) {
          const error = thrownBy(() => schedule(callback as never));
          expect([error.name, error.message]).to.deep.equal(['TypeError', `coroutines cannot be used with ${named}`]);
        }
      });

      it(`with ${method} refuses what is no function`, () => {
        const error = thrownBy(() => schedule(5 as never));
        expect([error.name, error.message]).to.deep.equal([
          'TypeError',
          `a callable object was expected by ${named}, got 5`,
        ]);
      });
    }

    it('leaves nothing behind when it refuses', () => {
      for (const [, , schedule] of ways) thrownBy(() => schedule(5 as never));
      expect(loop.step()).to.equal(false);
    });
  });

  describe('a callback that takes long', () => {
    function slow(seconds: number): void {
      clock.advance(seconds);
    }

    it('is logged with its arguments and its duration', () => {
      loop.callSoon(slow, 0.25);
      const logged = loggedBy(() => loop.runOnce());
      expect(logged.length).to.equal(1);
      expect(logged[0]).to.match(
        /^Executing <Handle slow\(0\.25\) created at .*event-loop-debug\.spec\.ts:\d+> took 0\.250 seconds$/,
      );
    });

    it('is logged from slowCallbackDuration on', () => {
      loop.slowCallbackDuration = 2;
      loop.callSoon(slow, 1.5);
      loop.callSoon(slow, 2);
      expect(loggedBy(() => loop.runUntilComplete(sleep(0))).length).to.equal(1);
    });

    it('is not logged when nobody spends time in it, however long it waits', () => {
      expect(loggedBy(() => loop.runUntilComplete(sleep(100)))).to.deep.equal([]);
    });

    it('is logged as the task when it is the step of one', () => {
      const dawdle = coroutine(function* dawdle() {
        slow(1);
      });
      const task = loop.createTask(dawdle(), { name: 'dawdler' });
      const logged = loggedBy(() => loop.runUntilComplete(task));
      expect(logged.length).to.equal(1);
      expect(logged[0]).to.match(
        /^Executing <Task finished name='dawdler' coro=<dawdle\(\) done> .*> took 1\.000 seconds$/,
      );
    });

    it('is not logged without debug mode', () => {
      loop.setDebug(false);
      loop.callSoon(slow, 1);
      expect(loggedBy(() => loop.runOnce())).to.deep.equal([]);
    });
  });

  describe('a report', () => {
    it('says where the handle was made that threw', () => {
      loop.callSoon(function fail() {
        throw new Error('broken');
      });
      const [text = ''] = loggedBy(() => loop.runOnce());
      expect(text).to.match(/^Exception in callback fail\(\)\n/);
      expect(text).to.match(
        /\nsourceTraceback: Object created at \(most recent call last\):\n(?: {2}File .*\n)* {2}File ".*event-loop-debug\.spec\.ts", line \d+, in /,
      );
    });

    it('says where the handle was made that is running, of a report of anything else', () => {
      loop.callSoon(() => loop.callExceptionHandler({ message: 'something' }));
      const [text = ''] = loggedBy(() => loop.runOnce());
      expect(text).to.match(/^something\nhandleTraceback: Handle created at \(most recent call last\):\n {2}File "/);
    });

    it('says nothing of a handle once it has run', () => {
      loop.callSoon(() => {});
      loop.runOnce();
      expect(loggedBy(() => loop.callExceptionHandler({ message: 'something' }))).to.deep.equal(['something']);
    });
  });
});
