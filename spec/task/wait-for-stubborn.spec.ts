import { expect } from 'chai';
import {
  CancelledError,
  contextOf,
  createTask,
  EventLoop,
  gather,
  shield,
  sleep,
  TimeoutError,
  waitFor,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('waitFor, and what goes on when it has cancelled', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Sleep until `when`, whoever wants to cancel that. */
  const sleepUntil = async (when: number): Promise<string> => {
    while (loop.time() < when) {
      try {
        await sleep(when - loop.time());
      } catch (error) {
        expect(error).to.be.instanceOf(CancelledError);
        log.note('declined');
      }
    }
    log.note('awake');
    return 'slept';
  };

  describe('with a coroutine that declines', () => {
    it('waits for its end when the caller is cancelled, whose result that is', () => {
      const task = loop.createTask(waitFor(sleepUntil(2), 4));
      loop.callSoon(() => task.cancel());
      expect([loop.runUntilComplete(task), log.entries]).to.deep.equal(['slept', ['declined@0', 'awake@2']]);
    });

    it('waits for its end at the timeout, and gives what it returns', () => {
      expect(loop.runUntilComplete(waitFor(sleepUntil(2), 1))).to.equal('slept');
      expect(log.entries).to.deep.equal(['declined@1', 'awake@2']);
    });
  });

  describe('with no time to wait, and a task that has begun', () => {
    const nap = async (cleanup: number): Promise<void> => {
      try {
        await sleep(10);
      } catch (error) {
        await sleep(cleanup);
        throw error;
      } finally {
        log.note('ended');
      }
    };

    for (const timeout of [0, -1]) {
      it(`cancels it, at a timeout of ${timeout}`, () => {
        const main = async () => {
          const task = createTask(nap(0));
          await sleep(0);
          try {
            await waitFor(task, timeout);
          } catch (error) {
            log.note(`${(error as Error).name}, done ${task.done()}, cancelled ${task.cancelled()}`);
          }
        };
        loop.runUntilComplete(main());
        expect(log.entries).to.deep.equal(['ended@0', 'TimeoutError, done true, cancelled true@0']);
      });
    }

    it('waits for its slow cleanup, and raises a TimeoutError from its CancelledError', () => {
      const main = async () => {
        const task = createTask(nap(3));
        await sleep(1);
        await waitFor(task, 0);
      };
      const error = thrownBy(() => loop.runUntilComplete(main()));
      expect([error instanceof TimeoutError, contextOf(error) instanceof CancelledError]).to.deep.equal([true, true]);
      expect(log.entries).to.deep.equal(['ended@4']);
    });
  });

  it('waits for the slow cleanup of a task at the timeout, and raises a TimeoutError from its CancelledError', () => {
    const nap = async () => {
      try {
        await sleep(10);
      } finally {
        await sleep(3);
        log.note('ended');
      }
    };
    const error = thrownBy(() => loop.runUntilComplete(waitFor(loop.createTask(nap()), 1)));
    expect([error instanceof TimeoutError, contextOf(error) instanceof CancelledError]).to.deep.equal([true, true]);
    expect(log.entries).to.deep.equal(['ended@4']);
  });

  describe('when the caller is cancelled right after it has begun', () => {
    for (const timeout of [null, 60]) {
      it(`cancels the task that it waits for, at a timeout of ${timeout}`, () => {
        const inner = loop.createTask(sleepForever());
        const outer = loop.createTask(waitFor(inner, timeout));
        loop.callSoon(() => outer.cancel());
        expect(thrownBy(() => loop.runUntilComplete(outer))).to.be.instanceOf(CancelledError);
        expect([inner.cancelled(), outer.cancelled(), loop.time()]).to.deep.equal([true, true, 0]);
      });
    }

    async function sleepForever() {
      await loop.createFuture();
    }

    it('is cancelled in what comes next, where the task was done already; which keeps its result', () => {
      const main = async () => {
        const inner = createTask((async () => 'done')());
        const outer = createTask(
          (async () => {
            log.note(`got ${await waitFor(inner, 100)}`);
            await sleep(1);
            log.note('never');
          })(),
        );
        await sleep(0);
        outer.cancel();
        await gather([outer], { returnExceptions: true });
        return [outer.cancelled(), await inner];
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([true, 'done']);
      expect(log.entries).to.deep.equal(['got done@0']);
    });
  });

  it('gives the result of a future, where that comes in time', () => {
    const future = loop.createFuture<string>();
    loop.callSoon(() => future.setResult('ok'));
    expect([loop.runUntilComplete(waitFor(future, 1)), loop.time()]).to.deep.equal(['ok', 0]);
  });

  describe('with a shield around a task', () => {
    const nap = async () => await sleep(2, 'slept');

    it('gives its result, where there is no timeout', () => {
      const task = loop.createTask(nap());
      expect([loop.runUntilComplete(waitFor(shieldOf(task), null)), task.done()]).to.deep.equal(['slept', true]);
    });

    for (const [timeout, at] of [
      [1, 1],
      [0, 0],
    ] as const) {
      it(`cancels the shield alone, at a timeout of ${timeout}`, () => {
        const task = loop.createTask(nap());
        const shielded = shieldOf(task);
        expect(thrownBy(() => loop.runUntilComplete(waitFor(shielded, timeout)))).to.be.instanceOf(TimeoutError);
        expect([shielded.cancelled(), task.done(), loop.time()]).to.deep.equal([true, false, at]);
        expect([loop.runUntilComplete(task), task.cancelled(), loop.time()]).to.deep.equal(['slept', false, 2]);
      });
    }

    const shieldOf = (task: PromiseLike<string>) => shield(task);
  });
});
