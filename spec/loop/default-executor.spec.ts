import { expect } from 'chai';
import {
  blocking,
  ContextVar,
  EventLoop,
  gather,
  isfuture,
  RuntimeError,
  SystemExit,
  sleep,
  ThreadPoolExecutor,
  toThread,
} from '../../lib';
import { collectReports, countIterations, Log, thrownBy } from '../support';

describe('The executor of a loop', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const job = (seconds: number, name: string) => blocking(seconds, () => log.note(name));

  describe('runInExecutor', () => {
    it('gives a future of what the function gives, called with the arguments', () => {
      const add = blocking(2, (a: number, b: number) => a + b);
      const future = loop.runInExecutor(null, add, 1, 2);
      expect([isfuture(future), loop.runUntilComplete(future), loop.time()]).to.deep.equal([true, 3, 2]);
    });

    it('begins at once, awaited or not', () => {
      loop.runInExecutor(null, job(1, 'unawaited'));
      loop.runUntilComplete(sleep(2));
      expect(log.entries).to.deep.equal(['unawaited@1']);
    });

    it('ends the future one iteration after the function, and wakes who awaits it in the one after that', () => {
      const main = function* () {
        yield* loop.runInExecutor(null, () => log.note('function'));
        log.note('awaited');
      };
      const task = loop.createTask(main());
      const counts: number[] = [];
      for (const seen of [1, 2]) counts.push(countIterations(loop, () => log.entries.length === seen));
      expect([counts, task.done(), log.entries]).to.deep.equal([[2, 2], true, ['function@0', 'awaited@0']]);
    });

    it('throws what the function throws: the same error', () => {
      const error = new RangeError('broken');
      const future = loop.runInExecutor(null, () => {
        throw error;
      });
      expect(thrownBy(() => loop.runUntilComplete(future))).to.equal(error);
    });

    it('reports an error that nobody asks for, as of any future', () => {
      const reports = collectReports(loop);
      loop.runInExecutor(null, () => {
        throw new RangeError('broken');
      });
      loop.runUntilComplete(sleep(1));
      loop.close();
      expect(reports.map(({ message }) => message)).to.deep.equal(['Future exception was never retrieved']);
    });

    it('lets SystemExit out of the loop when a task awaits it', () => {
      const main = async () =>
        await loop.runInExecutor(null, () => {
          throw new SystemExit(3);
        });
      expect(() => loop.runUntilComplete(main())).to.throw(SystemExit);
    });

    it('does not take the context along, as toThread does', () => {
      const user = new ContextVar('user', { default: 'nobody' });
      const main = async () => {
        user.set('ann');
        return await gather([loop.runInExecutor(null, () => user.get()), toThread(() => user.get())]);
      };
      expect(loop.runUntilComplete(main())).to.deep.equal(['nobody', 'ann']);
    });

    it('uses the executor that it is given', () => {
      const pool = new ThreadPoolExecutor(1);
      for (const name of ['a', 'b']) loop.runInExecutor(pool, job(1, name));
      loop.runInExecutor(null, job(1, 'default'));
      loop.runUntilComplete(sleep(3));
      expect(log.entries).to.deep.equal(['a@1', 'default@1', 'b@2']);
    });

    it('takes undefined for null', () => {
      expect(loop.runUntilComplete(loop.runInExecutor(undefined, () => 'result'))).to.equal('result');
    });

    describe('cancelled', () => {
      it('while in the queue, is never begun', () => {
        const pool = new ThreadPoolExecutor(1);
        loop.runInExecutor(pool, job(1, 'a'));
        const future = loop.runInExecutor(pool, job(1, 'b'));
        expect([future.cancel(), future.cancelled()]).to.deep.equal([true, true]);
        loop.runUntilComplete(sleep(5));
        expect(log.entries).to.deep.equal(['a@1']);
      });

      it('once begun, ends the future but not the function', () => {
        const future = loop.runInExecutor(null, job(1, 'function'));
        expect([future.cancel(), future.cancelled()]).to.deep.equal([true, true]);
        loop.runUntilComplete(sleep(5));
        expect(log.entries).to.deep.equal(['function@1']);
      });
    });

    describe('refuses', () => {
      it('what is no executor', () => {
        for (const executor of [5, {}, { submit() {} }]) {
          expect(() => loop.runInExecutor(executor as never, () => {})).to.throw(
            TypeError,
            'executor must be ThreadPoolExecutor instance',
          );
        }
      });

      it('what is no function', () => {
        expect(() => loop.runInExecutor(null, 5 as never)).to.throw(TypeError);
      });

      it('in debug mode a coroutine and a coroutine function', () => {
        loop.setDebug(true);
        const main = async () => {};
        const coro = main();
        for (const func of [main, coro]) {
          expect(() => loop.runInExecutor(null, func as never)).to.throw(
            TypeError,
            'coroutines cannot be used with run_in_executor()',
          );
        }
        expect(() => loop.runInExecutor(null, 5 as never)).to.throw(
          TypeError,
          'a callable object was expected by run_in_executor(), got 5',
        );
      });

      it('all, once the executor was shut down', () => {
        const pool = new ThreadPoolExecutor();
        pool.shutdown();
        expect(() => loop.runInExecutor(pool, () => {})).to.throw(
          RuntimeError,
          'cannot schedule new futures after shutdown',
        );
      });
    });
  });

  describe('setDefaultExecutor', () => {
    it('has toThread, and runInExecutor of null, use the executor', () => {
      loop.setDefaultExecutor(new ThreadPoolExecutor(1));
      const main = async () => {
        await gather([loop.runInExecutor(null, job(1, 'a')), toThread(job(1, 'b')), toThread(job(1, 'c'))]);
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['a@1', 'b@2', 'c@3']);
    });

    it('refuses what is none', () => {
      expect(() => loop.setDefaultExecutor({ submit() {} } as never)).to.throw(
        TypeError,
        'executor must be ThreadPoolExecutor instance',
      );
    });
  });
});
