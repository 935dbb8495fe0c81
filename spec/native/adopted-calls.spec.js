// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const {
  CancelledError,
  coroutine,
  createTask,
  currentTask,
  ensureFuture,
  EventLoop,
  gather,
  isawaitable,
  iscoroutine,
  run,
  shield,
  sleep,
  TaskGroup,
  asyncWith,
  wait,
  waitFor,
} = require('../../lib');
const { Log, thrownBy } = require('../support');

describe('The call of a native async function, made a task', () => {
  let loop;
  let log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run an async function on the loop. */
  const play = (main) => loop.runUntilComplete(coroutine(main)());
  const work = async (name, delay = 1) => {
    log.note(`${name} begins`);
    try {
      await sleep(delay);
    } finally {
      log.note(`${name} of ${currentTask().getName()}`);
    }
    return name;
  };

  it('is run by run and runUntilComplete', () => {
    expect([run(work('a')), loop.runUntilComplete(work('b'))]).to.deep.equal(['a', 'b']);
  });

  it('can be awaited, and is no coroutine', () => {
    const call = work('a', 0);
    expect([isawaitable(call), iscoroutine(call)]).to.deep.equal([true, false]);
    loop.runUntilComplete(call);
  });

  it('goes on in the steps of its own task only, where several were made before any was given away', () => {
    const steps = [];
    const stepBegun = (task) => steps.push(`${task.getName()}@${loop.time()}`);
    loop.observer = new Proxy({}, { get: (_, name) => (name === 'stepBegun' ? stepBegun : () => {}) });
    play(async () => {
      const names = ['A', 'B', 'C'];
      const calls = names.map((name, i) => work(name, i + 1));
      await gather(calls.map((call, i) => createTask(call, { name: names[i] })));
    });
    expect(steps.slice(1, -1)).to.deep.equal(['A@0', 'B@0', 'C@0', 'A@1', 'B@2', 'C@3']);
  });

  it('has begun when the task is made, and goes on as that task', () => {
    const main = async () => {
      const task = createTask(work('a'), { name: 'A' });
      log.note('made');
      return await task;
    };
    expect(play(main)).to.equal('a');
    expect(log.entries).to.deep.equal(['a begins@0', 'made@0', 'a of A@1']);
  });

  it('is itself in gather, however the calls are nested', () => {
    const outer = async (name, delay) => `outer ${await work(name, delay)}`;
    const main = async () => await gather([outer('a', 2), outer('b', 1), sleep(3, 'c')]);
    expect(play(main)).to.deep.equal(['outer a', 'outer b', 'c']);
    const names = log.entries.slice(2).map((entry) => entry.replace(/^(.).*@/, '$1@'));
    expect(names).to.deep.equal(['b@1', 'a@2']);
    expect(new Set(log.entries.slice(2).map((entry) => entry.replace(/.* of (.*)@.*/, '$1'))).size).to.equal(2);
  });

  it('is cancelled where it awaits', () => {
    const main = async () => {
      const task = createTask(work('a'), { name: 'A' });
      await sleep(0);
      task.cancel();
      await task;
    };
    expect(() => play(main)).to.throw(CancelledError);
    expect(log.entries).to.deep.equal(['a begins@0', 'a of A@0']);
  });

  it('is taken by wait, waitFor, shield, ensureFuture, a TaskGroup and asyncWith', () => {
    const main = async () => {
      const [done] = await wait([work('a'), work('b')]);
      const results = [
        [...done].length,
        await waitFor(work('c'), 5),
        await shield(work('d')),
        await ensureFuture(work('e')),
      ];
      await asyncWith(new TaskGroup(), async (group) => {
        group.createTask(work('f'));
      });
      return results;
    };
    expect(play(main)).to.deep.equal([2, 'c', 'd', 'e']);
    expect([loop.time(), log.entries.at(-1).slice(0, 4)]).to.deep.equal([5, 'f of']);
  });

  it('says why there is no loop running where it makes a task at once', () => {
    const main = async () => await createTask(sleep(1));
    const error = thrownBy(() => run(main()));
    expect(String(error)).to.match(
      /^RuntimeError: no running event loop: .* begins when it is called,.*run\(coroutine\(main\)\(\)\)/,
    );
  });

  it('ends with what it throws', () => {
    const error = new Error('mine');
    const failing = async () => {
      throw error;
    };
    expect(thrownBy(() => loop.runUntilComplete(failing()))).to.equal(error);
  });

  it('may be given twice: its result is there for all', () => {
    const main = async () => {
      const call = work('a');
      return await gather([createTask(call), createTask(call)]);
    };
    expect(play(main)).to.deep.equal(['a', 'a']);
  });
});
