import { expect } from 'chai';
import {
  allTasks,
  asyncWith,
  Barrier,
  BoundedSemaphore,
  Condition,
  Event,
  EventLoop,
  type Future,
  gather,
  Lock,
  Queue,
  Semaphore,
  sleep,
} from '../../lib';
import type { Observer } from '../../lib/future/observer';
import { primitiveOf } from '../../lib/future/waiter';
import { runBriefly } from '../support';

/** What is told of primitives, and how each is told. */
const TOLD = new Set(['waiterCreated', 'acquired', 'released', 'primitiveChanged']);

describe('The observer of a loop', () => {
  let loop: EventLoop;
  let log: string[];

  beforeEach(() => {
    loop = new EventLoop();
    log = [];
    loop.observer = new Proxy({} as Observer, {
      get: (_, name: string) => (primitive: object) => {
        if (TOLD.has(name)) log.push(`${name} ${primitive}`);
      },
    });
  });

  function run(...coroutines: PromiseLike<unknown>[]): string[] {
    loop.runUntilComplete(gather(coroutines.map((coroutine) => loop.createTask(coroutine))));
    return log.map((entry) => entry.replace('asyncio.locks.', ''));
  }

  it('is told who waits for a lock, when it is acquired and when it is released', () => {
    const lock = new Lock();
    const hold = async () => await asyncWith(lock, () => sleep(1));
    expect(run(hold(), hold())).to.deep.equal([
      'acquired <Lock object [locked]>',
      'waiterCreated <Lock object [locked]>',
      'released <Lock object [unlocked, waiters:1]>',
      'acquired <Lock object [locked]>',
      'released <Lock object [unlocked]>',
    ]);
  });

  for (const Type of [Semaphore, BoundedSemaphore]) {
    it(`is told that a permit of a ${Type.name} is acquired when the task goes on to which it was handed`, () => {
      const semaphore = new Type();
      const hold = async () => await asyncWith(semaphore, () => sleep(1));
      expect(run(hold(), hold())).to.deep.equal([
        `acquired <${Type.name} object [locked]>`,
        `waiterCreated <${Type.name} object [locked]>`,
        `released <${Type.name} object [locked, waiters:1]>`,
        `acquired <${Type.name} object [locked]>`,
        `released <${Type.name} object [unlocked, value:1]>`,
      ]);
    });
  }

  it('is told that a permit comes back which was handed to a task that was cancelled then', () => {
    const semaphore = new Semaphore();
    const holds = async () => {
      await semaphore.acquire();
      await sleep(1);
      const next = [...allTasks()].find((task) => task.getName() === 'next');
      semaphore.release();
      next?.cancel();
      await sleep(1);
    };
    const next = (async () => {
      loop.createTask(semaphore.acquire(), { name: 'next' });
    })();
    expect(run(holds(), next).slice(2)).to.deep.equal([
      'released <Semaphore object [locked, waiters:1]>',
      'primitiveChanged <Semaphore object [unlocked, value:1]>',
    ]);
  });

  it('is told who waits for a condition, what becomes of its lock, and that it looks different by that', () => {
    const condition = new Condition();
    const waits = async () => await asyncWith(condition, () => condition.wait());
    const notifies = async () => await asyncWith(condition, async () => condition.notify());
    expect(run(waits(), notifies())).to.deep.equal([
      'acquired <Lock object [locked]>',
      'primitiveChanged <Condition object [locked]>',
      'waiterCreated <Condition object [locked]>',
      'released <Lock object [unlocked]>',
      'primitiveChanged <Condition object [unlocked]>',
      'acquired <Lock object [locked]>',
      'primitiveChanged <Condition object [locked, waiters:1]>',
      'released <Lock object [unlocked]>',
      'primitiveChanged <Condition object [unlocked, waiters:1]>',
      'acquired <Lock object [locked]>',
      'primitiveChanged <Condition object [locked]>',
      'released <Lock object [unlocked]>',
      'primitiveChanged <Condition object [unlocked]>',
    ]);
  });

  it('is told when an event is set, and when it is cleared, but not when nothing changes', () => {
    const event = new Event();
    const sets = async () => {
      event.clear();
      event.set();
      event.set();
      event.clear();
    };
    expect(run(event.wait() as PromiseLike<unknown>, sets())).to.deep.equal([
      'waiterCreated <Event object [unset]>',
      'primitiveChanged <Event object [set, waiters:1]>',
      'primitiveChanged <Event object [unset, waiters:1]>',
    ]);
  });

  it('is told of a barrier, and not of the condition inside', () => {
    const barrier = new Barrier(2);
    expect(run(barrier.wait(), barrier.wait())).to.deep.equal([
      'primitiveChanged <Barrier object [filling, waiters:1/2]>',
      'waiterCreated <Barrier object [filling, waiters:1/2]>',
      'primitiveChanged <Barrier object [filling, waiters:2/2]>',
      'primitiveChanged <Barrier object [draining, waiters:0/2]>',
      'primitiveChanged <Barrier object [draining, waiters:0/2]>',
      'primitiveChanged <Barrier object [draining, waiters:0/2]>',
      'primitiveChanged <Barrier object [filling, waiters:0/2]>',
    ]);
  });

  it('is told what becomes of a queue, and not of the event inside', () => {
    const queue = new Queue<string>(1);
    const puts = async () => {
      await queue.put('a');
      await queue.join();
    };
    const gets = async () => {
      await queue.get();
      queue.taskDone();
      queue.shutdown();
    };
    expect(run(gets(), puts())).to.deep.equal([
      'waiterCreated <Queue maxsize=1>',
      "primitiveChanged <Queue maxsize=1 _queue=['a'] _getters[1] tasks=1>",
      "waiterCreated <Queue maxsize=1 _queue=['a'] tasks=1>",
      'primitiveChanged <Queue maxsize=1 tasks=1>',
      'primitiveChanged <Queue maxsize=1>',
      'primitiveChanged <Queue maxsize=1 shutdown>',
    ]);
  });

  it('is told of what happens outside of its run to what somebody waits for in it', () => {
    const event = new Event();
    loop.createTask(event.wait());
    runBriefly(loop);
    event.set();
    expect(log.slice(1)).to.deep.equal(['primitiveChanged <asyncio.locks.Event object [set, waiters:1]>']);
  });

  it('is told of what happens between two runs to what was used in the first', () => {
    const lock = new Lock();
    loop.runUntilComplete(lock.acquire());
    lock.release();
    expect(log).to.deep.equal([
      'acquired <asyncio.locks.Lock object [locked]>',
      'released <asyncio.locks.Lock object [unlocked]>',
    ]);
  });

  it('of another loop is not told', () => {
    new EventLoop().runUntilComplete(new Lock().acquire());
    expect(log).to.deep.equal([]);
  });
});

describe('What a task is said to wait for', () => {
  /** What a task waits for that does `wait`. */
  function waitedFor(wait: () => PromiseLike<unknown>): object | undefined {
    const loop = new EventLoop();
    const task = loop.createTask((async () => await wait())());
    runBriefly(loop);
    return primitiveOf(task.getFutWaiter() as Future);
  }

  it('is the barrier, where a condition inside it is what parks the task', () => {
    const barrier = new Barrier(2);
    expect(waitedFor(() => barrier.wait())).to.equal(barrier);
  });

  it('is the queue, where an event inside it is', () => {
    const queue = new Queue<string>();
    queue.putNowait('job');
    expect(waitedFor(() => queue.join())).to.equal(queue);
  });

  it('is the lock of a condition, which others may share', () => {
    const lock = new Lock();
    lock.acquire().next();
    expect(waitedFor(() => new Condition(lock).acquire())).to.equal(lock);
  });
});
