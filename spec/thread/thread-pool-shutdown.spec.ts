import { expect } from 'chai';
import { blocking, EventLoop, RuntimeError, setEventLoop, sleep, ThreadPoolExecutor } from '../../lib';
import { Log, thrownBy } from '../support';

describe('ThreadPoolExecutor, jobs that are not done:', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    setEventLoop(loop);
  });

  afterEach(() => setEventLoop(undefined));

  const job = (seconds: number, name: string) => blocking(seconds, () => log.note(name));

  /** Run all that there is to run, for `seconds`. */
  const pass = (seconds: number) => loop.runUntilComplete(sleep(seconds));

  describe('cancel', () => {
    it('of a job in the queue: it is never begun, and the one behind it takes its place', () => {
      const pool = new ThreadPoolExecutor(1);
      const [, second] = ['a', 'b', 'c'].map((name) => pool.submit(job(1, name)));
      expect([second?.cancel(), second?.cancelled()]).to.deep.equal([true, true]);
      pass(10);
      expect(log.entries).to.deep.equal(['a@1', 'c@2']);
    });

    it('of a job that was begun is declined: it runs to its end', () => {
      const pool = new ThreadPoolExecutor(1);
      const future = pool.submit(job(1, 'a'));
      expect([future.cancel(), future.cancelled()]).to.deep.equal([false, false]);
      pass(10);
      expect([future.done(), log.entries]).to.deep.equal([true, ['a@1']]);
    });
  });

  describe('shutdown', () => {
    it('takes no more jobs, and does those that it has', () => {
      const pool = new ThreadPoolExecutor(1);
      pool.submit(job(1, 'a'));
      pool.submit(job(1, 'b'));
      pool.shutdown();
      const error = thrownBy(() => pool.submit(job(1, 'c')));
      expect([error.name, error.message]).to.deep.equal(['RuntimeError', 'cannot schedule new futures after shutdown']);
      pass(10);
      expect(log.entries).to.deep.equal(['a@1', 'b@2']);
    });

    it('can cancel those in the queue, and does those that were begun', () => {
      const pool = new ThreadPoolExecutor(1);
      const futures = ['a', 'b', 'c'].map((name) => pool.submit(job(1, name)));
      pool.shutdown({ cancelFutures: true });
      pass(10);
      expect([futures.map((future) => future.cancelled()), log.entries]).to.deep.equal([[false, true, true], ['a@1']]);
    });

    it('can be called again', () => {
      const pool = new ThreadPoolExecutor();
      pool.shutdown();
      pool.shutdown();
      expect(() => pool.submit(() => {})).to.throw(RuntimeError);
    });
  });

  describe('that outlives a loop', () => {
    it('drops what it had to do for that: its time stands still', () => {
      const pool = new ThreadPoolExecutor(1);
      const first = new EventLoop();
      for (const name of ['begun', 'queued']) first.runInExecutor(pool, job(9, name));
      first.runUntilComplete(sleep(1));
      first.close();
      loop.runInExecutor(pool, job(1, 'second loop'));
      pass(20);
      expect([log.entries, pool.isIdle()]).to.deep.equal([['second loop@1'], true]);
    });
  });

  describe('whenIdle', () => {
    it('calls at once where there is nothing to do', () => {
      const pool = new ThreadPoolExecutor();
      pool.whenIdle(() => log.note('idle'));
      expect([pool.isIdle(), log.entries]).to.deep.equal([true, ['idle@0']]);
    });

    it('calls when the last job is done, those in the queue included', () => {
      const pool = new ThreadPoolExecutor(1);
      pool.submit(job(1, 'a'));
      pool.submit(job(1, 'b'));
      pool.whenIdle(() => log.note('idle'));
      pass(10);
      expect([pool.isIdle(), log.entries]).to.deep.equal([true, ['a@1', 'b@2', 'idle@2']]);
    });
  });
});
