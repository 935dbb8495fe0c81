import { expect } from 'chai';
import {
  blocking,
  CancelledError,
  ConcurrentFuture,
  coroutine,
  EventLoop,
  getRunningLoop,
  RuntimeError,
  runCoroutineThreadsafe,
  SystemExit,
  sleep,
  toThread,
} from '../../lib';
import { collectReports, countIterations, Log, runBriefly, thrownBy } from '../support';

describe('runCoroutineThreadsafe', () => {
  let loop: EventLoop;
  let log: Log;

  const add = coroutine(function* add(a: number, b: number) {
    yield* sleep(1);
    return a + b;
  });

  const fail = async () => {
    await sleep(1);
    throw new RangeError('broken');
  };

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const pass = (seconds: number) => loop.runUntilComplete(sleep(seconds));

  it('runs the coroutine as a task of the loop, and gives a future that a thread can ask', () => {
    const future = runCoroutineThreadsafe(add(1, 2), loop);
    expect([future instanceof ConcurrentFuture, future.done()]).to.deep.equal([true, false]);
    pass(2);
    expect(future.result()).to.equal(3);
  });

  it('takes an async function, and a plain generator', () => {
    const main = async () => 'async function';
    const plain = function* () {
      yield* sleep(1);
      return 'generator';
    };
    const futures = [runCoroutineThreadsafe(main(), loop), runCoroutineThreadsafe(plain(), loop)];
    pass(2);
    expect(futures.map((future) => future.result())).to.deep.equal(['async function', 'generator']);
  });

  it('makes the task in the next iteration; the result is there one after its end', () => {
    const future = runCoroutineThreadsafe(
      (async () => {
        log.note('begun');
      })(),
      loop,
    );
    const counts = [countIterations(loop, () => log.entries.length > 0), countIterations(loop, () => future.done())];
    expect(counts).to.deep.equal([2, 1]);
  });

  it('passes on the error: the same one', () => {
    const future = runCoroutineThreadsafe(fail(), loop);
    pass(2);
    expect([String(future.exception()), thrownBy(() => future.result())]).to.deep.equal([
      'RangeError: broken',
      future.exception(),
    ]);
  });

  it('reports no error of the task: the future has it', () => {
    const reports = collectReports(loop);
    runCoroutineThreadsafe(fail(), loop);
    pass(2);
    loop.close();
    expect(reports).to.deep.equal([]);
  });

  it('can be called by a thread: the task runs while that goes on', () => {
    const main = async () => {
      const future = await toThread(() => {
        const handedOver = runCoroutineThreadsafe(add(1, 2), loop);
        handedOver.addDoneCallback((done) => log.note(`result ${done.result()}`));
        blocking(5, () => {})();
        return handedOver;
      });
      log.note(`thread done, ${future.result()}`);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['result 3@1', 'thread done, 3@5']);
  });

  it('runs the task on that loop, whichever runs when it is called', () => {
    const other = new EventLoop();
    const where = async () => getRunningLoop() === other;
    const call = async () => runCoroutineThreadsafe(where(), other);
    const future = loop.runUntilComplete(call());
    runBriefly(other, 3);
    expect(future.result()).to.equal(true);
  });

  describe('cancelled', () => {
    const wait = async () => {
      log.note('begun');
      try {
        await sleep(100);
      } finally {
        log.note('left');
      }
    };

    it('cancels the task', () => {
      const future = runCoroutineThreadsafe(wait(), loop);
      loop.callLater(2, () => log.note(`cancel: ${future.cancel()}`));
      pass(5);
      expect([log.entries, future.cancelled()]).to.deep.equal([['begun@0', 'cancel: true@2', 'left@2'], true]);
    });

    it('before there is a task, has it take its first step, and then cancels it', () => {
      const future = runCoroutineThreadsafe(wait(), loop);
      expect(future.cancel()).to.equal(true);
      pass(5);
      expect(log.entries).to.deep.equal(['begun@0', 'left@0']);
    });

    it('by the task itself, is cancelled too', () => {
      const main = async () => {
        throw new CancelledError('by itself');
      };
      const future = runCoroutineThreadsafe(main(), loop);
      pass(1);
      expect([future.cancelled(), thrownBy(() => future.result()).name]).to.deep.equal([true, 'CancelledError']);
    });
  });

  describe('when no task can be made', () => {
    it('fails with the error, which is reported as well', () => {
      const reports = collectReports(loop);
      loop.setTaskFactory((_loop, coro) => {
        (coro as ReturnType<typeof add>).close();
        throw new RangeError('no task');
      });
      const future = runCoroutineThreadsafe(add(1, 2), loop);
      runBriefly(loop);
      expect(String(future.exception())).to.equal('RangeError: no task');
      expect(
        reports.map(({ message, exception }) => [/^Exception in callback /.test(message as string), exception]),
      ).to.deep.equal([[true, future.exception()]]);
    });

    it('lets SystemExit out of the loop', () => {
      loop.setTaskFactory(() => {
        throw new SystemExit(3);
      });
      const future = runCoroutineThreadsafe(add(1, 2), loop);
      expect(() => runBriefly(loop)).to.throw(SystemExit);
      expect(future.done()).to.equal(false);
    });
  });

  describe('refuses', () => {
    it('what is no coroutine', () => {
      for (const coro of [5, () => {}, loop.createFuture(), add]) {
        expect(() => runCoroutineThreadsafe(coro as never, loop)).to.throw(TypeError, 'A coroutine object is required');
      }
    });

    it('a loop that is closed, and leaves the coroutine as it was', () => {
      loop.close();
      const coro = add(1, 2);
      expect(() => runCoroutineThreadsafe(coro, loop)).to.throw(RuntimeError, 'Event loop is closed');
      expect(coro.state).to.equal('created');
    });
  });
});
