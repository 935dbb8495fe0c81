// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const {
  asyncWith,
  CancelledError,
  coroutine,
  createTask,
  EventLoop,
  sleep,
  TaskGroup,
  timeout,
  ValueError,
  waitFor,
} = require('../../lib');
const { Log } = require('../support');

describe('A native async function that ends early', () => {
  let loop;
  let log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run an async function on the loop. */
  const play = (main) => loop.runUntilComplete(coroutine(main)());

  describe('being cancelled', () => {
    it('gets the CancelledError where it awaits, however deep in plain calls', () => {
      const inner = async () => {
        try {
          await sleep(9);
        } catch (error) {
          log.note(`${error.name} ${error.message}`);
          throw error;
        } finally {
          await sleep(1);
          log.note('cleaned up');
        }
      };
      play(async () => {
        const task = createTask(coroutine(async () => await inner())());
        await sleep(1);
        task.cancel('enough');
        try {
          await task;
        } catch (error) {
          log.note(`${error instanceof CancelledError} ${task.cancelled()}`);
        }
      });
      expect(log.entries).to.deep.equal(['CancelledError enough@1', 'cleaned up@2', 'true true@2']);
    });

    it('may decline', () => {
      const stubborn = coroutine(async () => {
        try {
          await sleep(9);
        } catch {
          return 'declined';
        }
      });
      const result = play(async () => {
        const task = createTask(stubborn());
        await sleep(0);
        task.cancel();
        return [await task, task.cancelling()];
      });
      expect(result).to.deep.equal(['declined', 1]);
    });

    it('does not run at all where it has not begun', () => {
      const task = loop.createTask(coroutine(async () => log.note('ran'))());
      task.cancel();
      expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
      expect(log.entries).to.deep.equal([]);
    });

    it('by timeout, waitFor or a failing TaskGroup ends as in Python', () => {
      const attempt = async (label, body) => {
        try {
          await body();
        } catch (error) {
          log.note(`${label} ${error.name}`);
        }
      };
      const slow = coroutine(async (label) => {
        try {
          await sleep(9);
        } finally {
          log.note(label);
        }
      });
      play(async () => {
        await attempt('timeout', () => asyncWith(timeout(1), async () => await slow('a')));
        await attempt('waitFor', () => waitFor(slow('b'), 1));
        await attempt('group', () =>
          asyncWith(new TaskGroup(), async (group) => {
            group.createTask(slow('c'));
            await sleep(1);
            throw new ValueError('mine');
          }),
        );
      });
      expect(log.entries).to.deep.equal([
        'a@1',
        'timeout TimeoutError@1',
        'b@2',
        'waitFor TimeoutError@2',
        'c@3',
        'group ExceptionGroup@3',
      ]);
    });
  });

  describe('being closed', () => {
    it('gets a GeneratorExit where it awaits, and may clean up', () => {
      const call = coroutine(async () => {
        try {
          await loop.createFuture();
        } finally {
          log.note('cleaned up');
        }
      })();
      call.send();
      call.close();
      expect([call.state, log.entries]).to.deep.equal(['closed', ['cleaned up@0']]);
    });

    it('must not wait on', () => {
      const call = coroutine(async () => {
        try {
          await loop.createFuture();
        } finally {
          await loop.createFuture();
        }
      })();
      call.send();
      expect(() => call.close()).to.throw('coroutine ignored GeneratorExit');
    });
  });
});
