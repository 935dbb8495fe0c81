import { expect } from 'chai';
import { asyncWith, BoundedSemaphore, Condition, EventLoop, Lock, Semaphore, sleep, type Task } from '../../lib';
import type { Acquirable } from '../../lib/sync/acquirable';
import { runBriefly } from '../support';

/** Who holds `primitive`, by name. */
function ownersOf(primitive: Acquirable): string[] {
  return primitive.owners().map((task) => (task as Task).getName());
}

for (const Type of [Lock, Condition, Semaphore, BoundedSemaphore]) {
  describe(`The owner of a ${Type.name}`, () => {
    let loop: EventLoop;
    let primitive: Acquirable;

    beforeEach(() => {
      loop = new EventLoop();
      primitive = new Type();
    });

    function* hold(seconds: number) {
      yield* primitive.acquire();
      yield* sleep(seconds);
      primitive.release();
    }

    it('is the task that acquired it, until it releases it', () => {
      const seen: string[][] = [];
      const task = loop.createTask(hold(2), { name: 'holds' });
      for (const when of [1, 3]) loop.callAt(when, () => seen.push(ownersOf(primitive)));
      loop.runUntilComplete(sleep(4));
      expect([task.done(), seen]).to.deep.equal([true, [['holds'], []]]);
    });

    it('is the next in line once that goes on, and nobody before', () => {
      const seen: string[][] = [];
      const look = () => seen.push(ownersOf(primitive));
      const first = function* () {
        yield* hold(1);
        look();
      };
      const second = function* () {
        yield* primitive.acquire();
        look();
      };
      loop.createTask(first());
      loop.runUntilComplete(loop.createTask(second(), { name: 'second' }));
      expect(seen).to.deep.equal([[], ['second']]);
    });

    it('is still the task that acquired it, when that has ended', () => {
      loop.runUntilComplete(loop.createTask(primitive.acquire(), { name: 'forgets' }));
      expect(ownersOf(primitive)).to.deep.equal(['forgets']);
    });

    it('is nobody any more, when another has released it', () => {
      loop.runUntilComplete(primitive.acquire());
      primitive.release();
      expect(ownersOf(primitive)).to.deep.equal([]);
    });

    it('is nobody, where no task acquired it', () => {
      loop.callSoon(() => primitive.acquire().next());
      runBriefly(loop);
      expect([ownersOf(primitive), String(primitive).includes('[locked')]).to.deep.equal([[], true]);
    });

    it('is nobody who was cancelled while it waited', () => {
      loop.createTask(hold(3), { name: 'holds' });
      const waits = loop.createTask(hold(1));
      loop.callLater(1, () => waits.cancel());
      loop.callLater(2, () => loop.stop());
      loop.runForever();
      expect(ownersOf(primitive)).to.deep.equal(['holds']);
    });
  });
}

describe('The owners of a Semaphore', () => {
  let loop: EventLoop;
  let semaphore: Semaphore;

  beforeEach(() => {
    loop = new EventLoop();
    semaphore = new Semaphore(4);
  });

  function take(...names: string[]): void {
    for (const name of names) loop.runUntilComplete(loop.createTask(semaphore.acquire(), { name }));
  }

  it('are the tasks that took a permit, in the order in which they did', () => {
    take('a', 'b', 'c');
    expect(ownersOf(semaphore)).to.deep.equal(['a', 'b', 'c']);
  });

  it('are as many as there are permits taken, where one took several', () => {
    const twice = function* () {
      yield* semaphore.acquire();
      yield* semaphore.acquire();
    };
    loop.runUntilComplete(loop.createTask(twice(), { name: 'a' }));
    take('b');
    expect(ownersOf(semaphore)).to.deep.equal(['a', 'a', 'b']);
  });

  it('lose the task that releases, wherever it stands', () => {
    const seen: string[][] = [];
    const briefly = function* () {
      yield* semaphore.acquire();
      seen.push(ownersOf(semaphore));
      semaphore.release();
      seen.push(ownersOf(semaphore));
    };
    take('a');
    loop.runUntilComplete(loop.createTask(briefly(), { name: 'b' }));
    take('c');
    expect([...seen, ownersOf(semaphore)]).to.deep.equal([['a', 'b'], ['a'], ['a', 'c']]);
  });

  it('lose the first, when one releases that has taken none', () => {
    take('a', 'b');
    semaphore.release();
    expect(ownersOf(semaphore)).to.deep.equal(['b']);
  });

  it('are none, however often it is released that nobody took', () => {
    semaphore.release();
    semaphore.release();
    take('a');
    expect(ownersOf(semaphore)).to.deep.equal(['a']);
  });
});

describe('What is acquired', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** Whether all who hold `primitive` do so inside an asyncWith, while `task` does what it does for the first second. */
  function allInside(primitive: Acquirable, ...tasks: Generator[]): boolean {
    for (const task of tasks) loop.createTask(task);
    loop.runUntilComplete(sleep(1));
    return primitive.ownership.areAllInside();
  }

  function* inside(primitive: Acquirable) {
    yield* asyncWith(primitive, () => sleep(2));
  }

  function* byHand(primitive: Acquirable) {
    yield* primitive.acquire();
  }

  it('by asyncWith is known to be so, as it will be released on leaving', () => {
    const lock = new Lock();
    expect(allInside(lock, inside(lock))).to.equal(true);
  });

  it('by a condition is acquired by its lock', () => {
    const condition = new Condition();
    expect([allInside(condition, inside(condition)), ownersOf(condition).length]).to.deep.equal([true, 1]);
  });

  it('by hand is known not to be', () => {
    const lock = new Lock();
    expect(allInside(lock, byHand(lock))).to.equal(false);
  });

  it('by several, of whom one did so by hand, is not all inside', () => {
    const semaphore = new Semaphore(2);
    expect(allInside(semaphore, inside(semaphore), byHand(semaphore))).to.equal(false);
  });

  it('by nobody is inside of nothing', () => {
    expect(allInside(new Lock())).to.equal(false);
  });
});
