import { inspect } from 'node:util';
import { expect } from 'chai';
import { EventLoop, Queue, QueueEmpty, QueueFull, sleep } from '../../lib';
import { thrownBy } from '../support';

describe('Queue', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  it('gives the items in the order in which they were put in', () => {
    const queue = new Queue<number>();
    function* main() {
      for (const item of [1, 3, 2]) yield* queue.put(item);
      return [yield* queue.get(), yield* queue.get(), yield* queue.get()];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal([1, 3, 2]);
  });

  it('does so for async functions', () => {
    const queue = new Queue<number>();
    async function main() {
      for (const item of [1, 3, 2]) await queue.put(item);
      return [await queue.get(), await queue.get(), await queue.get()];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal([1, 3, 2]);
  });

  it('takes anything as an item, undefined too', () => {
    const queue = new Queue<unknown>();
    for (const item of [undefined, null, 0]) queue.putNowait(item);
    expect([queue.qsize(), queue.getNowait(), queue.getNowait(), queue.getNowait()]).to.deep.equal([
      3,
      undefined,
      null,
      0,
    ]);
  });

  it('is empty until something is put in, and when all is taken', () => {
    const queue = new Queue<number>();
    const before = queue.empty();
    async function main() {
      await queue.put(1);
      const meanwhile = queue.empty();
      return [before, meanwhile, await queue.get(), queue.empty()];
    }
    expect(loop.runUntilComplete(main())).to.deep.equal([true, false, 1, true]);
  });

  describe('of a size', () => {
    it('is full when it holds as many items', () => {
      const queue = new Queue<number>(2);
      const full = [queue.full()];
      for (const item of [1, 2]) {
        queue.putNowait(item);
        full.push(queue.full());
      }
      queue.getNowait();
      expect([queue.maxsize, ...full, queue.full()]).to.deep.equal([2, false, false, true, false]);
    });

    it('of 0, or below, is never full', () => {
      for (const queue of [new Queue(), new Queue(0), new Queue(-3)]) {
        for (let item = 0; item < 100; item++) queue.putNowait(item);
        expect([queue.full(), queue.qsize()]).to.deep.equal([false, 100]);
      }
    });

    it('that is no whole number is full at the next that is', () => {
      const [now, awaited] = [new Queue<number>(1.3), new Queue<number>(1.3)];
      function* main() {
        yield* awaited.put(1);
        yield* awaited.put(2);
      }
      for (const item of [1, 2]) now.putNowait(item);
      loop.runUntilComplete(main());
      expect([now.full(), awaited.full()]).to.deep.equal([true, true]);
      expect(() => now.putNowait(3)).to.throw(QueueFull);
    });
  });

  describe('without waiting', () => {
    it('hands items from putNowait to getNowait, for which there need be no loop', () => {
      const queue = new Queue<string>();
      queue.putNowait('a');
      expect(queue.getNowait()).to.equal('a');
    });

    it('throws QueueEmpty, without a text, when there is nothing to get', () => {
      const error = thrownBy(() => new Queue().getNowait());
      expect([error instanceof QueueEmpty, error.message]).to.deep.equal([true, '']);
    });

    it('throws QueueFull, without a text, when there is no room, and puts nothing in', () => {
      const queue = new Queue<number>(1);
      queue.putNowait(1);
      const error = thrownBy(() => queue.putNowait(2));
      expect([error instanceof QueueFull, error.message, queue.qsize()]).to.deep.equal([true, '', 1]);
    });

    it('also gives by get what is there, and puts in by put what there is room for', () => {
      const queue = new Queue<number>(1);
      const steps = [queue.put(1), queue.get()].map((coro) => coro.next());
      expect(steps).to.deep.equal([
        { done: true, value: undefined },
        { done: true, value: 1 },
      ]);
    });
  });

  describe('shown', () => {
    it('says how many it may hold', () => {
      expect([String(new Queue()), String(new Queue(2))]).to.deep.equal(['<Queue maxsize=0>', '<Queue maxsize=2>']);
    });

    it('shows its items, and counts the work on them that is not done', () => {
      const queue = new Queue<unknown>();
      queue.putNowait(1);
      queue.putNowait('b');
      expect(String(queue)).to.equal("<Queue maxsize=0 _queue=[1, 'b'] tasks=2>");
    });

    it('counts those who wait to get', () => {
      const queue = new Queue<number>();
      async function main() {
        const getter = loop.createTask(queue.get());
        await sleep(0);
        const text = String(queue);
        queue.putNowait(0);
        return [text, await getter];
      }
      expect(loop.runUntilComplete(main())).to.deep.equal(['<Queue maxsize=0 _getters[1]>', 0]);
    });

    it('counts those who wait to put, and says that it is shut down', () => {
      const queue = new Queue<unknown>(2);
      queue.putNowait(1);
      queue.putNowait('b');
      async function main() {
        const putter = loop.createTask(queue.put(2));
        await sleep(0);
        const text = String(queue);
        queue.getNowait();
        await putter;
        queue.shutdown();
        return [text, String(queue)];
      }
      expect(loop.runUntilComplete(main())).to.deep.equal([
        "<Queue maxsize=2 _queue=[1, 'b'] _putters[1] tasks=2>",
        "<Queue maxsize=2 _queue=['b', 2] tasks=3 shutdown>",
      ]);
    });

    it('bears the name of its own class, and no address, which would differ from run to run', () => {
      class Jobs extends Queue<string> {}
      expect(String(new Jobs(1))).to.equal('<Jobs maxsize=1>');
    });

    it('looks the same to console.log', () => {
      expect(inspect(new Queue(1))).to.equal('<Queue maxsize=1>');
    });
  });
});
