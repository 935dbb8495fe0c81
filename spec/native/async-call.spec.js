// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const {
  ContextVar,
  coroutine,
  createTask,
  currentTask,
  EventLoop,
  getRunningLoop,
  iscoroutine,
  iscoroutinefunction,
  Lock,
  run,
  sleep,
  asyncWith,
  ValueError,
} = require('../../lib');
const { Log, thrownBy } = require('../support');

describe('A native async function', () => {
  let loop;
  let log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run an async function on the loop. */
  const play = (main) => loop.runUntilComplete(coroutine(main)());

  describe('as a coroutine function', () => {
    const hello = coroutine(async function hello(n) {
      await sleep(n);
      return n;
    });

    it('makes a coroutine, and runs nothing', () => {
      const call = coroutine(async () => log.note('ran'))();
      expect([iscoroutine(call), call.state, log.entries]).to.deep.equal([true, 'created', []]);
      loop.runUntilComplete(call);
      expect([call.state, log.entries]).to.deep.equal(['closed', ['ran@0']]);
    });

    it('is one before it was made one, as far as anybody asks', () => {
      expect([iscoroutinefunction(async () => {}), iscoroutinefunction(hello)]).to.deep.equal([true, true]);
    });

    it('keeps its name, its arguments and its `this`', () => {
      const counter = {
        count: 41,
        next: coroutine(async function (by) {
          this.count += by;
          return this.count;
        }),
      };
      expect([String(hello(1)), loop.runUntilComplete(counter.next(1))]).to.deep.equal([
        '<coroutine object hello>',
        42,
      ]);
    });

    it('is run by run, which returns when it has', () => {
      expect(run(hello(5))).to.equal(5);
    });

    it('throws what it throws, as it is', () => {
      const error = new ValueError('mine');
      const failing = coroutine(async () => {
        await sleep(1);
        throw error;
      });
      expect(thrownBy(() => loop.runUntilComplete(failing()))).to.equal(error);
    });

    it('may be driven by hand, step by step', () => {
      const future = loop.createFuture();
      const call = coroutine(async () => await future)();
      expect(call.send()).to.deep.equal({ done: false, value: future });
      future.setResult('set');
      expect(call.send()).to.deep.equal({ done: true, value: 'set' });
    });
  });

  describe('awaits', () => {
    it('futures, tasks, coroutines of every kind, and plain calls', () => {
      const plain = async (n) => (await sleep(n)) ?? `plain ${n}`;
      const generator = coroutine(function* () {
        return yield* sleep(1, 'generator');
      });
      const results = play(async () => {
        const future = getRunningLoop().createFuture();
        getRunningLoop().callLater(1, () => future.setResult('future'));
        return [await future, await createTask(sleep(1, 'task')), await generator(), await plain(1), await plain(2)];
      });
      expect([results, loop.time()]).to.deep.equal([['future', 'task', 'generator', 'plain 1', 'plain 2'], 6]);
    });

    it('what is no awaitable of anybody, as JavaScript does, and without an iteration', () => {
      loop.callSoon(() => log.note('soon'));
      const results = play(async () => {
        const got = [await 5, await null, await Promise.resolve('resolved')];
        log.note('main');
        return got;
      });
      expect([results, log.entries]).to.deep.equal([
        [5, null, 'resolved'],
        ['soon@0', 'main@0'],
      ]);
    });

    it('within the step of its task: a chain of plain calls adds no iteration', () => {
      const depth = async (n) => (n === 0 ? sleep(0) : await depth(n - 1));
      play(async () => {
        loop.callSoon(() => log.note('before'));
        await depth(20);
        log.note('main');
        loop.callSoon(() => log.note('after'));
        await depth(20);
      });
      expect(log.entries).to.deep.equal(['before@0', 'main@0', 'after@0']);
    });

    it('a result that could be awaited itself, and gets it as it is', () => {
      const task = play(async () => {
        const future = getRunningLoop().createFuture();
        future.setResult(createTask(sleep(1), { name: 'inner' }));
        return [await future];
      })[0];
      expect([task.getName(), task.done()]).to.deep.equal(['inner', false]);
    });

    it('what a coroutine function returns, though that could be awaited itself', () => {
      const begin = coroutine(async () => createTask(sleep(1), { name: 'inner' }));
      const task = play(async () => [await begin()])[0];
      expect([task.getName(), task.done()]).to.deep.equal(['inner', false]);
    });

    it('an error where it is thrown', () => {
      const failing = coroutine(function* () {
        yield* sleep(1);
        throw new ValueError('inner');
      });
      play(async () => {
        try {
          await failing();
        } catch (error) {
          log.note(error.message);
        }
      });
      expect(log.entries).to.deep.equal(['inner@1']);
    });

    it('a coroutine once', () => {
      const error = thrownBy(() =>
        play(async () => {
          const call = sleep(1);
          await call;
          await call;
        }),
      );
      expect(String(error)).to.equal('RuntimeError: cannot reuse already awaited coroutine');
    });
  });

  describe('knows who and where it is, after each await', () => {
    it('as currentTask', () => {
      const names = coroutine(async () => {
        const before = currentTask().getName();
        await sleep(1);
        return [before, currentTask().getName()];
      });
      const both = play(async () => {
        const tasks = [createTask(names(), { name: 'ann' }), createTask(names(), { name: 'bob' })];
        return [await tasks[0], await tasks[1]];
      });
      expect(both).to.deep.equal([
        ['ann', 'ann'],
        ['bob', 'bob'],
      ]);
    });

    it('by context variables', () => {
      const user = new ContextVar('user');
      const request = coroutine(async (name) => {
        user.set(name);
        await sleep(1);
        return user.get();
      });
      const users = play(async () => {
        user.set('main');
        const tasks = [createTask(request('ann')), createTask(request('bob'))];
        return [await tasks[0], await tasks[1], user.get()];
      });
      expect(users).to.deep.equal(['ann', 'bob', 'main']);
    });

    it('and holds a lock, for as long as asyncWith says', () => {
      const lock = new Lock();
      const use = coroutine(async (name) => {
        await asyncWith(lock, async () => {
          log.note(name);
          await sleep(1);
        });
      });
      play(async () => {
        const tasks = [createTask(use('ann')), createTask(use('bob'))];
        for (const task of tasks) await task;
      });
      expect(log.entries).to.deep.equal(['ann@0', 'bob@1']);
    });
  });
});
