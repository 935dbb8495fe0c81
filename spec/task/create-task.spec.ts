import { expect } from 'chai';
import { ContextVar, copyContext, createTask, EventLoop, RuntimeError, sleep, Task } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('createTask', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('makes a task of the running loop, which begins in the next iteration', () => {
    async function child() {
      log.note('child');
      return 5;
    }
    async function main() {
      const task = createTask(child());
      log.note(`${task.getLoop() === loop}`);
      return await task;
    }
    const result = loop.runUntilComplete(main());
    expect([...log.entries, result]).to.deep.equal(['true@0', 'child@0', 5]);
  });

  it('gives a Task, however often it is asked for one, of a generator as of an async function', () => {
    async function callAsync() {
      return 1;
    }
    function* plain() {
      return 1;
    }
    async function main() {
      const tasks = [callAsync(), plain(), callAsync(), plain()].map((coro) => createTask<number>(coro));
      const results: number[] = [];
      for (const task of tasks) results.push(await task);
      return [tasks.map((task) => task instanceof Task), results];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal([
      [true, true, true, true],
      [1, 1, 1, 1],
    ]);
  });

  it('works in a callback that is no task, too', () => {
    function* child() {
      log.note('child');
    }
    loop.callSoon(() => createTask(child()));
    runBriefly(loop, 2);
    expect(log.entries).to.deep.equal(['child@0']);
  });

  it('gives the task the name it is given', () => {
    function* main() {
      return createTask(sleep(1), { name: 'n' }).getName();
    }
    expect(loop.runUntilComplete(main())).to.equal('n');
  });

  it('starts it eagerly if so told', () => {
    function* child() {
      log.note('child');
    }
    function* main() {
      createTask(child(), { eagerStart: true });
      log.note('main');
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['child@0', 'main@0']);
  });

  it('has the task run in the context it is given, and otherwise in a copy of its own', () => {
    const variable = new ContextVar('variable', { default: 'default' });
    function* child() {
      log.note(variable.get() as string);
      variable.set('changed');
    }
    function* main() {
      const context = copyContext();
      context.run(() => variable.set('given'));
      const task = createTask(child(), { context });
      log.note(`${task.getContext() === context}`);
      yield* task;
      log.note(`${context.get(variable)} ${variable.get()}`);
      yield* createTask(child());
      log.note(`${variable.get()}`);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['true@0', 'given@0', 'changed default@0', 'default@0', 'default@0']);
  });

  it('needs a running loop', () => {
    expect(() => createTask(sleep(1))).to.throw(RuntimeError, 'no running event loop');
  });

  it('refuses what is no coroutine', () => {
    function* main() {
      return thrownBy(() => createTask(5 as never));
    }
    const error = loop.runUntilComplete(main());
    expect([error instanceof TypeError, error.message]).to.deep.equal([true, 'a coroutine was expected, got 5']);
  });

  it('leaves no task behind for what it refuses', () => {
    thrownBy(() => loop.createTask(5 as never));
    expect(loop.runUntilComplete(sleep(0))).to.equal(undefined);
    loop.close();
  });

  it('is refused by a loop that is closed', () => {
    loop.close();
    expect(() => loop.createTask(sleep(1))).to.throw(RuntimeError, 'Event loop is closed');
  });
});

describe('A context that is none', () => {
  it('is refused by createTask and by addDoneCallback, at once', () => {
    const loop = new EventLoop();
    const text = 'a Context was expected, got 5';
    expect(() => loop.createTask(sleep(0), { context: 5 as never })).to.throw(TypeError, text);
    expect(() => loop.createFuture().addDoneCallback(() => {}, { context: 5 as never })).to.throw(TypeError, text);
  });
});
