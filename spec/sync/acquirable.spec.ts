import { expect } from 'chai';
import { asyncWith, BoundedSemaphore, Condition, EventLoop, Lock, Semaphore, sleep } from '../../lib';
import type { Acquirable } from '../../lib/sync/acquirable';
import { Log, runBriefly, thrownBy } from '../support';

for (const Type of [Lock, Condition, Semaphore, BoundedSemaphore]) {
  describe(`${Type.name}, acquired by asyncWith`, () => {
    let loop: EventLoop;
    let log: Log;
    let primitive: Acquirable & { locked(): boolean };

    beforeEach(() => {
      loop = new EventLoop();
      log = new Log(loop);
      primitive = new Type();
    });

    function* hold(name: string, seconds: number) {
      yield* asyncWith(primitive, function* () {
        log.note(`${name} in`);
        yield* sleep(seconds);
        log.note(`${name} out`);
      });
    }

    it('lets one in after the other, in the order in which they came', () => {
      const tasks = ['a', 'b', 'c'].map((name) => loop.createTask(hold(name, 1)));
      for (const task of tasks) loop.runUntilComplete(task);
      expect(log.entries).to.deep.equal(['a in@0', 'a out@1', 'b in@1', 'b out@2', 'c in@2', 'c out@3']);
    });

    it('takes no iteration where it is free', () => {
      const task = loop.createTask(asyncWith(primitive, async () => 'done'));
      runBriefly(loop);
      expect([task.result(), primitive.locked()]).to.deep.equal(['done', false]);
    });

    it('is released when the body fails, and the error goes on', () => {
      const main = asyncWith(primitive, async () => {
        throw new RangeError('broken');
      });
      expect(thrownBy(() => loop.runUntilComplete(main)).message).to.equal('broken');
      expect(primitive.locked()).to.equal(false);
    });

    it('is released when the body is cancelled, and goes to the next', () => {
      const [first, second] = [loop.createTask(hold('a', 9)), loop.createTask(hold('b', 1))];
      loop.callLater(2, () => first.cancel());
      loop.runUntilComplete(second);
      expect(log.entries).to.deep.equal(['a in@0', 'b in@2', 'b out@3']);
      expect([first.cancelled(), primitive.locked()]).to.deep.equal([true, false]);
    });

    it('is not released by one who is cancelled before he is in', () => {
      const [first, second] = [loop.createTask(hold('a', 4)), loop.createTask(hold('b', 1))];
      loop.callLater(2, () => second.cancel());
      loop.callLater(3, () => log.note(`locked: ${primitive.locked()}`));
      loop.runUntilComplete(first);
      expect(log.entries).to.deep.equal(['a in@0', 'locked: true@3', 'a out@4']);
      expect([second.cancelled(), primitive.locked()]).to.deep.equal([true, false]);
    });
  });
}

describe('BoundedSemaphore, released in the body of asyncWith', () => {
  it('is released too often on leaving, which says so', () => {
    const semaphore = new BoundedSemaphore();
    const main = asyncWith(semaphore, async () => semaphore.release());
    const run = (): unknown => new EventLoop().runUntilComplete(main);
    expect(run).to.throw('BoundedSemaphore released too many times');
  });
});

describe('Lock, released in the body of asyncWith', () => {
  it('is not there to be released on leaving, which says so', () => {
    const lock = new Lock();
    const main = asyncWith(lock, async () => lock.release());
    expect(() => new EventLoop().runUntilComplete(main)).to.throw('Lock is not acquired.');
  });
});
