import { expect } from 'chai';
import { type AwaitableLike, EventLoop, Queue, sleep, type Task, TimeoutError, waitFor } from '../../lib';
import { Log, runBriefly } from '../support';

describe('Queue: a waiter that is cancelled', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Make a task that awaits what `make` gives, and notes what comes of it. */
  function start(name: string, make: () => AwaitableLike<unknown>): Task<void> {
    async function noting() {
      try {
        const result = await make();
        log.note(result === undefined ? `${name} is through` : `${name} got ${result}`);
      } catch (error) {
        log.note(`${name} ${(error as Error).name}`);
        throw error;
      }
    }
    return loop.createTask(noting());
  }

  const pass = (): void => loop.runUntilComplete(sleep(10));

  describe('in get', () => {
    let queue: Queue<string>;
    let getters: Task<void>[];

    beforeEach(() => {
      queue = new Queue();
      getters = ['A', 'B', 'C'].map((name) => start(name, () => queue.get()));
      runBriefly(loop);
    });

    it('gets nothing, and the item goes to the next', () => {
      getters[0]?.cancel();
      runBriefly(loop);
      queue.putNowait('x');
      pass();
      expect(log.entries).to.deep.equal(['A CancelledError@0', 'B got x@0']);
      expect(getters.map((task) => task.cancelled())).to.deep.equal([true, false, false]);
    });

    it('when it has been woken leaves its item to the next, and those of the others to them', () => {
      for (const item of ['x', 'y']) queue.putNowait(item);
      getters[0]?.cancel();
      pass();
      expect(log.entries).to.deep.equal(['A CancelledError@0', 'B got x@0', 'C got y@0']);
      expect(queue.qsize()).to.equal(0);
    });

    it('when it has been woken wakes nobody in its place if the item was taken: they keep their places', () => {
      queue.putNowait('x');
      log.note(`stolen: ${queue.getNowait()}`);
      getters[0]?.cancel();
      runBriefly(loop, 2);
      queue.putNowait('y');
      pass();
      expect(log.entries).to.deep.equal(['stolen: x@0', 'A CancelledError@0', 'B got y@0']);
      expect(String(queue)).to.equal('<Queue maxsize=0 _getters[1] tasks=2>');
    });

    it('is no longer in the line, once it has run', () => {
      getters[1]?.cancel();
      runBriefly(loop);
      expect(String(queue)).to.equal('<Queue maxsize=0 _getters[2]>');
    });

    it('is passed over, also before it has run', () => {
      getters[0]?.cancel();
      queue.putNowait('x');
      pass();
      expect(log.entries).to.deep.equal(['A CancelledError@0', 'B got x@0']);
    });
  });

  it('in get, alone, when it has been woken leaves its item to whoever comes, before all later ones', () => {
    const queue = new Queue<number>();
    const reader = start('A', () => queue.get());
    runBriefly(loop);
    queue.putNowait(1);
    queue.putNowait(2);
    reader.cancel();
    runBriefly(loop);
    start('A', () => queue.get());
    pass();
    expect(log.entries).to.deep.equal(['A CancelledError@0', 'A got 1@0']);
  });

  it('in get, by a timeout, is no longer in the line', () => {
    const queue = new Queue<number>(5);
    expect(() => loop.runUntilComplete(waitFor(queue.get(), 0.1))).to.throw(TimeoutError);
    expect(String(queue)).to.equal('<Queue maxsize=5>');
  });

  describe('in put', () => {
    let queue: Queue<string>;
    let putters: Task<void>[];

    beforeEach(() => {
      queue = new Queue(1);
      putters = ['A', 'B', 'C'].map((name) => start(name, () => queue.put(name.toLowerCase())));
      runBriefly(loop);
    });

    it('puts nothing in, and the others follow in their order', () => {
      putters[2]?.cancel();
      runBriefly(loop);
      log.note(`taken: ${queue.getNowait()}`);
      runBriefly(loop);
      log.note(`taken: ${queue.getNowait()}`);
      expect(log.entries).to.deep.equal([
        'A is through@0',
        'C CancelledError@0',
        'taken: a@0',
        'B is through@0',
        'taken: b@0',
      ]);
      expect(putters.map((task) => task.done())).to.deep.equal([true, true, true]);
    });

    it('when it has been woken leaves the room to the next', () => {
      log.note(`taken: ${queue.getNowait()}`);
      putters[1]?.cancel();
      pass();
      expect(log.entries).to.deep.equal(['A is through@0', 'taken: a@0', 'B CancelledError@0', 'C is through@0']);
      expect([queue.getNowait(), queue.qsize()]).to.deep.equal(['c', 0]);
    });

    it('when it has been woken wakes nobody in its place if the room was taken: they keep their places', () => {
      start('D', () => queue.put('d'));
      runBriefly(loop);
      queue.getNowait();
      queue.putNowait('quicker');
      putters[1]?.cancel();
      runBriefly(loop, 2);
      queue.getNowait();
      pass();
      expect(log.entries).to.deep.equal(['A is through@0', 'B CancelledError@0', 'C is through@0']);
      expect(String(queue)).to.equal("<Queue maxsize=1 _queue=['c'] _putters[1] tasks=3>");
    });

    it('is in the line until it runs, and no longer', () => {
      const texts = [String(queue)];
      putters[1]?.cancel();
      putters[2]?.cancel();
      runBriefly(loop);
      expect([...texts, String(queue)]).to.deep.equal([
        "<Queue maxsize=1 _queue=['a'] _putters[2] tasks=1>",
        "<Queue maxsize=1 _queue=['a'] tasks=1>",
      ]);
    });
  });

  it('in put, alone, when it has been woken is cancelled all the same, and can put its item in again', () => {
    const queue = new Queue<number>(1);
    queue.putNowait(1);
    const writer = start('A', () => queue.put(2));
    runBriefly(loop);
    log.note(`taken: ${queue.getNowait()}`);
    writer.cancel();
    runBriefly(loop);
    start('A', () => queue.put(2));
    runBriefly(loop);
    log.note(`taken: ${queue.getNowait()}, left: ${queue.qsize()}`);
    expect(log.entries).to.deep.equal(['taken: 1@0', 'A CancelledError@0', 'A is through@0', 'taken: 2, left: 0@0']);
    expect(writer.cancelled()).to.equal(true);
  });

  it('by the closing of its coroutine leaves its item to the next, too', () => {
    const queue = new Queue<string>();
    function* getting() {
      log.note(`A got ${yield* queue.get()}`);
    }
    function* main() {
      const getter = getting();
      getter.next();
      start('B', () => queue.get());
      yield* sleep(1);
      queue.putNowait('x');
      getter.return();
      yield* sleep(1);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['B got x@1']);
  });
});
