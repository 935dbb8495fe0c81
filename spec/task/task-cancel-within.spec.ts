import { expect } from 'chai';
import { BaseException, contextOf, currentTask, EventLoop, repr, sleep, type Task } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('Task.cancel: what the coroutine makes of it', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run `task`, and note how it ended, and how many requests to cancel it remembers. */
  function noteEnd(task: Task): void {
    try {
      log.note(`gave ${repr(loop.runUntilComplete(task))}, ${task.cancelled()} ${task.cancelling()}`);
    } catch (error) {
      log.note(`raised ${repr(error)}, ${task.cancelled()} ${task.cancelling()}`);
    }
  }

  describe('when it asks itself', () => {
    it('and then waits: the awaited future is cancelled at once, the error comes an iteration later', () => {
      const future = loop.createFuture();
      async function main() {
        currentTask()?.cancel('self');
        log.note('goes on');
        loop.callSoon(() => log.note(`future ${future.cancelled()}`));
        await future;
      }
      noteEnd(loop.createTask(main()));
      expect(log.entries).to.deep.equal(['goes on@0', 'future true@0', "raised CancelledError('self'), true 1@0"]);
    });

    it('and then gives way: the error comes in place of going on', () => {
      function* main() {
        currentTask()?.cancel('self');
        yield* sleep(0);
        log.note('not reached');
      }
      noteEnd(loop.createTask(main()));
      expect(log.entries).to.deep.equal(["raised CancelledError('self'), true 1@0"]);
    });

    it('and then awaits what is done already: nothing happens until it waits for something', () => {
      const done = loop.createFuture<number>();
      done.setResult(5);
      function* main() {
        currentTask()?.cancel('self');
        log.note(`got ${yield* done}`);
        yield* sleep(1);
      }
      noteEnd(loop.createTask(main()));
      expect(log.entries).to.deep.equal(['got 5@0', "raised CancelledError('self'), true 1@0"]);
    });

    it('and then returns: it is cancelled, and the result is lost', () => {
      async function main() {
        currentTask()?.cancel('self');
        return 5;
      }
      const task = loop.createTask(main());
      noteEnd(task);
      noteEnd(task);
      expect(log.entries).to.deep.equal([
        "raised CancelledError('self'), true 1@0",
        "raised CancelledError('self'), true 1@0",
      ]);
    });

    it('and then throws: that is how it ends', () => {
      async function main() {
        currentTask()?.cancel('self');
        throw new Error('v');
      }
      noteEnd(loop.createTask(main()));
      expect(log.entries).to.deep.equal(["raised Error('v'), false 1@0"]);
    });
  });

  describe('when it catches the error', () => {
    it('and returns: it has a result, and remembers that it was asked', () => {
      async function main() {
        try {
          await sleep(9);
        } catch {
          return 5;
        }
        return 6;
      }
      const task = loop.createTask(main());
      runBriefly(loop);
      task.cancel();
      noteEnd(task);
      expect(log.entries).to.deep.equal(['gave 5, false 1@0']);
    });

    it('and goes on waiting: nothing disturbs it any more', () => {
      function* main() {
        try {
          yield* sleep(9);
        } catch {
          log.note('caught');
        }
        yield* sleep(1);
        log.note('slept');
        yield* sleep(1);
        return 5;
      }
      const task = loop.createTask(main());
      runBriefly(loop);
      task.cancel();
      noteEnd(task);
      expect(log.entries).to.deep.equal(['caught@0', 'slept@1', 'gave 5, false 1@2']);
    });

    it('knows it for no ordinary error: it is a BaseException', () => {
      function* main() {
        try {
          yield* sleep(9);
        } catch (error) {
          if (error instanceof BaseException) throw error;
          log.note('not reached');
        }
      }
      const task = loop.createTask(main());
      runBriefly(loop);
      task.cancel();
      noteEnd(task);
      expect(log.entries).to.deep.equal(['raised CancelledError(), true 1@0']);
    });
  });

  describe('when it cleans up', () => {
    function* main() {
      try {
        yield* sleep(9);
      } finally {
        yield* cleanUp();
      }
    }

    function* cleanUp() {
      log.note('cleans up');
      try {
        yield* sleep(1);
        log.note('cleaned');
      } catch (error) {
        log.note(`again ${repr(error)}`);
        throw error;
      }
    }

    it('may take its time', () => {
      const task = loop.createTask(main());
      runBriefly(loop);
      task.cancel('1');
      noteEnd(task);
      expect(log.entries).to.deep.equal(['cleans up@0', 'cleaned@1', "raised CancelledError('1'), true 1@1"]);
    });

    it('is disturbed by the next request', () => {
      const task = loop.createTask(main());
      runBriefly(loop);
      task.cancel('1');
      runBriefly(loop);
      task.cancel('2');
      noteEnd(task);
      expect(log.entries).to.deep.equal([
        'cleans up@0',
        "again CancelledError('2')@0",
        "raised CancelledError('2'), true 2@0",
      ]);
    });

    it('and fails: it ends with that error, whose context is the cancellation', () => {
      async function failing() {
        try {
          await sleep(9);
        } finally {
          fail();
        }
      }
      function fail() {
        throw new Error('cleanup');
      }
      const task = loop.createTask(failing());
      runBriefly(loop);
      task.cancel('1');
      const error = thrownBy(() => loop.runUntilComplete(task));
      expect([repr(error), repr(contextOf(error)), task.cancelled(), task.cancelling()]).to.deep.equal([
        "Error('cleanup')",
        "CancelledError('1')",
        false,
        1,
      ]);
    });
  });
});
