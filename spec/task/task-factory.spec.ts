import { expect } from 'chai';
import { EventLoop, eagerTaskFactory, sleep, Task } from '../../lib';

describe('EventLoop.setTaskFactory', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  it('has the factory make the tasks, given the loop, the coroutine and the options', () => {
    const calls: unknown[] = [];
    loop.setTaskFactory((ofLoop, coro, options) => {
      calls.push(ofLoop === loop, coro === asleep, Object.keys(options));
      return new Task(coro, { ...options, loop: ofLoop });
    });
    const asleep = sleep(0);
    const { context } = { context: new Task(sleep(0), { loop }).getContext() };
    const task = loop.createTask(asleep, { name: 'n', context });
    expect([...calls, task.getName(), task.getContext()]).to.deep.equal([true, true, ['context'], 'n', context]);
  });

  it('is taken back by undefined or null', () => {
    loop.setTaskFactory(eagerTaskFactory);
    const set = loop.getTaskFactory();
    loop.setTaskFactory(null);
    expect([set, loop.getTaskFactory()]).to.deep.equal([eagerTaskFactory, undefined]);
  });

  it('refuses what is neither a function nor nothing', () => {
    for (const junk of [5, 'x', {}]) {
      expect(() => loop.setTaskFactory(junk as never)).to.throw(TypeError, 'task factory must be a callable or None');
    }
  });

  it('has the exceptions of the factory come out of createTask', () => {
    loop.setTaskFactory(() => {
      throw new Error('no tasks today');
    });
    expect(() => loop.createTask(sleep(0))).to.throw('no tasks today');
  });
});
