import { expect } from 'chai';
import {
  blocking,
  createTask,
  EventLoop,
  Runner,
  RuntimeError,
  run,
  sleep,
  ThreadPoolExecutor,
  toThread,
} from '../../lib';
import { Log, thrownBy } from '../support';
import { loggedBy } from './captured-log';

describe('The end of the default executor', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const job = (seconds: number, name: string) => blocking(seconds, () => log.note(name));

  describe('shutdownDefaultExecutor', () => {
    it('does nothing where there is none: no iteration passes', () => {
      const main = function* () {
        loop.callSoon(() => log.note('next iteration'));
        yield* loop.shutdownDefaultExecutor();
        log.note('shut down');
      };
      loop.runUntilComplete(main());
      expect(log.entries[0]).to.equal('shut down@0');
    });

    it('waits until all jobs are done, those in the queue too', () => {
      loop.setDefaultExecutor(new ThreadPoolExecutor(1));
      for (const name of ['a', 'b']) loop.runInExecutor(null, job(1, name));
      const main = async () => {
        await loop.shutdownDefaultExecutor();
        log.note('shut down');
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['a@1', 'b@2', 'shut down@2']);
    });

    it('has no job taken afterwards, also where there was none, and also by one that is set then', () => {
      loop.runUntilComplete(loop.shutdownDefaultExecutor());
      const refused = () => thrownBy(() => loop.runInExecutor(null, () => {})).message;
      const messages = [refused()];
      loop.setDefaultExecutor(new ThreadPoolExecutor());
      messages.push(refused());
      expect(messages).to.deep.equal(['Executor shutdown has been called', 'Executor shutdown has been called']);
    });

    it('leaves other executors alone', () => {
      loop.runUntilComplete(loop.shutdownDefaultExecutor());
      const future = loop.runInExecutor(new ThreadPoolExecutor(), () => 'result');
      expect(loop.runUntilComplete(future)).to.equal('result');
    });

    it('begins when it is awaited, not before', () => {
      const coro = loop.shutdownDefaultExecutor();
      expect(loop.runUntilComplete(loop.runInExecutor(null, () => 'result'))).to.equal('result');
      loop.runUntilComplete(coro);
      expect(() => loop.runInExecutor(null, () => {})).to.throw(RuntimeError, 'Executor shutdown has been called');
    });

    it('waits for so many seconds at most, and warns', () => {
      loop.runInExecutor(null, job(9, 'late'));
      const logged = loggedBy(() => loop.runUntilComplete(loop.shutdownDefaultExecutor(5)));
      expect([loop.time(), logged]).to.deep.equal([
        5,
        ['The executor did not finishing joining its threads within 5 seconds.'],
      ]);
    });

    it('leaves no timer behind when the jobs were in time', () => {
      loop.runInExecutor(null, job(1, 'in time'));
      const logged = loggedBy(() => loop.runUntilComplete(loop.shutdownDefaultExecutor(300)));
      loop.runUntilComplete(sleep(1));
      expect([logged, log.entries, loop.time()]).to.deep.equal([[], ['in time@1'], 2]);
    });

    it('can be cancelled: the jobs go on', () => {
      loop.runInExecutor(null, job(9, 'job'));
      const main = async () => {
        const task = createTask(loop.shutdownDefaultExecutor());
        await sleep(1);
        task.cancel();
        await sleep(9);
        log.note(`cancelled: ${task.cancelled()}`);
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['job@9', 'cancelled: true@10']);
    });
  });

  describe('when the program ends', () => {
    const threads = async (seconds: number) => {
      createTask(toThread(job(seconds, 'thread')));
      await sleep(1);
      log.note('main ends');
    };

    it('is waited for by run: the thread is done before the loop is closed', () => {
      run(threads(5), { loopFactory: () => loop });
      expect([log.entries, loop.time(), loop.isClosed()]).to.deep.equal([['main ends@1', 'thread@5'], 5, true]);
    });

    it('is waited for by Runner.close for 300 seconds, and no longer', () => {
      const runner = new Runner({ loopFactory: () => loop });
      runner.run(threads(1000));
      const logged = loggedBy(() => runner.close());
      expect([log.entries, loop.time(), logged]).to.deep.equal([
        ['main ends@1'],
        301,
        ['The executor did not finishing joining its threads within 300 seconds.'],
      ]);
    });

    it('is not waited for by close: what a thread was at is never done', () => {
      loop.runInExecutor(null, job(5, 'thread'));
      loop.runUntilComplete(sleep(1));
      loop.close();
      expect(log.entries).to.deep.equal([]);
    });
  });
});
