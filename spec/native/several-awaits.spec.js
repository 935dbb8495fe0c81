// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const { allTasks, CancelledError, coroutine, createTask, currentTask, EventLoop, run, sleep } = require('../../lib');
const { Log, thrownBy } = require('../support');

describe('A native async function that awaits several things at once', () => {
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
      log.note(name);
      return name;
    } catch (error) {
      log.note(`${name} ${error.name}`);
      throw error;
    }
  };

  it('by Promise.all waits for all, each going on when it may', () => {
    const results = play(() => Promise.all([work('slow', 2), work('fast', 1), sleep(3, 'coroutine'), 'value']));
    expect(results).to.deep.equal(['slow', 'fast', 'coroutine', 'value']);
    expect(log.entries).to.deep.equal(['fast@1', 'slow@2']);
  });

  it('by Promise.race goes on with the first; the others do in a task of their own', () => {
    play(async () => {
      log.note(`${await Promise.race([work('slow', 3), work('fast', 1)])} won`);
      await sleep(1);
      log.note('main');
      await sleep(5);
    });
    expect(log.entries).to.deep.equal(['fast@1', 'fast won@1', 'main@2', 'slow@3']);
  });

  it('by Promise.allSettled hears of failures, too', () => {
    const error = new Error('mine');
    const outcomes = play(() => Promise.allSettled([sleep(1), Promise.reject(error)]));
    expect(outcomes).to.deep.equal([
      { status: 'fulfilled', value: undefined },
      { status: 'rejected', reason: error },
    ]);
  });

  it('gets a cancellation at each of them', () => {
    const main = coroutine(() => Promise.all([work('one', 9), work('two', 9)]));
    const error = thrownBy(() =>
      play(async () => {
        const task = createTask(main());
        await sleep(1);
        task.cancel();
        await task;
      }),
    );
    expect(error).to.be.instanceOf(CancelledError);
    expect(log.entries).to.deep.equal(['one CancelledError@1', 'two CancelledError@1']);
  });

  it('is one task all the while', () => {
    const names = play(async () => {
      const name = async (delay) => {
        await sleep(delay);
        return currentTask().getName();
      };
      return [currentTask().getName(), ...(await Promise.all([name(2), name(1)]))];
    });
    expect(new Set(names).size).to.equal(1);
  });

  it('looks again when other code lets it go on', () => {
    play(async () => {
      let open;
      const gate = new Promise((resolve) => {
        open = resolve;
      });
      createTask(
        coroutine(async () => {
          await sleep(1);
          open('gate');
        })(),
      );
      log.note(await Promise.race([work('slow', 9), gate]));
      await sleep(1);
      log.note('main');
    });
    expect(log.entries).to.deep.equal(['gate@1', 'main@2']);
  });

  it('leaves what it did not wait for to a task of its own, which run cancels at the end', () => {
    const main = async () => {
      work('left', 9);
      await sleep(1);
      log.note('main');
    };
    run(coroutine(main)(), { loopFactory: () => loop });
    expect(log.entries).to.deep.equal(['main@1', 'left CancelledError@1']);
  });

  it('has that task among all tasks', () => {
    const main = coroutine(async () => {
      work('left', 2);
    });
    play(async () => {
      await createTask(main());
      await sleep(0);
      log.note(`${allTasks().size} tasks`);
      await sleep(9);
      log.note(`${allTasks().size} task`);
    });
    expect(log.entries).to.deep.equal(['2 tasks@0', 'left@2', '1 task@9']);
  });
});
