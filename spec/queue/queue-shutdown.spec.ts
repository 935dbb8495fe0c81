import { expect } from 'chai';
import {
  type AwaitableLike,
  EventLoop,
  LifoQueue,
  PriorityQueue,
  Queue,
  QueueShutDown,
  type Task,
  ValueError,
} from '../../lib';
import { Log, runBriefly, succeeded } from '../support';

for (const Type of [Queue, LifoQueue, PriorityQueue] as (typeof Queue<string>)[]) {
  describe(`${Type.name}: shutdown`, () => {
    let loop: EventLoop;
    let log: Log;

    beforeEach(() => {
      loop = new EventLoop();
      log = new Log(loop);
    });

    /** Make a task of `awaitable`, and let it begin. */
    function begin<T>(awaitable: AwaitableLike<T>): Task<T> {
      const task = loop.createTask(awaitable as Generator<undefined, T, unknown>);
      runBriefly(loop);
      return task;
    }

    /** Try all four ways to use `queue`, and note what comes of each. */
    function useAll(queue: Queue<string>): string[] {
      const ways: [string, () => unknown][] = [
        ['put', () => loop.runUntilComplete(queue.put('late'))],
        ['putNowait', () => queue.putNowait('late')],
        ['get', () => loop.runUntilComplete(queue.get())],
        ['getNowait', () => queue.getNowait()],
      ];
      return ways.map(([name, use]) => {
        try {
          return `${name}: ${use()}`;
        } catch (error) {
          return `${name}: ${error}`;
        }
      });
    }

    const ALL_SHUT_DOWN = [
      'put: QueueShutDown',
      'putNowait: QueueShutDown',
      'get: QueueShutDown',
      'getNowait: QueueShutDown',
    ];

    it('shows', () => {
      const queue = new Type();
      queue.shutdown();
      expect(String(queue)).to.equal(`<${Type.name} maxsize=0 shutdown>`);
    });

    it('changes nothing when it comes again', () => {
      const queue = new Type();
      queue.putNowait('a');
      queue.shutdown();
      const text = String(queue);
      queue.shutdown();
      expect([String(queue), queue.getNowait()]).to.deep.equal([text, 'a']);
    });

    describe('of an empty queue', () => {
      it('throws QueueShutDown where somebody waits in get, and in all who come later', () => {
        const queue = new Type();
        const getter = begin(queue.get());
        queue.shutdown();
        runBriefly(loop);
        expect(getter.exception()).to.be.an.instanceOf(QueueShutDown);
        expect([queue.qsize(), ...useAll(queue)]).to.deep.equal([0, ...ALL_SHUT_DOWN]);
      });

      it('lets join end at once', () => {
        const queue = new Type();
        queue.shutdown();
        expect(queue.join().next()).to.deep.equal({ done: true, value: undefined });
      });

      it('wakes all who wait in get, in their order', () => {
        const queue = new Type();
        const getter = async (name: string) => {
          try {
            await queue.get();
          } catch (error) {
            log.note(`${name}: ${error}`);
          }
        };
        for (const name of ['A', 'B']) begin(getter(name));
        queue.shutdown();
        runBriefly(loop);
        expect(log.entries).to.deep.equal(['A: QueueShutDown@0', 'B: QueueShutDown@0']);
      });
    });

    describe('of a queue that holds something', () => {
      let queue: Queue<string>;
      let joiner: Task<void>;
      let putter: Task<void>;

      beforeEach(() => {
        queue = new Type(1);
        queue.putNowait('data');
        joiner = begin(queue.join());
        putter = begin(queue.put('data2'));
        queue.shutdown();
      });

      it('throws QueueShutDown where somebody waits in put, though there is no room', () => {
        const before = [putter.done(), queue.qsize()];
        runBriefly(loop);
        expect(before).to.deep.equal([false, 1]);
        expect(putter.exception()).to.be.an.instanceOf(QueueShutDown);
      });

      it('gives what it holds, and throws QueueShutDown when that is taken', () => {
        runBriefly(loop);
        expect(loop.runUntilComplete(queue.get())).to.equal('data');
        expect(useAll(queue)).to.deep.equal(ALL_SHUT_DOWN);
      });

      it('refuses to have anything put in, as shut down before as full', () => {
        runBriefly(loop);
        expect(() => queue.putNowait('late')).to.throw(QueueShutDown);
        expect(queue.full()).to.equal(true);
      });

      it('has join wait until the work on it is done', () => {
        queue.getNowait();
        runBriefly(loop, 2);
        const before = joiner.done();
        queue.taskDone();
        runBriefly(loop);
        expect([before, succeeded(joiner)]).to.deep.equal([false, true]);
        expect(() => queue.taskDone()).to.throw(ValueError, 'task_done() called too many times');
      });

      it('throws in a put that was woken by a get as well, though there is room', () => {
        runBriefly(loop);
        const other = new Type(1);
        other.putNowait('data');
        const task = begin(other.put('data2'));
        other.getNowait();
        other.shutdown();
        runBriefly(loop);
        expect(task.exception()).to.be.an.instanceOf(QueueShutDown);
      });
    });

    describe('at once', () => {
      it('drops what the queue holds, as work that is done: join ends', () => {
        const queue = new Type();
        queue.putNowait('data');
        const joiner = begin(queue.join());
        queue.shutdown(true);
        runBriefly(loop);
        expect([queue.qsize(), succeeded(joiner), ...useAll(queue)]).to.deep.equal([0, true, ...ALL_SHUT_DOWN]);
        expect(() => queue.taskDone()).to.throw(ValueError, 'task_done() called too many times');
      });

      it('has join wait for the work on what was taken before', () => {
        const queue = new Type();
        for (let i = 0; i < 2; i++) queue.putNowait('data');
        const joiner = begin(queue.join());
        const item = loop.runUntilComplete(queue.get());
        queue.shutdown(true);
        runBriefly(loop);
        const before = [item, queue.qsize(), joiner.done(), ...useAll(queue)];
        queue.taskDone();
        runBriefly(loop);
        expect(before).to.deep.equal(['data', 0, false, ...ALL_SHUT_DOWN]);
        expect(succeeded(joiner)).to.equal(true);
        expect(() => queue.taskDone()).to.throw(ValueError, 'task_done() called too many times');
      });

      it('throws in whoever waits in put', () => {
        const queue = new Type(1);
        queue.putNowait('data');
        const putter = begin(queue.put('data2'));
        queue.shutdown(true);
        runBriefly(loop);
        expect(putter.exception()).to.be.an.instanceOf(QueueShutDown);
        expect(queue.qsize()).to.equal(0);
      });

      it('may follow one that was not', () => {
        const queue = new Type();
        queue.putNowait('data');
        queue.shutdown();
        queue.shutdown(true);
        expect(useAll(queue)).to.deep.equal(ALL_SHUT_DOWN);
      });
    });
  });
}
