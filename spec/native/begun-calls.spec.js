// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const {
  coroutine,
  createTask,
  currentTask,
  EventLoop,
  gather,
  iscoroutinefunction,
  setEventLoop,
  sleep,
  TaskGroup,
  wait,
  waitFor,
} = require('../../lib');
const { Log, thrownBy } = require('../support');

describe('A call of a native async function that has begun', () => {
  let loop;
  let log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run an async function on the loop. */
  const play = (main) => loop.runUntilComplete(coroutine(main)());
  const work = async (name, delay) => {
    try {
      await sleep(delay);
      log.note(`${name} is done by ${currentTask().getName()}`);
    } catch (error) {
      log.note(`${name}: ${error.name}`);
      throw error;
    }
    return name;
  };

  describe('and is given to a coroutine that begins later', () => {
    it('is cancelled by waitFor at its timeout', () => {
      const error = thrownBy(() => play(async () => await waitFor(work('a', 10), 1)));
      expect([error.name, log.entries]).to.deep.equal(['TimeoutError', ['a: CancelledError@1']]);
    });

    it('is a task of its own in wait, which can be cancelled', () => {
      play(async () => {
        const [, pending] = await wait([work('a', 10), work('b', 20)], { timeout: 1 });
        for (const task of pending) task.cancel();
        await wait(pending);
      });
      expect(log.entries).to.deep.equal(['a: CancelledError@1', 'b: CancelledError@1']);
    });

    it('is one in a set, too', () => {
      play(async () => {
        const [done, pending] = await wait(new Set([work('a', 1), work('b', 20)]), { returnWhen: 'FIRST_COMPLETED' });
        for (const task of pending) task.cancel();
        log.note(`${done.size} done, ${pending.size} pending`);
        await wait(pending);
      });
      expect(log.entries.slice(1)).to.deep.equal(['1 done, 1 pending@1', 'b: CancelledError@1']);
    });

    it('leaves wait and waitFor the coroutine functions that they are', () => {
      expect([wait, waitFor].map(iscoroutinefunction)).to.deep.equal([true, true]);
      const calls = [wait([]), waitFor(null, 1)];
      expect(calls.map(String)).to.deep.equal(['<coroutine object wait>', '<coroutine object waitFor>']);
      for (const call of calls) call.close();
    });
  });

  describe('and whose task has not taken its first step', () => {
    it('is cancelled where it awaits', () => {
      play(async () => {
        const task = createTask(work('a', 10));
        task.cancel();
        await wait([task]);
        log.note(String(task.cancelled()));
      });
      expect(log.entries).to.deep.equal(['a: CancelledError@0', 'true@0']);
    });

    it('is cancelled by waitFor where that has no time', () => {
      const error = thrownBy(() => play(async () => await waitFor(work('a', 10), 0)));
      expect([error.name, log.entries]).to.deep.equal(['TimeoutError', ['a: CancelledError@0']]);
    });

    it('may decline to be cancelled', () => {
      const declining = async () => {
        try {
          await sleep(10);
        } catch {
          return await work('a', 2);
        }
      };
      play(async () => {
        const task = createTask(declining());
        task.cancel();
        log.note(`${await task} ${task.cancelling()}`);
      });
      expect(log.entries.map((entry) => entry.replace(/ by .*@/, '@'))).to.deep.equal(['a is done@2', 'a 1@2']);
    });

    it('is cancelled where it has ended, as one that has not begun', () => {
      play(async () => {
        const task = createTask((async () => 5)());
        task.cancel();
        await wait([task]);
        log.note(String(task.cancelled()));
      });
      expect(log.entries).to.deep.equal(['true@0']);
    });

    it('is closed where a TaskGroup refuses it', () => {
      play(async () => {
        const group = new TaskGroup();
        expect(thrownBy(() => group.createTask(work('a', 10))).message).to.match(/has not been entered$/);
        await sleep(20);
      });
      expect(log.entries).to.deep.equal(['a: GeneratorExit@0']);
    });
  });

  describe('before the loop runs', () => {
    beforeEach(() => {
      setEventLoop(loop);
    });

    afterEach(() => {
      setEventLoop(null);
    });

    it('is the task that was made of it, one beside the other', () => {
      for (const [i, name] of ['a', 'b', 'c'].entries()) loop.createTask(work(name, i), { name });
      loop.runUntilComplete(sleep(5));
      expect(log.entries).to.deep.equal(['a is done by a@0', 'b is done by b@1', 'c is done by c@2']);
    });

    it('is cancelled with its task, and with no other', () => {
      const [a, b] = ['a', 'b'].map((name) => loop.createTask(work(name, 2), { name }));
      loop.callLater(1, () => a.cancel());
      loop.runUntilComplete(wait([a, b]));
      expect(log.entries).to.deep.equal(['a: CancelledError@1', 'b is done by b@2']);
    });

    it('is a task of its own in wait and in gather', () => {
      loop.runUntilComplete(wait([work('a', 2), work('b', 1)]));
      expect(loop.runUntilComplete(gather([work('c', 2), work('d', 1)]))).to.deep.equal(['c', 'd']);
      const tasks = log.entries.map((entry) => entry.replace(/.* by (.*)@.*/, '$1'));
      expect([new Set(tasks).size, loop.time()]).to.deep.equal([4, 4]);
    });

    it('stays its own when the loop has stopped, and another is called before it runs again', () => {
      loop.createTask(work('a', 1), { name: 'a' });
      loop.callSoon(() => loop.stop());
      loop.runForever();
      loop.createTask(work('b', 1), { name: 'b' });
      loop.runUntilComplete(sleep(2));
      expect(log.entries).to.deep.equal(['a is done by a@1', 'b is done by b@1']);
    });

    it('does not become that of a coroutine that takes its first step before it', () => {
      loop.createTask(coroutine(work)('a', 1), { name: 'a' });
      loop.createTask(work('b', 1), { name: 'b' });
      loop.runUntilComplete(sleep(2));
      expect(log.entries).to.deep.equal(['a is done by a@1', 'b is done by b@1']);
    });
  });
});
