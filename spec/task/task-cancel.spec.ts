import { expect } from 'chai';
import { EventLoop, type Future, repr, sleep, type Task } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

function* waitFor<T>(future: Future<T>): Generator<unknown, T, unknown> {
  return yield* future;
}

describe('Task.cancel', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Sleep for long, and note what comes of it. */
  function* sleeper(name = 'sleeper') {
    try {
      yield* sleep(9);
    } catch (error) {
      log.note(`${name} ${repr(error)}`);
      throw error;
    }
  }

  /** What awaiting, or reading, a cancelled task raises. */
  const endOf = (task: Task) => repr(thrownBy(() => loop.runUntilComplete(task)));

  describe('what it returns', () => {
    it('is false for a task that is done, and the request is not counted', () => {
      const task = loop.createTask(sleep(1));
      loop.runUntilComplete(task);
      expect([task.cancel(), task.cancelling(), task.cancelled()]).to.deep.equal([false, 0, false]);
    });

    it('is true before that, as often as it is asked, and each request is counted', () => {
      const task = loop.createTask(sleeper());
      expect([task.cancel(), task.cancel(), task.cancel(), task.cancelling()]).to.deep.equal([true, true, true, 3]);
    });

    it('is false for a task that is cancelled, whose count stays', () => {
      const task = loop.createTask(sleeper());
      task.cancel();
      runBriefly(loop);
      expect([task.cancel(), task.cancelling()]).to.deep.equal([false, 1]);
    });
  });

  describe('of a task that waits', () => {
    it('cancels the awaited future at once, and the task at its next step', () => {
      const future = loop.createFuture();
      async function waiter() {
        await future;
      }
      const task = loop.createTask(waiter());
      runBriefly(loop);
      task.cancel();
      log.note(`future ${future.cancelled()}, task ${task.cancelled()}`);
      runBriefly(loop);
      log.note(`task ${task.cancelled()}`);
      expect(log.entries).to.deep.equal(['future true, task false@0', 'task true@0']);
    });

    it('throws a CancelledError with the message into the coroutine', () => {
      const task = loop.createTask(sleeper());
      runBriefly(loop);
      task.cancel('why');
      endOf(task);
      expect(log.entries).to.deep.equal(["sleeper CancelledError('why')@0"]);
    });

    it('throws it into an async function', () => {
      async function waiter() {
        try {
          await sleep(9);
        } catch (error) {
          log.note(repr(error));
          throw error;
        }
      }
      const task = loop.createTask(waiter());
      runBriefly(loop);
      task.cancel('why');
      expect([endOf(task), ...log.entries]).to.deep.equal(["CancelledError('why')", "CancelledError('why')@0"]);
    });

    it('throws once for two requests, with the message of the first', () => {
      const task = loop.createTask(sleeper());
      runBriefly(loop);
      task.cancel('first');
      task.cancel('second');
      endOf(task);
      expect([task.cancelling(), ...log.entries]).to.deep.equal([2, "sleeper CancelledError('first')@0"]);
    });

    it('wins over a future that is done but has not woken the task yet', () => {
      const ends: ((future: Future<number>) => void)[] = [
        (future) => future.setResult(1),
        (future) => future.setException(new Error('lost')),
      ];
      for (const end of ends) {
        const future = loop.createFuture<number>();
        const task = loop.createTask(waitFor(future));
        runBriefly(loop);
        end(future);
        task.cancel('wins');
        log.note(endOf(task));
        log.note(`exception forgotten: ${!future.logTraceback}`);
      }
      expect(log.entries).to.deep.equal([
        "CancelledError('wins')@0",
        'exception forgotten: true@0',
        "CancelledError('wins')@0",
        'exception forgotten: true@0',
      ]);
    });
  });

  describe('of a task that does not wait', () => {
    it('lets a coroutine that has not begun never begin: no finally block runs', () => {
      function* main() {
        log.note('begins');
        try {
          yield* sleep(1);
        } finally {
          log.note('finally');
        }
      }
      const task = loop.createTask(main());
      task.cancel('m');
      log.note(`${task.done()}`);
      log.note(endOf(task));
      expect(log.entries).to.deep.equal(['false@0', "CancelledError('m')@0"]);
    });

    it('lets an async function that has not begun never begin', () => {
      async function main() {
        log.note('begins');
      }
      const task = loop.createTask(main());
      task.cancel('m');
      log.note(endOf(task));
      expect(log.entries).to.deep.equal(["CancelledError('m')@0"]);
    });

    it('throws a CancelledError at the step that is scheduled', () => {
      function* main() {
        try {
          yield;
          log.note('not reached');
        } catch (error) {
          log.note(repr(error));
        }
      }
      const task = loop.createTask(main());
      loop.runOnce();
      task.cancel('ready');
      loop.callSoon(() => log.note('soon'));
      loop.runUntilComplete(task);
      expect(log.entries).to.deep.equal(["CancelledError('ready')@0", 'soon@0']);
    });

    it('throws once for two requests, with the message of the second', () => {
      const task = loop.createTask(sleeper());
      task.cancel('first');
      task.cancel('second');
      expect([endOf(task), task.cancelling()]).to.deep.equal(["CancelledError('second')", 2]);
    });
  });

  describe('of a task that failed', () => {
    it('forgives the exception that nobody retrieved', () => {
      const task = loop.createTask(
        (function* () {
          throw new Error('v');
        })(),
      );
      runBriefly(loop);
      const before = task.logTraceback;
      task.cancel();
      expect([before, task.logTraceback]).to.deep.equal([true, false]);
    });
  });
});
