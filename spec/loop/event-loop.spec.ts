import { expect } from 'chai';
import { Awaitable, type AwaitableLike, CancelledError, EventLoop, RuntimeError, sleep, ValueError } from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

describe('EventLoop', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('shows its class and its state', () => {
    class OwnLoop extends EventLoop {}
    const own = new OwnLoop({ debug: true });
    own.close();
    expect([String(loop), String(own)]).to.deep.equal([
      '<EventLoop running=false closed=false debug=false>',
      '<OwnLoop running=false closed=true debug=true>',
    ]);
  });

  describe('runForever', () => {
    it('lets time pass up to each deadline in turn, until it is stopped', () => {
      loop.callLater(1, note('a'));
      loop.callLater(2, note('b'));
      loop.callLater(3, () => loop.stop());
      loop.runForever();
      expect([log.entries, loop.time()]).to.deep.equal([['a@1', 'b@2'], 3]);
    });

    it('can be called again, and goes on where it was', () => {
      loop.callSoon(() => loop.stop());
      loop.callLater(5, () => {
        log.note('timer');
        loop.stop();
      });
      loop.runForever();
      loop.runForever();
      expect(log.entries).to.deep.equal(['timer@5']);
    });
  });

  describe('runUntilComplete', () => {
    const ways: [string, () => AwaitableLike<number>][] = [
      [
        'a generator',
        function* () {
          yield* sleep(1);
          return 1;
        },
      ],
      [
        'an async function',
        async () => {
          await sleep(1);
          return 1;
        },
      ],
    ];
    for (const [way, make] of ways) {
      it(`gives what ${way} returns`, () => {
        expect([loop.runUntilComplete(make()), loop.time()]).to.deep.equal([1, 1]);
      });
    }

    it('gives the result of a future', () => {
      const future = loop.createFuture<number>();
      loop.callLater(1, () => future.setResult(42));
      expect([loop.runUntilComplete(future), loop.time()]).to.deep.equal([42, 1]);
    });

    it('gives the result of a task', () => {
      expect(loop.runUntilComplete(loop.createTask(sleep(1, 'slept')))).to.equal('slept');
    });

    it('gives what any other awaitable gives', () => {
      class Twice extends Awaitable<number> {
        *[Symbol.iterator]() {
          yield;
          yield;
          return 2;
        }
      }
      expect(loop.runUntilComplete(new Twice())).to.equal(2);
    });

    it('throws the very error that ended the awaitable', () => {
      const error = new ValueError('broken');
      const fail = async () => {
        await sleep(1);
        throw error;
      };
      expect(thrownBy(() => loop.runUntilComplete(fail()))).to.equal(error);
    });

    it('throws an error that is frozen, too', () => {
      const error = Object.freeze(new ValueError('broken'));
      const fail = function* () {
        yield* sleep(1);
        throw error;
      };
      expect(thrownBy(() => loop.runUntilComplete(fail()))).to.equal(error);
    });

    it('throws CancelledError for a future that is cancelled', () => {
      const future = loop.createFuture();
      loop.callSoon(() => future.cancel('enough'));
      const error = thrownBy(() => loop.runUntilComplete(future)) as CancelledError;
      expect(error).to.be.instanceOf(CancelledError);
      expect(error.args).to.deep.equal(['enough']);
    });

    it('refuses a future of another loop, and what cannot be awaited', () => {
      expect(() => loop.runUntilComplete(new EventLoop().createFuture())).to.throw(
        ValueError,
        'The future belongs to a different loop than the one specified as the loop argument',
      );
      expect(() => loop.runUntilComplete(5 as never)).to.throw(
        TypeError,
        'An asyncio.Future, a coroutine or an awaitable is required',
      );
      expect(loop.runUntilComplete(sleep(1, 'usable'))).to.equal('usable');
    });

    it('runs one iteration for a future that is done already', () => {
      const future = loop.createFuture<string>();
      future.setResult('done');
      loop.callSoon(() => {
        log.note('ready');
        loop.callSoon(note('scheduled by what was ready'));
      });
      expect(loop.runUntilComplete(future)).to.equal('done');
      expect(log.entries).to.deep.equal(['ready@0']);
    });

    it('runs what the last step scheduled, and leaves what that schedules', () => {
      loop.runUntilComplete(
        (function* () {
          loop.callSoon(() => {
            log.note('scheduled by the last step');
            loop.callSoon(note('scheduled by that'));
          });
        })(),
      );
      expect(log.entries).to.deep.equal(['scheduled by the last step@0']);
      loop.runOnce();
      expect(log.entries).to.deep.equal(['scheduled by the last step@0', 'scheduled by that@0']);
    });

    it('takes two iterations more than there are sleeps of 0', () => {
      const sleepTimes = function* (n: number) {
        for (let i = 0; i < n; i++) yield* sleep(0);
      };
      const iterations = [0, 1, 5].map((n) => {
        let count = 0;
        const counter = () => {
          count += 1;
          if (count === 100) loop.stop();
          handle = loop.callSoon(counter);
        };
        let handle = loop.callSoon(counter);
        loop.runUntilComplete(sleepTimes(n));
        handle.cancel();
        return count;
      });
      expect(iterations).to.deep.equal([2, 3, 7]);
    });

    it('takes four iterations for a sleep: to begin, for the timer, to wake, to stop', () => {
      const task = loop.createTask(sleep(1));
      let told = false;
      task.addDoneCallback(() => {
        told = true;
      });
      expect(countIterations(loop, () => told)).to.equal(4);
    });

    describe('stopped before the awaitable is done', () => {
      it('says so, and the task can be run to its end later', () => {
        const task = loop.createTask(sleep(2, 'slept'));
        loop.callLater(1, () => loop.stop());
        expect(() => loop.runUntilComplete(task)).to.throw(RuntimeError, 'Event loop stopped before Future completed.');
        expect([task.done(), loop.time()]).to.deep.equal([false, 1]);
        expect([loop.runUntilComplete(task), loop.time()]).to.deep.equal(['slept', 2]);
      });

      it('leaves no callback with the future that would stop a later run', () => {
        const future = loop.createFuture();
        loop.callSoon(() => loop.stop());
        thrownBy(() => loop.runUntilComplete(future));
        loop.callLater(1, () => future.setResult('done'));
        expect([loop.runUntilComplete(sleep(2, 'slept')), loop.time()]).to.deep.equal(['slept', 2]);
      });
    });
  });

  describe('createTask', () => {
    it('runs nothing of the coroutine before the next iteration', () => {
      loop.createTask(
        (function* () {
          log.note('begun');
        })(),
      );
      expect(log.entries).to.deep.equal([]);
      loop.runOnce();
      expect(log.entries).to.deep.equal(['begun@0']);
    });

    it('has the factory make the task, where one is set', () => {
      loop.setTaskFactory((ofLoop, coro, options) => {
        ofLoop.setTaskFactory(null);
        log.note(Object.keys(options).join());
        return ofLoop.createTask(coro, options);
      });
      const task = loop.createTask(sleep(0, 'made'), { name: 'mine' });
      expect([loop.runUntilComplete(task), task.getName(), log.entries]).to.deep.equal(['made', 'mine', ['@0']]);
    });

    it('takes for a factory only a function, or none', () => {
      expect(() => loop.setTaskFactory(5 as never)).to.throw(TypeError, 'task factory must be a callable or None');
      expect(loop.getTaskFactory()).to.equal(undefined);
      loop.setTaskFactory(undefined);
      expect(loop.getTaskFactory()).to.equal(undefined);
    });
  });
});
