import { expect } from 'chai';
import { CancelledError, coroutine, EventLoop, FIRST_COMPLETED, type Future, sleep, type Task, wait } from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

describe('wait, and its end', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const hello = coroutine(function* (n: number) {
    yield* sleep(n);
    log.note(`bye ${n}`);
    return n;
  });

  function sizes([done, pending]: [Set<unknown>, Set<unknown>]): number[] {
    return [done.size, pending.size];
  }

  describe('with a timeout', () => {
    it('gives what is done by then, raises nothing and cancels nothing', () => {
      async function main() {
        const [done, pending] = await wait([hello(1), hello(3)], { timeout: 2 });
        log.note(`${done.size} done, ${pending.size} pending`);
        await wait(pending);
      }
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['bye 1@1', '1 done, 1 pending@2', 'bye 3@3']);
    });

    it('returns before the timeout when all are done, and leaves no timer behind', () => {
      expect(sizes(loop.runUntilComplete(wait([hello(1)], { timeout: 5 })))).to.deep.equal([1, 0]);
      expect(loop.time()).to.equal(1);
      loop.callLater(9, () => loop.stop());
      loop.runOnce();
      expect(loop.time()).to.equal(10);
    });

    it('gives way twice with a timeout of 0', () => {
      const task = loop.createTask(wait([loop.createFuture()], { timeout: 0 }));
      loop.runOnce();
      expect(countIterations(loop, () => task.done())).to.equal(2);
      expect(sizes(task.result())).to.deep.equal([0, 1]);
    });

    it('takes a negative timeout as 0', () => {
      expect(sizes(loop.runUntilComplete(wait([loop.createFuture()], { timeout: -1 })))).to.deep.equal([0, 1]);
      expect(loop.time()).to.equal(0);
    });

    it('takes null and undefined as no timeout', () => {
      for (const timeout of [null, undefined]) {
        expect(sizes(loop.runUntilComplete(wait([hello(1)], { timeout })))).to.deep.equal([1, 0]);
      }
    });

    it('wins over a task that began after it and would end at the same time', () => {
      expect(sizes(loop.runUntilComplete(wait([hello(1)], { timeout: 1 })))).to.deep.equal([0, 1]);
    });

    it('loses to a timer that was set before it for the same time', () => {
      const future = loop.createFuture();
      loop.callLater(1, () => future.setResult(1));
      expect(sizes(loop.runUntilComplete(wait([future], { timeout: 1 })))).to.deep.equal([1, 0]);
    });
  });

  describe('over what is done already', () => {
    function done(): Future<number> {
      const future = loop.createFuture<number>();
      future.setResult(1);
      return future;
    }

    it('still gives way, for two iterations', () => {
      const task = loop.createTask(wait([done()]));
      loop.runOnce();
      expect(countIterations(loop, () => task.done())).to.equal(2);
    });

    it('counts what ended by the time it returns, not what ended it', () => {
      const late = loop.createFuture<number>();
      const task = loop.createTask(wait([done(), late], { returnWhen: FIRST_COMPLETED }));
      loop.runOnce();
      loop.callSoon(() => late.setResult(2));
      expect(sizes(loop.runUntilComplete(task))).to.deep.equal([2, 0]);
    });
  });

  describe('when the waiting is cancelled', () => {
    function waiting(futures: Future<unknown>[], timeout: number | null): Task<unknown> {
      async function main() {
        try {
          await wait(futures, { timeout });
        } catch (error) {
          log.note(`cancelled [${(error as CancelledError).args}]`);
          throw error;
        }
      }
      return loop.createTask(main());
    }

    it('raises CancelledError and leaves the futures alone', () => {
      const future = loop.createFuture();
      const task = waiting([loop.createTask(hello(3)), future], null);
      loop.callLater(1, () => task.cancel('enough'));
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      loop.runUntilComplete(sleep(5));
      expect(log.entries).to.deep.equal(['cancelled [enough]@1', 'bye 3@3']);
      expect(future.done()).to.equal(false);
    });

    it('takes its callbacks off the futures, and its timer off the loop', () => {
      const future = loop.createFuture();
      const task = waiting([future], 60);
      loop.callLater(1, () => task.cancel());
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      expect(String(future)).to.equal('<Future pending>');
      loop.callLater(100, () => {});
      loop.runOnce();
      expect(loop.time()).to.equal(101);
    });

    it('raises CancelledError even when all are done, and loses what they gave', () => {
      const future = loop.createFuture<number>();
      const task = waiting([future], null);
      loop.callLater(1, () => {
        future.setResult(1);
        task.cancel('late');
      });
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
      expect(log.entries).to.deep.equal(['cancelled [late]@1']);
    });
  });
});
