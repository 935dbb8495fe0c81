import { expect } from 'chai';
import { EventLoop, PriorityQueue, Queue, QueueFull } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('PriorityQueue', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Take everything out. */
  function drain<T>(queue: Queue<T>): T[] {
    return Array.from({ length: queue.qsize() }, () => queue.getNowait());
  }

  it('gives the smallest item', () => {
    const queue = new PriorityQueue<number>();
    async function main() {
      for (const item of [1, 3, 2]) await queue.put(item);
      return [await queue.get(), await queue.get(), await queue.get()];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal([1, 2, 3]);
  });

  it('gives of arrays the one whose first element is the smallest, and of those that agree in it goes on to the next', () => {
    const queue = new PriorityQueue<(number | string)[]>();
    for (const item of [[2, 'b'], [1, 'z'], [1, 'a', 0], [10, 'a'], [], [1, 'a']]) queue.putNowait(item);
    expect(drain(queue)).to.deep.equal([[], [1, 'a'], [1, 'a', 0], [1, 'z'], [2, 'b'], [10, 'a']]);
  });

  it('is a Queue in all else: it can be full', () => {
    const queue = new PriorityQueue<number>(1);
    expect(queue).to.be.an.instanceOf(Queue);
    queue.putNowait(2);
    expect(() => queue.putNowait(1)).to.throw(QueueFull);
    expect([queue.maxsize, queue.full(), queue.getNowait()]).to.deep.equal([1, true, 2]);
  });

  it('is shown with its items as its heap holds them', () => {
    const queue = new PriorityQueue<number>();
    for (const item of [3, 2, 1]) queue.putNowait(item);
    expect(String(queue)).to.equal('<PriorityQueue maxsize=0 _queue=[1, 3, 2] tasks=3>');
  });

  describe('given an item that cannot be compared with those in it', () => {
    let queue: PriorityQueue<unknown>;

    beforeEach(() => {
      queue = new PriorityQueue<unknown>();
      queue.putNowait(1);
    });

    const text = "TypeError: '<' not supported between instances of 'string' and 'number'";

    it('throws from putNowait, and keeps it: nothing is lost', () => {
      expect(String(thrownBy(() => queue.putNowait('a')))).to.equal(text);
      expect([queue.qsize(), drain(queue)]).to.deep.equal([2, [1, 'a']]);
    });

    it('throws from put, where it is awaited, and keeps it', () => {
      const error = thrownBy(() => loop.runUntilComplete(queue.put('a')));
      expect([String(error), drain(queue)]).to.deep.equal([text, [1, 'a']]);
    });

    it('takes it in even if it has the same priority as another, and holds what cannot be compared', () => {
      const jobs = new PriorityQueue<[number, object]>();
      jobs.putNowait([1, { job: 'first' }]);
      expect(() => jobs.putNowait([1, { job: 'second' }])).to.throw(TypeError, "of 'Object' and 'Object'");
      expect(drain(jobs)).to.deep.equal([
        [1, { job: 'first' }],
        [1, { job: 'second' }],
      ]);
    });

    it('does not count the work on it: join waits for that on the others only', () => {
      expect(() => queue.putNowait('a')).to.throw(TypeError);
      queue.taskDone();
      loop.runUntilComplete(queue.join());
      expect(String(queue)).to.equal("<PriorityQueue maxsize=0 _queue=[1, 'a']>");
      expect(() => queue.taskDone()).to.throw('task_done() called too many times');
    });

    it('wakes no getter for it', () => {
      const getter = async (name: string) => log.note(`${name} got ${await queue.get()}`);
      const others = ['first', 'second', 'third'].map((name) => loop.createTask(getter(name)));
      runBriefly(loop);
      queue.putNowait(2);
      expect(() => queue.putNowait('a')).to.throw(TypeError);
      runBriefly(loop, 2);
      expect(log.entries).to.deep.equal(['first got 1@0', 'second got 2@0']);
      expect([others[2]?.done(), queue.qsize()]).to.deep.equal([false, 1]);
    });

    it('throws from getNowait, too, when it has to be compared then', () => {
      queue.putNowait(2);
      expect(() => queue.putNowait('a')).to.throw(TypeError);
      expect(String(thrownBy(() => queue.getNowait()))).to.equal(text);
      expect(drain(queue)).to.deep.equal([2, 'a']);
    });
  });
});
