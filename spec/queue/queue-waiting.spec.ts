import { expect } from 'chai';
import { type AwaitableLike, asyncWith, EventLoop, Queue, sleep, TaskGroup } from '../../lib';
import { Log, runBriefly } from '../support';

/** One who gets as many items, and one who puts these in; each notes what it has done. */
interface Way {
  getter(queue: Queue<string>, log: Log, name: string, count?: number): AwaitableLike<void>;
  putter(queue: Queue<string>, log: Log, name: string, ...items: string[]): AwaitableLike<void>;
}

const WAYS: Record<string, Way> = {
  'by generators': {
    *getter(queue, log, name, count = 1) {
      for (let i = 0; i < count; i++) log.note(`${name} got ${yield* queue.get()}`);
    },
    *putter(queue, log, name, ...items) {
      for (const item of items) {
        yield* queue.put(item);
        log.note(`${name} put ${item}`);
      }
    },
  },
  'by async functions': {
    async getter(queue, log, name, count = 1) {
      for (let i = 0; i < count; i++) log.note(`${name} got ${await queue.get()}`);
    },
    async putter(queue, log, name, ...items) {
      for (const item of items) {
        await queue.put(item);
        log.note(`${name} put ${item}`);
      }
    },
  },
};

for (const [way, { getter, putter }] of Object.entries(WAYS)) {
  describe(`Queue, waited for ${way}`, () => {
    let loop: EventLoop;
    let log: Log;

    beforeEach(() => {
      loop = new EventLoop();
      log = new Log(loop);
    });

    /** Let all that there is to do happen, for ten seconds. */
    const pass = (): void => loop.runUntilComplete(sleep(10));

    it('has get wait until something is put in', () => {
      const queue = new Queue<string>();
      loop.createTask(getter(queue, log, 'A'));
      loop.callLater(1, () => queue.putNowait('x'));
      pass();
      expect(log.entries).to.deep.equal(['A got x@1']);
    });

    it('has put wait until there is room', () => {
      const queue = new Queue<string>(1);
      loop.createTask(putter(queue, log, 'A', 'x', 'y'));
      loop.callLater(1, () => log.note(`taken: ${queue.getNowait()}`));
      pass();
      expect(log.entries).to.deep.equal(['A put x@0', 'taken: x@1', 'A put y@1']);
    });

    it('never has put wait where there is always room', () => {
      const queue = new Queue<string>();
      const task = loop.createTask(putter(queue, log, 'A', 'x'));
      runBriefly(loop);
      expect([task.done(), queue.getNowait(), log.entries]).to.deep.equal([true, 'x', ['A put x@0']]);
    });

    it('lets a putter go on as soon as somebody gets, up to the size', () => {
      const queue = new Queue<string>(2);
      const task = loop.createTask(putter(queue, log, 'A', 'x', 'y', 'z'));
      runBriefly(loop, 2);
      log.note(`taken: ${queue.getNowait()}`);
      runBriefly(loop);
      log.note(`taken: ${queue.getNowait()} ${queue.getNowait()}`);
      expect(log.entries).to.deep.equal(['A put x@0', 'A put y@0', 'taken: x@0', 'A put z@0', 'taken: y z@0']);
      expect(task.done()).to.equal(true);
    });

    it('serves the getters in the order in which they came', () => {
      const queue = new Queue<string>();
      for (const name of ['A', 'B', 'C']) loop.createTask(getter(queue, log, name));
      loop.createTask(putter(queue, log, 'P', 'x', 'y', 'z'));
      pass();
      expect(log.entries).to.deep.equal(['P put x@0', 'P put y@0', 'P put z@0', 'A got x@0', 'B got y@0', 'C got z@0']);
    });

    it('serves the putters in the order in which they came', () => {
      const queue = new Queue<string>(1);
      for (const item of ['x', 'y', 'z']) loop.createTask(putter(queue, log, item.toUpperCase(), item));
      loop.createTask(getter(queue, log, 'G', 3));
      pass();
      expect(log.entries).to.deep.equal(['X put x@0', 'G got x@0', 'Y put y@0', 'G got y@0', 'Z put z@0', 'G got z@0']);
    });

    it('has a producer and a consumer take turns at a queue of one', () => {
      const queue = new Queue<string>(1);
      const main = asyncWith(new TaskGroup(), function* (group) {
        group.createTask(putter(queue, log, 'P', '0', '1', '2', '3', '4'));
        group.createTask(getter(queue, log, 'C', 5));
      });
      loop.runUntilComplete(main);
      const got = log.entries.filter((entry) => entry.startsWith('C'));
      expect(got).to.deep.equal(['C got 0@0', 'C got 1@0', 'C got 2@0', 'C got 3@0', 'C got 4@0']);
      expect(queue.empty()).to.equal(true);
    });

    it('wakes as many putters as items are taken at once', () => {
      const queue = new Queue<string>(2);
      const main = asyncWith(new TaskGroup(), function* (group) {
        for (const item of ['0', '1', '2', '3']) group.createTask(putter(queue, log, 'P', item));
        yield* sleep(1);
        while (!queue.empty()) queue.getNowait();
      });
      loop.runUntilComplete(main);
      expect(log.entries).to.deep.equal(['P put 0@0', 'P put 1@0', 'P put 2@1', 'P put 3@1']);
    });

    describe('whose wakeup comes too late', () => {
      it('sends a getter whose item was taken to the end of the line', () => {
        const queue = new Queue<string>();
        for (const name of ['A', 'B']) loop.createTask(getter(queue, log, name));
        runBriefly(loop);
        queue.putNowait('x');
        log.note(`stolen: ${queue.getNowait()}`);
        runBriefly(loop);
        for (const item of ['y', 'z']) queue.putNowait(item);
        pass();
        expect(log.entries).to.deep.equal(['stolen: x@0', 'B got y@0', 'A got z@0']);
      });

      it('sends a putter whose room was taken to the end of the line', () => {
        const queue = new Queue<string>(1);
        queue.putNowait('first');
        for (const item of ['x', 'y']) loop.createTask(putter(queue, log, item.toUpperCase(), item));
        runBriefly(loop);
        queue.getNowait();
        queue.putNowait('stolen');
        runBriefly(loop);
        loop.createTask(getter(queue, log, 'G', 3));
        pass();
        expect(log.entries).to.deep.equal(['G got stolen@0', 'Y put y@0', 'G got y@0', 'X put x@0', 'G got x@0']);
      });

      it('has it out of the line as soon as it is woken, though the item stays until it runs', () => {
        const queue = new Queue<string>();
        loop.createTask(getter(queue, log, 'A'));
        runBriefly(loop);
        const texts = [String(queue)];
        queue.putNowait('x');
        texts.push(String(queue));
        runBriefly(loop);
        expect([...texts, String(queue)]).to.deep.equal([
          '<Queue maxsize=0 _getters[1]>',
          "<Queue maxsize=0 _queue=['x'] tasks=1>",
          '<Queue maxsize=0 tasks=1>',
        ]);
      });
    });

    it('belongs to the loop of its first waiter: those of another are refused', () => {
      const queue = new Queue<string>();
      loop.createTask(getter(queue, log, 'A'));
      runBriefly(loop);
      const text = '<Queue maxsize=0 _getters[1]> is bound to a different event loop';
      expect(() => new EventLoop().runUntilComplete(getter(queue, log, 'B'))).to.throw(text);
    });

    it('belongs to no loop for those who need not wait', () => {
      const queue = new Queue<string>();
      loop.createTask(getter(queue, log, 'A'));
      runBriefly(loop);
      const other = new EventLoop();
      queue.putNowait('x');
      queue.putNowait('y');
      other.runUntilComplete(getter(queue, log, 'B'));
      pass();
      expect(log.entries).to.deep.equal(['B got x@0', 'A got y@0']);
    });
  });
}
