import { expect } from 'chai';
import {
  CancelledError,
  coroutine,
  createTask,
  currentTask,
  EventLoop,
  type Future,
  repr,
  SystemExit,
  sleep,
  type Task,
} from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';
import { recordDeadlines } from './deadlines';

describe('Task.cancel: what becomes of task and future', () => {
  let loop: EventLoop;
  let log: Log;
  let deadlines: number[];

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    deadlines = recordDeadlines(loop);
  });

  const waitingFor = coroutine(function* (future: Future) {
    yield* future;
    return 12;
  });

  /** Run `task` to its end: the error, whether it is done, whether it is cancelled, and what another cancel says. */
  function endOf(task: Task<unknown>): unknown[] {
    const error = repr(thrownBy(() => loop.runUntilComplete(task)));
    return [error, task.done(), task.cancelled(), task.cancel()];
  }

  const CANCELLED = ['CancelledError()', true, true, false];

  describe('of a sleep', () => {
    it('asked for in the iteration in which it begins, ends it before any time passes', () => {
      const main = async () => {
        await sleep(10);
        return 12;
      };
      const task = loop.createTask(main());
      loop.callSoon(() => task.cancel());
      expect([...endOf(task), deadlines, loop.time()]).to.deep.equal([...CANCELLED, [10], 0]);
    });

    it('asked for between two turns of giving way, comes in place of the second', () => {
      const main = async () => {
        await sleep(0);
        await sleep(0);
        return 12;
      };
      const task = loop.createTask(main());
      runBriefly(loop);
      task.cancel();
      expect(endOf(task)).to.deep.equal(CANCELLED);
    });

    it('asked for by a timer, wakes whoever awaits the sleeper at that time', () => {
      const sleeper = async () => {
        await sleep(5000);
      };
      const main = async () => {
        const task = createTask(sleeper());
        loop.callLater(0.1, () => task.cancel());
        try {
          await task;
        } catch (error) {
          if (error instanceof CancelledError) return 'cancelled';
        }
        return 'slept in';
      };
      expect([loop.runUntilComplete(main()), deadlines, loop.time()]).to.deep.equal(['cancelled', [0.1, 5000], 0.1]);
    });
  });

  describe('of the future that a task waits for', () => {
    it('ends the task as cancelled, which nobody asked of it', () => {
      const future = loop.createFuture();
      const task = loop.createTask(waitingFor(future));
      runBriefly(loop);
      future.cancel();
      expect([...endOf(task), future.cancelled(), task.cancelling()]).to.deep.equal([...CANCELLED, true, 0]);
    });

    it('together with the task, ends both', () => {
      const future = loop.createFuture();
      const task = loop.createTask(waitingFor(future));
      runBriefly(loop);
      future.cancel();
      task.cancel();
      expect([...endOf(task), future.cancelled()]).to.deep.equal([...CANCELLED, true]);
    });
  });

  describe('of a task, by what it waits for', () => {
    it('cancels that future, and leaves the task waiting for nothing', () => {
      const future = loop.createFuture();
      const task = loop.createTask(waitingFor(future));
      runBriefly(loop);
      const before = task.getFutWaiter();
      task.cancel();
      runBriefly(loop);
      expect([...endOf(task), future.cancelled()]).to.deep.equal([...CANCELLED, true]);
      expect([before, task.getFutWaiter()]).to.deep.equal([future, undefined]);
    });

    it('cancels the future it waits for now, not the one before, and may be answered with a result', () => {
      const [first, second] = [loop.createFuture<void>(), loop.createFuture<void>()];
      const main = async () => {
        await first;
        try {
          await second;
        } catch (error) {
          if (error instanceof CancelledError) return 42;
        }
        return 12;
      };
      const task = loop.createTask(main());
      runBriefly(loop);
      const waiters = [task.getFutWaiter()];
      first.setResult();
      runBriefly(loop);
      waiters.push(task.getFutWaiter());
      task.cancel();
      expect([waiters, first.cancelled(), second.cancelled()]).to.deep.equal([[first, second], false, true]);
      expect([loop.runUntilComplete(task), task.cancelled()]).to.deep.equal([42, false]);
    });

    it('leaves alone the future that it goes on to wait for', () => {
      const [first, second] = [loop.createFuture<void>(), loop.createFuture<void>()];
      const third = loop.createFuture<number>();
      const main = coroutine(function* () {
        yield* first;
        try {
          yield* second;
        } catch (error) {
          if (!(error instanceof CancelledError)) throw error;
        }
        return yield* third;
      });
      const task = loop.createTask(main());
      const waiters: unknown[] = [];
      const waitsFor = () => {
        runBriefly(loop);
        waiters.push(task.getFutWaiter());
      };
      waitsFor();
      first.setResult();
      waitsFor();
      task.cancel();
      const cancelledAtOnce = second.cancelled();
      waitsFor();
      third.setResult(42);
      expect([waiters, cancelledAtOnce]).to.deep.equal([[first, second, third], true]);
      expect([loop.runUntilComplete(task), third.cancelled(), task.cancelled()]).to.deep.equal([42, false, false]);
    });

    it('goes through the coroutines between the task and the future, the innermost first', () => {
      const future = loop.createFuture();
      const inner = async () => {
        try {
          await future;
          log.note('inner goes on');
        } catch (error) {
          log.note(`inner ${repr(error)}`);
          throw error;
        }
      };
      const outer = async () => {
        try {
          await inner();
          log.note('outer goes on');
        } catch (error) {
          log.note(`outer ${repr(error)}`);
        }
      };
      const task = loop.createTask(outer());
      runBriefly(loop);
      task.cancel();
      loop.runUntilComplete(task);
      expect(log.entries).to.deep.equal(['inner CancelledError()@0', 'outer CancelledError()@0']);
      expect([future.cancelled(), task.cancelled()]).to.deep.equal([true, false]);
    });

    it('asked for by itself, reaches the task it awaits next, and what that waits for', () => {
      const future = loop.createFuture();
      let nested: Task<number> | undefined;
      const main = async () => {
        nested = createTask(waitingFor(future));
        await sleep(0);
        currentTask()?.cancel();
        await nested;
      };
      const task = loop.createTask(main());
      expect([...endOf(task), nested?.cancelled(), future.cancelled()]).to.deep.equal([...CANCELLED, true, true]);
    });

    it('has SystemExit leave the loop where that is the answer, and ends the task with it', () => {
      const exit = new SystemExit();
      const sleeper = async () => {
        await sleep(10);
      };
      const main = async () => {
        try {
          await sleeper();
        } catch (error) {
          throw error instanceof CancelledError ? exit : error;
        }
      };
      const task = loop.createTask(main());
      runBriefly(loop);
      task.cancel();
      const before = task.done();
      const left = thrownBy(() => runBriefly(loop));
      expect([before, left, deadlines]).to.deep.equal([false, exit, [10]]);
      expect([task.done(), task.cancelled(), task.exception()]).to.deep.equal([true, false, exit]);
    });
  });
});
