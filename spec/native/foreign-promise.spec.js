// In plain JavaScript: the async functions here are V8's own.

const { readFile } = require('node:fs/promises');
const { setTimeout: realSleep } = require('node:timers/promises');
const { expect } = require('chai');
const { coroutine, createTask, currentTask, DeadlockError, EventLoop, run, sleep, waitFor } = require('../../lib');
const { Log, thrownBy } = require('../support');

describe('A foreign promise', () => {
  let loop;
  let log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run an async function on the loop. */
  const play = (main) => loop.runUntilComplete(coroutine(main)());

  describe('that only the host can fulfil', () => {
    it('is a deadlock, which names it, and the task that awaits it', () => {
      const read = coroutine(async () => await readFile(__filename, 'utf8'));
      const error = thrownBy(() =>
        play(async () => {
          await createTask(read(), { name: 'reader' });
        }),
      );
      expect(error).to.be.instanceOf(DeadlockError);
      expect(error.message).to.match(/^ {2}reader waits for <foreign promise, which only the host's scheduler can/m);
      expect(error.tasks.map(({ task }) => task.getName())).to.include('reader');
    });

    it('is one as well where a generator, or a compiled function, is given it', () => {
      const error = thrownBy(() => loop.runUntilComplete(readFile(__filename)));
      expect(error.message).to.match(/<foreign promise, which/);
    });

    it('is not waited for once there is a timeout', () => {
      const wait = coroutine(async () => await realSleep(1));
      expect(String(thrownBy(() => run(waitFor(wait(), 5))))).to.equal('TimeoutError');
    });

    it('lets others go on', () => {
      const stuck = coroutine(async () => await realSleep(1));
      const result = play(async () => {
        createTask(stuck());
        return await sleep(5, 'slept');
      });
      expect(result).to.equal('slept');
    });
  });

  describe('that another task fulfils', () => {
    const opened = (body) => {
      let open;
      const gate = new Promise((resolve) => {
        open = resolve;
      });
      play(async () => {
        const task = createTask(coroutine(() => body(gate))(), { name: 'waiter' });
        await sleep(1);
        open('opened');
        log.note('main');
        await task;
      });
      return log.entries;
    };

    it('lets its code go on in the step of that task, as the task that it is', () => {
      const entries = opened(async (gate) => log.note(`${await gate} for ${currentTask().getName()}`));
      expect(entries).to.deep.equal(['main@1', 'opened for waiter@1']);
    });

    it('leaves it a task of its own from there on', () => {
      const entries = opened(async (gate) => {
        await gate;
        await sleep(2);
        log.note(currentTask().getName());
      });
      expect(entries).to.deep.equal(['main@1', 'waiter@3']);
    });

    it('lets go on what a call began and left, though that call has ended', () => {
      const entries = opened(async (gate) => {
        (async () => {
          log.note(await gate);
          await sleep(1);
          log.note('still goes on');
        })();
      });
      loop.runUntilComplete(sleep(5));
      expect(entries).to.deep.equal(['main@1', 'opened@1', 'still goes on@2']);
    });
  });

  it('that is fulfilled already takes no iteration', () => {
    loop.callSoon(() => log.note('soon'));
    play(async () => log.note(await Promise.resolve('fulfilled')));
    expect(log.entries).to.deep.equal(['soon@0', 'fulfilled@0']);
  });
});
