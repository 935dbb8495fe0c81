import { inspect } from 'node:util';
import { expect } from 'chai';
import {
  type AwaitableLike,
  Barrier,
  BoundedSemaphore,
  Condition,
  Event,
  EventLoop,
  Lock,
  RuntimeError,
  Semaphore,
} from '../../lib';
import { runBriefly } from '../support';

/** Of each primitive: how it is made, how somebody comes to wait for it, and what is said under a second loop. */
const PRIMITIVES: [name: string, make: () => object, wait: (it: never) => AwaitableLike<unknown>, shown: string][] = [
  ['Lock', lockedLock, (lock: Lock) => lock.acquire(), '<asyncio.locks.Lock object [locked, waiters:1]>'],
  ['Event', () => new Event(), (event: Event) => event.wait(), '<asyncio.locks.Event object [unset, waiters:1]>'],
  [
    'Condition',
    () => new Condition(),
    acquireAndWait,
    // Its lock is free, and so knows of no loop; the condition itself does.
    '<asyncio.locks.Condition object [locked, waiters:1]>',
  ],
  [
    'Semaphore',
    () => new Semaphore(0),
    (semaphore: Semaphore) => semaphore.acquire(),
    '<asyncio.locks.Semaphore object [locked, waiters:1]>',
  ],
  [
    'BoundedSemaphore',
    () => new BoundedSemaphore(0),
    (semaphore: Semaphore) => semaphore.acquire(),
    '<asyncio.locks.BoundedSemaphore object [locked, waiters:1]>',
  ],
  [
    'Barrier',
    () => new Barrier(3),
    (barrier: Barrier) => barrier.wait(),
    // What waits is a condition inside.
    '<asyncio.locks.Condition object [locked, waiters:1]>',
  ],
];

function lockedLock(): Lock {
  const lock = new Lock();
  new EventLoop().runUntilComplete(lock.acquire());
  return lock;
}

function* acquireAndWait(condition: Condition) {
  yield* condition.acquire();
  yield* condition.wait();
}

describe('A primitive that two loops share', () => {
  for (const [name, make, wait, shown] of PRIMITIVES) {
    it(`belongs to the loop under which somebody first had to wait for it: ${name}`, () => {
      const primitive = make() as never;
      const first = new EventLoop();
      first.createTask((wait as (it: object) => Generator)(primitive));
      runBriefly(first);
      const run = (): unknown => new EventLoop().runUntilComplete((wait as (it: object) => Generator)(primitive));
      expect(run).to.throw(RuntimeError, `${shown} is bound to a different event loop`);
    });

    it(`is shown in the console as in a text: ${name}`, () => {
      const primitive = make();
      expect(inspect(primitive)).to.equal(String(primitive));
    });
  }

  it('belongs to none while nobody has to wait', () => {
    const lock = new Lock();
    const semaphore = new Semaphore(3);
    const event = new Event();
    const barrier = new Barrier(1);
    event.set();
    for (let i = 0; i < 3; i++) {
      const loop = new EventLoop();
      loop.runUntilComplete(lock.acquire());
      lock.release();
      expect(loop.runUntilComplete(semaphore.acquire())).to.equal(true);
      expect(loop.runUntilComplete(event.wait())).to.equal(true);
      expect(loop.runUntilComplete(barrier.wait())).to.equal(0);
    }
  });

  it('still belongs to its loop when that is closed', () => {
    const event = new Event();
    const first = new EventLoop();
    const task = first.createTask(event.wait());
    runBriefly(first);
    task.cancel();
    runBriefly(first);
    first.close();
    expect(() => new EventLoop().runUntilComplete(event.wait())).to.throw(
      RuntimeError,
      '<asyncio.locks.Event object [unset]> is bound to a different event loop',
    );
  });

  it('may be used under the other as long as nobody has to wait there', () => {
    const lock = new Lock();
    const first = new EventLoop();
    first.runUntilComplete(lock.acquire());
    const waiter = first.createTask(lock.acquire());
    runBriefly(first);
    lock.release();
    first.runUntilComplete(waiter);
    lock.release();
    expect(new EventLoop().runUntilComplete(lock.acquire())).to.equal(true);
  });

  it('cannot be made to wait where no loop is running', () => {
    const event = new Event();
    const wait = event.wait();
    expect(() => wait.send(undefined)).to.throw(RuntimeError, 'no running event loop');
  });

  describe('where a condition and its lock are at odds', () => {
    it('has the condition acquired only under the loop of the lock', () => {
      const lock = new Lock();
      const first = new EventLoop();
      first.runUntilComplete(lock.acquire());
      first.createTask(lock.acquire());
      runBriefly(first);
      expect(() => new EventLoop().runUntilComplete(new Condition(lock).acquire())).to.throw(
        RuntimeError,
        '<asyncio.locks.Lock object [locked, waiters:1]> is bound to a different event loop',
      );
    });

    it('has who waits for a condition of another loop keep the lock', () => {
      const condition = new Condition();
      const first = new EventLoop();
      first.createTask(acquireAndWait(condition));
      runBriefly(first);
      expect(() => new EventLoop().runUntilComplete(acquireAndWait(condition))).to.throw(
        RuntimeError,
        'is bound to a different event loop',
      );
      expect(condition.locked()).to.equal(true);
    });
  });
});
