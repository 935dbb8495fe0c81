import { expect } from 'chai';
import {
  blocking,
  CancelledError,
  ContextVar,
  Coroutine,
  createTask,
  currentTask,
  EventLoop,
  gather,
  getRunningLoop,
  RuntimeError,
  run,
  sleep,
  toThread,
  waitFor,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('toThread', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const read = blocking(2, (name: string) => `text of ${name}`);

  it('gives what the function gives, when its time has passed', () => {
    const main = function* () {
      return [yield* toThread(read, 'a.txt'), loop.time()];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal(['text of a.txt', 2]);
  });

  it('lets others go on meanwhile, which a blocking call does not', () => {
    const ticker = async () => {
      for (let n = 1; n <= 3; n++) {
        await sleep(1);
        log.note(`tick ${n}`);
      }
    };
    const main = async () => {
      createTask(ticker());
      await sleep(0.5);
      log.note(await toThread(read, 'a.txt'));
      await sleep(5);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['tick 1@1', 'tick 2@2', 'text of a.txt@2.5', 'tick 3@3']);
  });

  it('has several take their time at once', () => {
    const main = async () => {
      const texts = await gather([toThread(read, 'a'), toThread(read, 'b'), toThread(read, 'c')]);
      return [texts, loop.time()];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal([['text of a', 'text of b', 'text of c'], 2]);
  });

  it('gives a coroutine: nothing begins before it is awaited', () => {
    const main = async () => {
      const coro = toThread(read, 'a');
      await sleep(5);
      await coro;
      return [coro instanceof Coroutine, loop.time()];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal([true, 7]);
  });

  it('calls a function that takes no time in the next iteration', () => {
    const main = async () => {
      getRunningLoop().callSoon(() => log.note('soon'));
      await toThread(() => log.note('thread'));
      log.note('awaited');
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['soon@0', 'thread@0', 'awaited@0']);
  });

  it('throws what the function throws: the same error', () => {
    const error = new RangeError('broken');
    const fail = blocking(1, () => {
      throw error;
    });
    expect(thrownBy(() => loop.runUntilComplete(toThread(fail)))).to.equal(error);
    expect(loop.time()).to.equal(1);
  });

  it('fails with a TypeError when given no function', () => {
    expect(() => loop.runUntilComplete(toThread(5 as never))).to.throw(
      TypeError,
      'a function was expected, got number',
    );
  });

  it('fails once the default executor was shut down', () => {
    const main = async () => {
      await loop.shutdownDefaultExecutor();
      await toThread(read, 'a');
    };
    expect(() => loop.runUntilComplete(main())).to.throw(RuntimeError, 'Executor shutdown has been called');
  });

  describe('in the thread', () => {
    it('no loop is running, and no task is current', () => {
      const look = () => [getRunningLoop, currentTask].map((ask) => thrownBy(() => ask()).message);
      expect(loop.runUntilComplete(toThread(look))).to.deep.equal(['no running event loop', 'no running event loop']);
    });

    it('the loop can be handed callbacks', () => {
      const work = blocking(3, () => loop.callSoonThreadsafe(() => log.note('handed over')));
      const main = async () => {
        await toThread(work);
        log.note('done');
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['handed over@3', 'done@3']);
    });
  });

  describe('in the thread, another loop', () => {
    it('can be run, with threads of its own', () => {
      const inner = async () => [await toThread(read, 'b'), getRunningLoop().time()];
      const main = async () => [await toThread(() => run(inner())), await toThread(read, 'a'), loop.time()];
      expect(loop.runUntilComplete(main())).to.deep.equal([['text of b', 2], 'text of a', 2]);
    });

    it('keeps its own account of what was never awaited, and leaves that of the outer one', () => {
      const messages: string[] = [];
      const noted = (each: EventLoop, name: string) =>
        each.setExceptionHandler((_loop, { message }) => messages.push(`${name}: ${message}`));
      const inner = new EventLoop();
      noted(inner, 'inner');
      noted(loop, 'outer');
      const forget = async () => void sleep(1);
      const main = async () => {
        await toThread(() => run(forget(), { loopFactory: () => inner }));
        forget();
      };
      loop.runUntilComplete(main());
      loop.close();
      expect(messages).to.deep.equal([
        "inner: coroutine 'sleep' was never awaited",
        "outer: coroutine 'async_function' was never awaited",
      ]);
    });
  });

  describe('its context', () => {
    const user = new ContextVar('user', { default: 'nobody' });

    it('is a copy of the one at the call: the function sees its variables', () => {
      const main = async () => {
        user.set('ann');
        return await toThread(() => user.get());
      };
      expect(loop.runUntilComplete(main())).to.equal('ann');
    });

    it('is a copy: what the function sets, nobody else sees', () => {
      const main = async () => {
        user.set('ann');
        await toThread(() => user.set('bob'));
        return user.get();
      };
      expect(loop.runUntilComplete(main())).to.equal('ann');
    });

    it('is as it was when the thread was asked for, whatever is set while it works', () => {
      const main = async () => {
        user.set('ann');
        const task = createTask(toThread(blocking(2, () => user.get())));
        await sleep(1);
        user.set('carl');
        return await task;
      };
      expect(loop.runUntilComplete(main())).to.equal('ann');
    });
  });

  describe('cancelled', () => {
    it('waits no more, while the function runs to its end, unseen', () => {
      const work = blocking(5, () => log.note('worked'));
      const main = async () => {
        const task = createTask(toThread(work));
        await sleep(1);
        task.cancel();
        try {
          await task;
        } catch (error) {
          log.note((error as Error).name);
        }
        await sleep(9);
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['CancelledError@1', 'worked@5']);
    });

    it('by a timeout, gives a TimeoutError, and what the function throws later nobody hears', () => {
      const fail = blocking(5, () => {
        log.note('fails');
        throw new Error('late');
      });
      const main = async () => {
        try {
          await waitFor(toThread(fail), 2);
        } catch (error) {
          log.note((error as Error).name);
        }
        await sleep(9);
      };
      loop.runUntilComplete(main());
      loop.close();
      expect(log.entries).to.deep.equal(['TimeoutError@2', 'fails@5']);
    });

    it('before its first step, never asks for a thread', () => {
      const task = loop.createTask(toThread(() => log.note('never')));
      task.cancel();
      expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
      expect(log.entries).to.deep.equal([]);
    });
  });
});
