import { expect } from 'chai';
import {
  blocking,
  ContextVar,
  EventLoop,
  type Future,
  gather,
  getRunningLoop,
  setEventLoop,
  sleep,
  ThreadPoolExecutor,
  ValueError,
  wait,
  wrapFuture,
} from '../../lib';
import { Log } from '../support';

describe('ThreadPoolExecutor', () => {
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

  describe('of n workers', () => {
    it('works at n jobs at a time: the others stand in a queue', () => {
      const pool = new ThreadPoolExecutor(2);
      for (const name of ['a', 'b', 'c', 'd', 'e']) pool.submit(job(1, name));
      pass(10);
      expect(log.entries).to.deep.equal(['a@1', 'b@1', 'c@2', 'd@2', 'e@3']);
    });

    it('gives the next job to the first worker that is free', () => {
      const pool = new ThreadPoolExecutor(2);
      for (const [seconds, name] of [
        [5, 'long'],
        [1, 'a'],
        [2, 'b'],
        [1, 'c'],
      ] as const)
        pool.submit(job(seconds, name));
      pass(10);
      expect(log.entries).to.deep.equal(['a@1', 'b@3', 'c@4', 'long@5']);
    });

    it('begins the jobs in the order in which they were submitted', () => {
      const pool = new ThreadPoolExecutor(1);
      for (const [seconds, name] of [
        [3, 'a'],
        [1, 'b'],
        [2, 'c'],
      ] as const)
        pool.submit(job(seconds, name));
      pass(10);
      expect(log.entries).to.deep.equal(['a@3', 'b@4', 'c@6']);
    });

    it('is free again after a job that threw', () => {
      const pool = new ThreadPoolExecutor(1);
      const broken = pool.submit(
        blocking(1, () => {
          throw new RangeError('broken');
        }),
      );
      pool.submit(job(1, 'next'));
      pass(10);
      expect([String(broken.exception()), log.entries]).to.deep.equal(['RangeError: broken', ['next@2']]);
    });

    it('is busy for as long as a function blocks that was not said to', () => {
      const pool = new ThreadPoolExecutor(1);
      const read = blocking(2, () => 'text');
      const first = pool.submit(() => read() + read());
      first.addDoneCallback((done) => log.note(done.result()));
      pool.submit(job(1, 'next'));
      pass(10);
      expect(log.entries).to.deep.equal(['texttext@4', 'next@5']);
    });

    it('has 32 of them, if nobody says how many', () => {
      const pool = new ThreadPoolExecutor();
      const futures = Array.from({ length: 33 }, () => pool.submit(blocking(1, () => {})));
      pass(1);
      expect(futures.map((future) => future.done()).indexOf(false)).to.equal(32);
      expect(futures[32]?.running()).to.equal(true);
    });

    it('needs one at least', () => {
      for (const maxWorkers of [0, -1, Number.NaN]) {
        expect(() => new ThreadPoolExecutor(maxWorkers)).to.throw(ValueError, 'max_workers must be greater than 0');
      }
    });

    it('are counted by a number, and by nothing else', () => {
      expect(() => new ThreadPoolExecutor('4' as never)).to.throw(TypeError, "max_workers must be a number, not '4'");
    });
  });

  describe('submit', () => {
    it('gives a future that tells where the job is', () => {
      const pool = new ThreadPoolExecutor(1);
      const futures = [pool.submit(job(1, 'a')), pool.submit(job(1, 'b'))];
      const states = () => futures.map((future) => (future.running() ? 'running' : future.done() ? 'done' : 'queued'));
      const seen = [states()];
      pass(1);
      seen.push(states());
      pass(1);
      seen.push(states());
      expect(seen).to.deep.equal([
        ['running', 'queued'],
        ['done', 'running'],
        ['done', 'done'],
      ]);
    });

    it('passes the arguments on, to the function and to what tells its seconds', () => {
      const pool = new ThreadPoolExecutor();
      const add = blocking(
        (a: number, b: number) => a * b,
        (a: number, b: number) => a + b,
      );
      const future = pool.submit(add, 2, 3);
      future.addDoneCallback(() => log.note('done'));
      pass(10);
      expect([future.result(), log.entries]).to.deep.equal([5, ['done@6']]);
    });

    it('gives what can be awaited, once it is wrapped', () => {
      const pool = new ThreadPoolExecutor();
      const main = async () => await wrapFuture(pool.submit(blocking(2, () => 'text')));
      expect(loop.runUntilComplete(main())).to.equal('text');
    });

    it('refuses what is no function', () => {
      const pool = new ThreadPoolExecutor();
      expect(() => pool.submit(5 as never)).to.throw(TypeError, 'a function was expected, got number');
    });

    it('throws what the seconds throw, and no worker is lost', () => {
      const pool = new ThreadPoolExecutor(1);
      const broken = blocking(
        () => {
          throw new RangeError('how long?');
        },
        () => {},
      );
      expect(() => pool.submit(broken)).to.throw(RangeError, 'how long?');
      pool.submit(job(1, 'next'));
      pass(10);
      expect(log.entries).to.deep.equal(['next@1']);
    });

    it('takes jobs from a job, too', () => {
      const pool = new ThreadPoolExecutor(1);
      pool.submit(blocking(1, () => pool.submit(job(1, 'inner'))));
      pass(10);
      expect(log.entries).to.deep.equal(['inner@2']);
    });
  });

  it('gives each job a context of its own, without the variables of who submits', () => {
    const pool = new ThreadPoolExecutor(1);
    const user = new ContextVar('user', { default: 'nobody' });
    const main = async () => {
      user.set('ann');
      const futures: Future<unknown>[] = [
        wrapFuture(pool.submit(() => user.set('bob'))),
        wrapFuture(pool.submit(() => user.get())),
      ];
      return [(await gather(futures))[1], user.get()];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal(['nobody', 'ann']);
  });

  it('is used by a loop that is told to, for each job', () => {
    const pool = new ThreadPoolExecutor(2);
    const main = function* () {
      const running = getRunningLoop();
      const [done] = yield* wait([3, 1, 2].map((n) => running.runInExecutor(pool, job(n, `job ${n}`)) as Future));
      log.note(`${done.size} done`);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['job 1@1', 'job 3@3', 'job 2@3', '3 done@3']);
  });
});
