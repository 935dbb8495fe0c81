import { expect } from 'chai';
import { Coroutine, coroutine, EventLoop, Future, Task } from '../../lib';
import { runBriefly } from '../support';

describe("Task, among classes of the user's own", () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  class CountingFuture<T> extends Future<T> {
    added = 0;
    override addDoneCallback(...args: Parameters<Future<T>['addDoneCallback']>): void {
      this.added += 1;
      super.addDoneCallback(...args);
    }
  }

  it('is a class of futures itself', () => {
    expect(Task.prototype).to.be.an.instanceOf(Future);
  });

  it('waits for a future by the addDoneCallback of its class, once, and takes the very result', () => {
    const future = new CountingFuture<object>(loop);
    let result: object | undefined;
    const main = async () => {
      result = await future;
    };
    const task = loop.createTask(main());
    runBriefly(loop);
    const object = {};
    future.setResult(object);
    runBriefly(loop);
    expect([future.added, result === object, task.done(), task.result()]).to.deep.equal([1, true, true, undefined]);
  });

  it('drives a coroutine by the methods of its class, which need be no generator, as often as there is one', () => {
    class Answer extends Coroutine<number> {
      constructor() {
        super((function* () {})() as never);
      }
      override next(): IteratorResult<unknown, number> {
        return { done: true, value: 42 };
      }
    }
    for (const task of [loop.createTask(new Answer()), loop.createTask(new Answer())]) {
      expect([task instanceof Task, loop.runUntilComplete(task)]).to.deep.equal([true, 42]);
    }
  });

  it('may be of such a class, whose coroutine awaits a future of another', () => {
    class CountingTask<T> extends Task<T> {
      added = 0;
      override addDoneCallback(...args: Parameters<Future<T>['addDoneCallback']>): void {
        this.added += 1;
        super.addDoneCallback(...args);
      }
    }
    const future = new CountingFuture<string>(loop);
    const main = coroutine(function* () {
      loop.callSoon(() => future.setResult('spam'));
      return yield* future;
    });
    const task = new CountingTask(main(), { loop });
    expect([loop.runUntilComplete(task), task.added, future.added]).to.deep.equal(['spam', 1, 1]);
  });
});
