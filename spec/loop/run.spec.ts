import { expect } from 'chai';
import {
  CancelledError,
  contextOf,
  createTask,
  currentTask,
  EventLoop,
  getEventLoop,
  getRunningLoop,
  KeyboardInterrupt,
  run,
  setEventLoop,
  sleep,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('run', () => {
  afterEach(() => setEventLoop(undefined));

  const ways: [string, () => Generator<unknown, number> | Promise<number>][] = [
    [
      'a generator',
      function* () {
        yield* sleep(1);
        return getRunningLoop().time();
      },
    ],
    [
      'an async function',
      async () => {
        await sleep(1);
        return getRunningLoop().time();
      },
    ],
  ];
  for (const [way, main] of ways) {
    it(`gives what ${way} returns, run on a loop of its own`, () => {
      expect(run(main())).to.equal(1);
    });
  }

  it('closes the loop afterwards, and leaves none current', () => {
    const main = async () => getRunningLoop();
    expect(run(main()).isClosed()).to.equal(true);
    expect(() => getEventLoop()).to.throw("There is no current event loop in thread 'MainThread'.");
  });

  it('throws what the coroutine throws, and closes the loop', () => {
    const error = new Error('broken');
    const loops: EventLoop[] = [];
    const fail = async () => {
      loops.push(getRunningLoop());
      await sleep(1);
      throw error;
    };
    expect(thrownBy(() => run(fail()))).to.equal(error);
    expect(loops.map((loop) => loop.isClosed())).to.deep.equal([true]);
  });

  it('cancels the tasks that are left, and gives the result all the same', () => {
    const loop = new EventLoop();
    const log = new Log(loop);
    const forever = async () => {
      try {
        await sleep(Infinity);
      } finally {
        log.note('cancelled');
      }
    };
    const main = async () => {
      createTask(forever());
      await sleep(1);
      return 'result';
    };
    expect(run(main(), { loopFactory: () => loop })).to.equal('result');
    expect(log.entries).to.deep.equal(['cancelled@1']);
  });

  it('cancels the tasks that are left when a KeyboardInterrupt ends it', () => {
    const loop = new EventLoop();
    const log = new Log(loop);
    const main = async () => {
      try {
        await sleep(10);
      } catch (error) {
        log.note('cancelled');
        throw error;
      }
    };
    const interrupt = new KeyboardInterrupt();
    const loopFactory = () => {
      loop.callLater(1, () => {
        throw interrupt;
      });
      return loop;
    };
    expect(thrownBy(() => run(main(), { loopFactory }))).to.equal(interrupt);
    expect([log.entries, loop.isClosed()]).to.deep.equal([['cancelled@1'], true]);
  });

  it('throws CancelledError, with its message, when the coroutine was cancelled', () => {
    const main = async () => {
      currentTask()?.cancel('enough');
      await sleep(1);
    };
    const error = thrownBy(() => run(main())) as CancelledError;
    expect(error).to.be.instanceOf(CancelledError);
    expect(error.args).to.deep.equal(['enough']);
  });

  it('keeps the error of the program when closing fails, too: it is the context of that error', () => {
    const loop = new EventLoop();
    loop.setExceptionHandler(() => {});
    const error = new Error('of the program');
    const stay = async () => {
      for (;;) {
        try {
          await loop.createFuture();
        } catch {
          // Declines to end.
        }
      }
    };
    const main = async () => {
      createTask(stay());
      await sleep(1);
      throw error;
    };
    const thrown = thrownBy(() => run(main(), { loopFactory: () => loop }));
    expect(thrown.name).to.equal('DeadlockError');
    expect(contextOf(thrown)).to.equal(error);
  });

  it('refuses what is no coroutine', () => {
    for (const [given, shown] of [
      [5, '5'],
      [() => sleep(0), '<function <anonymous>>'],
    ] as const) {
      const error = thrownBy(() => run(given as never));
      expect([error.name, error.message]).to.deep.equal(['ValueError', `a coroutine was expected, got ${shown}`]);
    }
  });

  it('makes and closes its loop for what is no coroutine, too, and leaves none current', () => {
    setEventLoop(new EventLoop());
    thrownBy(() => run(5 as never));
    expect(() => getEventLoop()).to.throw("There is no current event loop in thread 'MainThread'.");
  });

  it('is refused while a loop is running, and the coroutine can still be run', () => {
    const coro = sleep(1, 'slept');
    const main = async () => thrownBy(() => run(coro)).message;
    expect(run(main())).to.equal('asyncio.run() cannot be called from a running event loop');
    expect(run(coro)).to.equal('slept');
  });

  it('has the loop in debug mode where that is asked for', () => {
    const main = async () => getRunningLoop().getDebug();
    const modes = [run(main()), run(main(), { debug: true }), run(main(), { debug: false })];
    expect(modes).to.deep.equal([false, true, false]);
  });
});
