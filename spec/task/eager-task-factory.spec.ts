import { expect } from 'chai';
import {
  allTasks,
  createEagerTaskFactory,
  createTask,
  EventLoop,
  eagerTaskFactory,
  type Future,
  gather,
  repr,
  sleep,
  Task,
} from '../../lib';
import { Log, thrownBy } from '../support';

function* waitFor<T>(future: Future<T>): Generator<unknown, T, unknown> {
  return yield* future;
}

describe('eagerTaskFactory', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    loop.setTaskFactory(eagerTaskFactory);
  });

  describe('while no loop is running', () => {
    it('makes an ordinary task', () => {
      function* main() {
        log.note('main');
      }
      const task = loop.createTask(main());
      log.note('made');
      loop.runUntilComplete(task);
      log.note(`coroutine ${task.getCoro() !== undefined}`);
      expect(log.entries).to.deep.equal(['made@0', 'main@0', 'coroutine true@0']);
    });
  });

  describe('a coroutine that need not wait', () => {
    it('is done before createTask returns, and awaiting it takes no iteration', () => {
      async function child() {
        log.note('child');
        return 5;
      }
      async function main() {
        const task = createTask(child());
        log.note(`done ${task.done()}, coroutine ${task.getCoro()}, listed ${allTasks().has(task)}`);
        loop.callSoon(() => log.note('soon'));
        log.note(`${await task}`);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['child@0', 'done true, coroutine undefined, listed false@0', '5@0', 'soon@0']);
    });

    it('may wait for what is done already', () => {
      function* main() {
        const future = loop.createFuture<number>();
        future.setResult(3);
        const task = createTask(waitFor(future));
        log.note(`${task.done()}`);
        yield* [];
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['true@0']);
    });

    it('may fail: the task has the exception', () => {
      function* failing() {
        throw new Error('v');
      }
      function* main() {
        const task = createTask(failing());
        log.note(`${task.done()}`);
        yield* task;
      }
      expect(() => loop.runUntilComplete(main())).to.throw('v');
      expect(log.entries).to.deep.equal(['true@0']);
    });

    it('has callbacks called by the loop, as ever', () => {
      function* child() {}
      function* main() {
        createTask(child()).addDoneCallback(() => log.note('callback'));
        log.note('added');
        yield;
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['added@0', 'callback@0']);
    });

    it('takes no iteration in a gather either', () => {
      function* child(n: number) {
        return n;
      }
      function* main() {
        loop.callSoon(() => log.note('soon'));
        log.note(`${yield* gather([child(1), child(2)])}`);
        yield;
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['1,2@0', 'soon@0']);
    });
  });

  describe('a coroutine that waits', () => {
    it('runs up to there at once, and takes ordinary steps from then on', () => {
      async function child() {
        log.note('begins');
        await sleep(1);
        log.note('goes on');
        return 's';
      }
      async function main() {
        const task = createTask(child());
        log.note(`done ${task.done()}, listed ${allTasks().has(task)}`);
        log.note(`${await task}, coroutine ${task.getCoro() !== undefined}`);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['begins@0', 'done false, listed true@0', 'goes on@1', 's, coroutine true@1']);
    });

    it('can be cancelled right away', () => {
      const future = loop.createFuture();
      function* main() {
        const task = createTask(waitFor(future));
        task.cancel('m');
        log.note(`${future.cancelled()} ${task.done()} ${task.cancelling()}`);
        yield* task;
      }
      expect(repr(thrownBy(() => loop.runUntilComplete(main())))).to.equal("CancelledError('m')");
      expect(log.entries).to.deep.equal(['true false 1@0']);
    });

    it('gets its RuntimeError for junk an iteration later', () => {
      function* child() {
        yield 5;
      }
      function* main() {
        const task = createTask(child());
        log.note(`${task.done()}`);
        yield* task;
      }
      expect(() => loop.runUntilComplete(main())).to.throw('Task got bad yield: 5');
      expect(log.entries).to.deep.equal(['false@0']);
    });
  });

  describe('createEagerTaskFactory', () => {
    it('has a constructor of the user make the tasks, eagerly, on the loop, with what options there are', () => {
      class MyTask<T> extends Task<T> {}
      const context = loop.createTask(sleep(0)).getContext();
      loop.setTaskFactory(
        createEagerTaskFactory((coro, options) => {
          log.note(`${options.eagerStart} ${options.loop === loop} ${options.context === context}`);
          return new MyTask(coro, options);
        }),
      );
      function* child() {}
      function* main() {
        const task = createTask(child(), { name: 'n', context: context.copy() });
        log.note(`${task instanceof MyTask} ${task.getName()} ${task.done()}`);
        createTask(child(), { context });
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'true true false@0',
        'true true false@0',
        'true n true@0',
        'true true true@0',
      ]);
    });

    it('makes a task that is not eager where createTask says so', () => {
      function* child() {
        log.note('child');
      }
      function* main() {
        const task = createTask(child(), { eagerStart: false });
        log.note('main');
        yield* task;
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['main@0', 'child@0']);
    });
  });
});
