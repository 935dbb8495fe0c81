import { expect } from 'chai';
import {
  CancelledError,
  ContextVar,
  contextOf,
  coroutine,
  currentTask,
  EventLoop,
  RuntimeError,
  sleep,
  TimeoutError,
  ValueError,
  waitFor,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('waitFor', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const worker = coroutine(function* (delay: number) {
    log.note('begins');
    try {
      yield* sleep(delay);
    } catch (error) {
      log.note('cancelled');
      throw error;
    }
    return 'work';
  });

  describe('when the result comes in time', () => {
    it('gives it, whatever the awaitable is', () => {
      async function asyncWorker() {
        return await worker(1);
      }
      function* plain() {
        return yield* worker(1);
      }
      for (const make of [() => worker(1), asyncWorker, plain, () => loop.createTask(worker(1))]) {
        expect(loop.runUntilComplete(waitFor(make(), 2))).to.equal('work');
      }
    });

    it('leaves no timer behind', () => {
      loop.runUntilComplete(waitFor(worker(1), 50));
      loop.callLater(100, () => {});
      loop.runOnce();
      expect(loop.time()).to.equal(101);
    });

    it('raises what the awaitable raises', () => {
      async function failing() {
        await sleep(1);
        throw new ValueError('broken');
      }
      expect(thrownBy(() => loop.runUntilComplete(waitFor(failing(), 2))).message).to.equal('broken');
    });

    it("passes on the awaitable's own TimeoutError, before any timeout", () => {
      async function failing() {
        throw new TimeoutError('mine');
      }
      const error = thrownBy(() => loop.runUntilComplete(waitFor(failing(), 5)));
      expect(error).to.be.an.instanceOf(TimeoutError);
      expect(error.message).to.equal('mine');
    });
  });

  describe("runs a coroutine in the caller's task", () => {
    it('which is the current one inside', () => {
      function* main() {
        const inside = yield* waitFor(
          (function* () {
            return currentTask();
          })(),
          1,
        );
        return inside === currentTask();
      }
      expect(loop.runUntilComplete(main())).to.equal(true);
    });

    it('so that what it sets in a context variable is seen by the caller', () => {
      const variable = new ContextVar<string>('variable');
      async function setting() {
        variable.set('set inside');
      }
      async function main() {
        await waitFor(setting(), 1);
        return variable.get();
      }
      expect(loop.runUntilComplete(main())).to.equal('set inside');
    });
  });

  describe('at the timeout', () => {
    it('cancels the awaitable and raises TimeoutError', () => {
      const error = thrownBy(() => loop.runUntilComplete(waitFor(worker(9), 2)));
      expect(error).to.be.an.instanceOf(TimeoutError);
      expect(error.message).to.equal('');
      expect(log.entries).to.deep.equal(['begins@0', 'cancelled@2']);
    });

    it('tells of the CancelledError that the TimeoutError came from', () => {
      const error = thrownBy(() => loop.runUntilComplete(waitFor(worker(9), 2)));
      expect(error.cause).to.be.an.instanceOf(CancelledError);
      expect(contextOf(error)).to.equal(error.cause);
    });

    it('cancels a task or a future that was given', () => {
      const [task, future] = [loop.createTask(worker(9)), loop.createFuture()];
      expect(thrownBy(() => loop.runUntilComplete(waitFor(task, 1)))).to.be.an.instanceOf(TimeoutError);
      expect(thrownBy(() => loop.runUntilComplete(waitFor(future, 1)))).to.be.an.instanceOf(TimeoutError);
      expect([task.cancelled(), future.cancelled()]).to.deep.equal([true, true]);
    });

    it('waits for the cleanup to end before it raises', () => {
      async function slowToLeave() {
        try {
          await sleep(9);
        } finally {
          await sleep(3);
          log.note('cleaned up');
        }
      }
      for (const given of [slowToLeave(), loop.createTask(slowToLeave())]) {
        expect(thrownBy(() => loop.runUntilComplete(waitFor(given, 1)))).to.be.an.instanceOf(TimeoutError);
      }
      expect(log.entries).to.deep.equal(['cleaned up@4', 'cleaned up@8']);
    });

    it('gives the value that the awaitable returns all the same', () => {
      async function declining() {
        try {
          await sleep(9);
        } catch {
          await sleep(1);
        }
        return 'kept';
      }
      expect(loop.runUntilComplete(waitFor(declining(), 1))).to.equal('kept');
      expect(loop.runUntilComplete(waitFor(loop.createTask(declining()), 1))).to.equal('kept');
      expect(loop.time()).to.equal(4);
    });

    it('raises what the cleanup raises, in the place of TimeoutError', () => {
      function* broken() {
        try {
          yield* sleep(9);
        } catch {
          throw new ValueError('broken');
        }
      }
      expect(thrownBy(() => loop.runUntilComplete(waitFor(broken(), 1))).message).to.equal('broken');
      expect(thrownBy(() => loop.runUntilComplete(waitFor(loop.createTask(broken()), 1))).message).to.equal('broken');
    });

    it('takes back its request to cancel, so that the caller counts none', () => {
      async function main() {
        try {
          await waitFor(worker(9), 1);
        } catch (error) {
          log.note(`${(error as Error).name}, cancelling ${currentTask()?.cancelling()}`);
        }
        await sleep(1);
        log.note('goes on');
      }
      loop.runUntilComplete(main());
      expect(log.entries.slice(2)).to.deep.equal(['TimeoutError, cancelling 0@1', 'goes on@2']);
    });

    it('loses a result that comes in the same iteration, before the deadline', () => {
      const future = loop.createFuture<number>();
      loop.callLater(1, () => future.setResult(1));
      expect(thrownBy(() => loop.runUntilComplete(waitFor(future, 1)))).to.be.an.instanceOf(TimeoutError);
      expect(future.result()).to.equal(1);
    });

    it('has cancelled the future when a result comes in the same iteration, after the deadline', () => {
      const future = loop.createFuture<number>();
      const task = loop.createTask(waitFor(future, 1));
      loop.callSoon(() => loop.callLater(1, () => log.note(`cancelled ${future.cancelled()}`)));
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(TimeoutError);
      expect(log.entries).to.deep.equal(['cancelled true@1']);
    });
  });

  describe('without a timeout', () => {
    it('waits as long as it takes', () => {
      for (const forever of [null, undefined, Number.POSITIVE_INFINITY]) {
        expect(loop.runUntilComplete(waitFor(worker(1000), forever))).to.equal('work');
      }
      expect(loop.time()).to.equal(3000);
    });
  });

  describe('when the caller is cancelled', () => {
    it('cancels the awaitable, and raises CancelledError with the message', () => {
      const inner = loop.createTask(worker(9));
      const task = loop.createTask(waitFor(inner, 5));
      loop.callLater(1, () => task.cancel('stop'));
      const error = thrownBy(() => loop.runUntilComplete(task));
      expect((error as CancelledError).args).to.deep.equal(['stop']);
      expect(inner.cancelled()).to.equal(true);
      expect(log.entries).to.deep.equal(['begins@0', 'cancelled@1']);
    });

    it('loses a result that was just set', () => {
      const future = loop.createFuture<number>();
      const task = loop.createTask(waitFor(future, 5));
      loop.callLater(1, () => {
        future.setResult(1);
        task.cancel();
      });
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      expect(future.result()).to.equal(1);
    });

    it('raises CancelledError, not TimeoutError, when that came before the deadline in the same iteration', () => {
      const task = loop.createTask(waitFor(loop.createFuture(), 1));
      loop.callLater(1, () => task.cancel('stop'));
      const error = thrownBy(() => loop.runUntilComplete(task));
      expect(error).to.be.an.instanceOf(CancelledError);
      expect(task.cancelling()).to.equal(1);
    });
  });

  it('must be awaited in a task, even without a timeout', () => {
    const errors: Error[] = [];
    loop.callSoon(() => errors.push(thrownBy(() => waitFor(worker(1), null).send(undefined))));
    loop.runOnce();
    expect(errors[0]).to.be.an.instanceOf(RuntimeError);
    expect(errors[0]?.message).to.equal('Timeout should be used inside a task');
  });
});
