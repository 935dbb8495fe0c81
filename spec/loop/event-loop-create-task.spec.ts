import { expect } from 'chai';
import { type CoroutineLike, createTask, EventLoop, ensureFuture, sleep, Task, type TaskOptions } from '../../lib';

describe('EventLoop.createTask', () => {
  class OwnTask<T> extends Task<T> {}

  it("makes tasks of the factory's class, and plain ones before it is set and once it is taken back", () => {
    const loop = new EventLoop();
    const factory = <T>(ofLoop: EventLoop, coro: CoroutineLike<T>) => new OwnTask(coro, { loop: ofLoop });
    const made: unknown[] = [];
    const make = () => {
      const task = loop.createTask(sleep(1, 'slept'));
      made.push([loop.getTaskFactory(), task.constructor, loop.runUntilComplete(task)]);
    };
    make();
    loop.setTaskFactory(factory);
    make();
    loop.setTaskFactory(null);
    make();
    expect(made).to.deep.equal([
      [undefined, Task, 'slept'],
      [factory, OwnTask, 'slept'],
      [undefined, Task, 'slept'],
    ]);
  });

  it('of a class of loops of its own is what ensureFuture and createTask call', () => {
    class OwnLoop extends EventLoop {
      override createTask<T>(coro: CoroutineLike<T>, options?: TaskOptions): Task<T> {
        return new OwnTask(coro, { ...options, loop: this });
      }
    }
    const loop = new OwnLoop();
    const main = async () => [ensureFuture(sleep(0)), createTask(sleep(0))];
    const tasks = [ensureFuture(sleep(0), { loop }), ...loop.runUntilComplete(main())];
    expect(tasks.map((task) => [task.constructor, task.getLoop()])).to.deep.equal([
      [OwnTask, loop],
      [OwnTask, loop],
      [OwnTask, loop],
    ]);
  });
});
