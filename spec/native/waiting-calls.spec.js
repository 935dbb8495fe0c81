const { expect } = require('chai');
const { captureCallGraph, coroutine, createTask, currentTask, Event, EventLoop, run, sleep } = require('../../lib');
const { both, leaf, middle, mixed, outer, shown, withMarks } = require('./native-chains');
const { thrownBy } = require('../support');

describe('A task of native async functions that waits', () => {
  let loop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** What the loop says of tasks that wait for ever: each made by a call of one of `functions`. */
  function deadlockOf(functions, wait = () => loop.createFuture()) {
    const main = async () => {
      for (const each of functions) createTask(each(wait), { name: each.name });
      await sleep(2);
    };
    loop.runUntilComplete(coroutine(main)());
    return thrownBy(() => loop.runForever());
  }

  const chainsOf = (...made) => deadlockOf(...made).tasks.map(({ chain }) => shown(chain));

  it('is shown in a DeadlockError with its calls, outermost first, without debug mode', () => {
    const { message } = deadlockOf([outer]);
    expect(withMarks(message).split('\n')[1]).to.equal(
      '  outer waits for <Future pending cb=[Task.task_wakeup()]> in outer (outer), middle (middle), leaf (leaf)',
    );
  });

  it('has its calls as frames, each marked as one that awaits', () => {
    const [{ chain }] = deadlockOf([middle]).tasks;
    expect(chain.map(({ name, isAwaiting }) => [name, isAwaiting])).to.deep.equal([
      ['middle', true],
      ['leaf', true],
    ]);
  });

  it('shows the calls of generators between its own', () => {
    expect(chainsOf([mixed])).to.deep.equal([['mixed at mixed', 'between at between', 'leaf at leaf']]);
  });

  it('shows, where it waits for several things at once, the calls by which it waits for all of them', () => {
    expect(chainsOf([both])).to.deep.equal([['both at both']]);
  });

  it('shows where it awaits a promise that is none of this library', () => {
    const { message } = deadlockOf([outer], () => new Promise(() => {}));
    expect(withMarks(message).split('\n')[1]).to.match(
      /^ {2}outer waits for <foreign .*> in outer \(.*\), leaf \(leaf\)$/,
    );
  });

  it('leaves out the last call where another awaits the same promise, and V8 cannot tell which is meant', () => {
    const promise = new Promise(() => {});
    expect(chainsOf([leaf, outer], () => promise)).to.deep.equal([[], ['outer at outer', 'middle at middle']]);
  });

  it('can be looked at by other native code, and goes on as if it had not been', () => {
    const event = new Event();
    const main = async () => {
      const task = createTask(outer(() => event.wait()));
      await sleep(2);
      const stack = shown(task.getStack());
      event.set();
      return [stack, await task];
    };
    expect(run(coroutine(main)())).to.deep.equal([['outer at outer'], true]);
  });

  it('has a stack, the outermost call, and shows where it is', () => {
    const main = async () => {
      const task = createTask(
        outer(() => sleep(1)),
        { name: 'a' },
      );
      await sleep(0);
      return [shown(task.getStack()), withMarks(`${task}`)];
    };
    const [stack, text] = run(coroutine(main)());
    expect(stack).to.deep.equal(['outer at outer']);
    expect(text).to.match(/^<Task pending name='a' coro=<outer\(\) running at outer> wait_for=/);
  });

  it('has its calls in a call graph', () => {
    const main = async () => {
      const task = createTask(
        outer(() => sleep(1)),
        { name: 'a' },
      );
      await sleep(0);
      return captureCallGraph(task).callStack.map(({ frame }) => frame);
    };
    expect(shown(run(coroutine(main)()))).to.deep.equal(['middle at first', 'outer at outer']);
  });
});

describe('The task of native async functions that runs', () => {
  it('has those that await the innermost between that and who runs the loop', () => {
    let stack;
    const look = async () => {
      await sleep(0);
      stack = currentTask()
        .getStack()
        .map(({ name }) => name);
    };
    function runIt() {
      run(coroutine(outer)(look));
    }
    runIt();
    expect(stack.slice(-5)).to.deep.equal(['runIt', 'outer', 'middle', 'leaf', 'look']);
  });
});
