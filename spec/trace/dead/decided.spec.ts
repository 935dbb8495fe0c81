import { expect } from 'chai';
import {
  asyncWith,
  BoundedSemaphore,
  Condition,
  Event,
  EventLoop,
  type Future,
  gather,
  Lock,
  Queue,
  Semaphore,
  shield,
  sleep,
} from '../../../lib';
import { primitiveOf } from '../../../lib/future/waiter';
import type { Acquirable } from '../../../lib/sync/acquirable';
import { isDecided, isUpToOwners } from '../../../lib/trace/dead/decided';

describe('A lock is up to its owners', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  function letPass(seconds: number): void {
    loop.runUntilComplete(sleep(seconds));
  }

  function* holds(primitive: Acquirable, then: () => PromiseLike<unknown>) {
    yield* primitive.acquire();
    yield* then() as Future;
  }

  for (const Type of [Lock, Condition, Semaphore, BoundedSemaphore]) {
    it(`while one is inside asyncWith: a ${Type.name}`, () => {
      const primitive = new Type();
      loop.createTask(asyncWith(primitive, () => sleep(2)));
      letPass(1);
      const before = isUpToOwners(primitive);
      letPass(2);
      expect([before, isUpToOwners(primitive)]).to.deep.equal([true, false]);
    });

    it(`not while nobody holds it: a ${Type.name}`, () => {
      expect(isUpToOwners(new Type())).to.equal(false);
    });
  }

  it('while its owner, who acquired it by hand, is about something else', () => {
    const [lock, condition] = [new Lock(), new Condition()];
    loop.createTask(holds(lock, () => sleep(9)));
    loop.createTask(holds(condition, () => new Event().wait()));
    letPass(1);
    expect([isUpToOwners(lock), isUpToOwners(condition)]).to.deep.equal([true, true]);
  });

  it('not where its owner, who acquired it by hand, asks for it once more, or for its condition', () => {
    const lock = new Lock();
    loop.createTask(holds(lock, () => new Condition(lock).acquire()));
    letPass(1);
    expect(isUpToOwners(lock)).to.equal(false);
  });

  it('not where its owner, who acquired it by hand, has ended', () => {
    const lock = new Lock();
    loop.runUntilComplete(lock.acquire());
    expect(isUpToOwners(lock)).to.equal(false);
  });

  it('not where it is a semaphore of which one has a permit by hand: others may give it back', () => {
    const semaphore = new Semaphore(2);
    loop.createTask(asyncWith(semaphore, () => sleep(9)));
    loop.createTask(holds(semaphore, () => sleep(9)));
    letPass(1);
    expect(isUpToOwners(semaphore)).to.equal(false);
  });

  it('not where it is a semaphore that was ever released by hand', () => {
    const semaphore = new Semaphore(0);
    loop.createTask(asyncWith(semaphore, () => sleep(9)));
    semaphore.release();
    letPass(1);
    expect([semaphore.owners().length, isUpToOwners(semaphore)]).to.deep.equal([1, false]);
  });

  it('but an event is not, nor a queue', () => {
    expect([isUpToOwners(new Event() as never), isUpToOwners(new Queue() as never)]).to.deep.equal([false, false]);
  });
});

describe('Waits and owners decide when a future ends', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  function task(): Future {
    return loop.createTask(sleep(9));
  }

  it('that is a task, a gather of tasks, or a gather of those', () => {
    expect([task(), gather([task()]), gather([gather([task()]), task()])].map(isDecided)).to.deep.equal([
      true,
      true,
      true,
    ]);
  });

  it('that is a place in the line of a lock which is up to its owners', () => {
    const lock = new Lock();
    loop.createTask(asyncWith(lock, () => sleep(9)));
    const waits = loop.createTask(lock.acquire());
    loop.runUntilComplete(sleep(1));
    const waiter = waits.getFutWaiter() as Future;
    expect([primitiveOf(waiter), isDecided(waiter)]).to.deep.equal([lock, true]);
  });

  it('not that is none of these, though it be in a gather, or stands for one', () => {
    const bare = loop.createFuture();
    expect([bare, gather([task(), bare]), shield(task())].map(isDecided)).to.deep.equal([false, false, false]);
  });

  it('that is a gather of ten thousand gathers, one in the other', () => {
    let future: Future = task();
    for (let i = 0; i < 10_000; i++) future = gather([future]);
    expect(isDecided(future)).to.equal(true);
  });
});
