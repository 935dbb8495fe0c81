import { expect } from 'chai';
import {
  ALL_COMPLETED,
  coroutine,
  EventLoop,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type Future,
  sleep,
  type Task,
  ValueError,
  type WaitOptions,
  wait,
} from '../../lib';
import { collectReports, Log, thrownBy } from '../support';

describe('wait', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const hello = coroutine(function* (n: number) {
    log.note(`hello ${n}`);
    yield* sleep(n);
    log.note(`bye ${n}`);
    return n;
  });

  async function failing(delay: number): Promise<never> {
    await sleep(delay);
    throw new ValueError(`failed after ${delay}`);
  }

  /** The names of the tasks in a set, in its order. */
  function names(futures: Set<Future<unknown>>): string {
    return [...futures].map((future) => (future as Task).getName()).join(' ');
  }

  /** Wait for tasks of `coros`, called a, b, c…, and tell who is done and who is pending, and when. */
  function outcome(coros: PromiseLike<unknown>[], options: WaitOptions): string {
    const tasks = coros.map((coro, i) => loop.createTask(coro, { name: 'abcdef'[i] }));
    const [done, pending] = loop.runUntilComplete(wait(tasks, options));
    return `done: ${names(done)}; pending: ${names(pending)}; at ${loop.time()}`;
  }

  describe('over coroutines', () => {
    it('makes tasks of them in their order', () => {
      loop.runUntilComplete(wait([hello(1), hello(2)]));
      expect(log.entries).to.deep.equal(['hello 1@0', 'hello 2@0', 'bye 1@1', 'bye 2@2']);
    });

    it('makes tasks of async functions', () => {
      async function asyncHello(n: number) {
        await hello(n);
      }
      const [done] = loop.runUntilComplete(wait([asyncHello(1), asyncHello(2)]));
      expect(log.entries).to.deep.equal(['hello 1@0', 'hello 2@0', 'bye 1@1', 'bye 2@2']);
      expect(done.size).to.equal(2);
    });

    it('makes tasks of plain generators', () => {
      function* plainHello(n: number) {
        log.note(`hello ${n}`);
        yield* sleep(n);
        return n;
      }
      const [done] = loop.runUntilComplete(wait([plainHello(1), plainHello(2)]));
      expect(log.entries).to.deep.equal(['hello 1@0', 'hello 2@0']);
      expect([...done].map((task) => task.result())).to.deep.equal([1, 2]);
    });

    it('makes one task of a coroutine that is given twice', () => {
      const twice = hello(1);
      const [done] = loop.runUntilComplete(wait([twice, twice]));
      expect(done.size).to.equal(1);
      expect(log.entries).to.deep.equal(['hello 1@0', 'bye 1@1']);
    });
  });

  describe('over tasks and futures', () => {
    it('gives the very futures it was given', () => {
      const futures = [loop.createFuture(), loop.createTask(hello(1))];
      loop.callLater(2, () => futures[0]?.setResult(0));
      const [done, pending] = loop.runUntilComplete(wait(futures));
      expect([...done]).to.deep.equal(futures);
      expect(pending.size).to.equal(0);
    });

    it('counts a future that is given twice once', () => {
      const future = loop.createFuture();
      loop.callLater(1, () => future.setResult(1));
      const [done] = loop.runUntilComplete(wait([future, future]));
      expect([...done]).to.deep.equal([future]);
    });

    it('takes any iterable: a set, the values of a map, a generator of futures', () => {
      const tasks = [1, 2].map((n) => loop.createTask(hello(n), { name: `task ${n}` }));
      function* generated() {
        yield* tasks.values();
      }
      for (const iterable of [new Set(tasks), new Map(tasks.entries()).values(), generated()]) {
        const [done] = loop.runUntilComplete(wait(iterable as Iterable<Task<number>>));
        expect(names(done)).to.equal('task 1 task 2');
      }
    });

    it('keeps both sets in the order of the arguments, whatever ended first', () => {
      expect(outcome([hello(3), hello(9), hello(1), hello(8)], { timeout: 5 })).to.equal(
        'done: a c; pending: b d; at 5',
      );
    });

    it('waits for a future of another loop as for one that never ends', () => {
      const [own, foreign] = [loop.createFuture(), new EventLoop().createFuture()];
      loop.callSoon(() => own.setResult(1));
      const [done, pending] = loop.runUntilComplete(wait([own, foreign], { timeout: 1 }));
      expect([...done]).to.deep.equal([own]);
      expect([...pending]).to.deep.equal([foreign]);
    });
  });

  describe('until ALL_COMPLETED', () => {
    it('returns when the last is done, and is what happens by default', () => {
      const all = 'done: a b; pending: ; at 2';
      expect(outcome([hello(1), hello(2)], { returnWhen: ALL_COMPLETED })).to.equal(all);
      loop = new EventLoop();
      expect(outcome([hello(1), hello(2)], {})).to.equal(all);
    });

    it('counts failures and cancellations as done, and raises none of them', () => {
      const cancelled = loop.createTask(hello(9), { name: 'cancelled' });
      const failed = loop.createTask(failing(2), { name: 'failed' });
      loop.callLater(1, () => cancelled.cancel());
      const [done] = loop.runUntilComplete(wait([cancelled, failed]));
      expect(names(done)).to.equal('cancelled failed');
      expect(loop.time()).to.equal(2);
    });
  });

  describe('until FIRST_COMPLETED', () => {
    it('returns when one is done', () => {
      expect(outcome([hello(2), hello(1)], { returnWhen: FIRST_COMPLETED })).to.equal('done: b; pending: a; at 1');
    });

    it('counts as done all that ended in the same iteration', () => {
      expect(outcome([hello(1), hello(2), hello(1)], { returnWhen: FIRST_COMPLETED })).to.equal(
        'done: a c; pending: b; at 1',
      );
    });
  });

  describe('until FIRST_EXCEPTION', () => {
    it('returns when one fails', () => {
      expect(outcome([hello(1), failing(2), hello(3)], { returnWhen: FIRST_EXCEPTION })).to.equal(
        'done: a b; pending: c; at 2',
      );
    });

    it('goes on past a cancellation, which is no exception', () => {
      const cancelled = loop.createTask(hello(9), { name: 'cancelled' });
      const slow = loop.createTask(hello(3), { name: 'slow' });
      loop.callLater(1, () => cancelled.cancel());
      const [done] = loop.runUntilComplete(wait([cancelled, slow], { returnWhen: FIRST_EXCEPTION }));
      expect(names(done)).to.equal('cancelled slow');
      expect(loop.time()).to.equal(3);
    });

    it('returns when all are done, where none fails', () => {
      expect(outcome([hello(1), hello(2)], { returnWhen: FIRST_EXCEPTION })).to.equal('done: a b; pending: ; at 2');
    });
  });

  describe('and the exceptions of its futures', () => {
    it('leaves them to be retrieved', () => {
      const reports = collectReports(loop);
      loop.runUntilComplete(wait([failing(1)]));
      loop.close();
      expect(reports.map((report) => report.message)).to.deep.equal(['Task exception was never retrieved']);
    });

    it('counts the one that FIRST_EXCEPTION looked at as retrieved', () => {
      const reports = collectReports(loop);
      loop.runUntilComplete(wait([failing(1), failing(2)], { returnWhen: FIRST_EXCEPTION }));
      loop.runUntilComplete(sleep(5));
      loop.close();
      expect(reports.map((report) => (report.exception as Error).message)).to.deep.equal(['failed after 2']);
    });

    it('lets the caller raise them, by asking for the result', () => {
      const [done] = loop.runUntilComplete(wait([failing(1)]));
      expect(thrownBy(() => [...done][0]?.result()).message).to.equal('failed after 1');
    });
  });
});
