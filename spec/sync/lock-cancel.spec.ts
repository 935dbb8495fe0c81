import { expect } from 'chai';
import {
  type AwaitableLike,
  CancelledError,
  EventLoop,
  Lock,
  sleep,
  type Task,
  TimeoutError,
  waitFor,
} from '../../lib';
import { Log, runBriefly } from '../support';

describe('Lock, where a task that waits for it is cancelled', () => {
  let loop: EventLoop;
  let log: Log;
  let lock: Lock;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    lock = new Lock();
  });

  function* take(name: string) {
    log.note(`${name} comes`);
    yield* lock.acquire();
    log.note(`${name} has it`);
  }

  function takers(...names: string[]): Task<void>[] {
    const tasks = names.map((name) => loop.createTask(take(name)));
    runBriefly(loop);
    return tasks;
  }

  const states = (tasks: Task<unknown>[]): string[] =>
    tasks.map((task) => (task.cancelled() ? 'cancelled' : task.done() ? 'done' : 'pending'));

  it('takes it out of the line, and leaves the lock as it was', () => {
    loop.runUntilComplete(lock.acquire());
    const task = loop.createTask(lock.acquire());
    loop.callSoon(() => task.cancel());
    expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
    expect(String(lock)).to.equal('<asyncio.locks.Lock object [locked]>');
  });

  it('keeps it in line until its step, though it counts no more', () => {
    loop.runUntilComplete(lock.acquire());
    const [task] = takers('a') as [Task];
    task.cancel();
    lock.release();
    expect(String(lock)).to.equal('<asyncio.locks.Lock object [unlocked, waiters:1]>');
    expect(lock.acquire().send(undefined)).to.deep.equal({ done: true, value: true });
    runBriefly(loop);
    expect(String(lock)).to.equal('<asyncio.locks.Lock object [locked]>');
  });

  it('has the lock go to a newcomer at once, where nobody else is in line', () => {
    loop.runUntilComplete(lock.acquire());
    const [b] = takers('b') as [Task];
    expect(String(lock)).to.equal('<asyncio.locks.Lock object [locked, waiters:1]>');
    const c = loop.createTask(take('c'));
    b.cancel();
    lock.release();
    runBriefly(loop);
    expect([...states([b, c]), lock.locked()]).to.deep.equal(['cancelled', 'done', true]);
    expect(log.entries).to.deep.equal(['b comes@0', 'c comes@0', 'c has it@0']);
  });

  it('and the lock released in the same iteration, passes its turn to the next', () => {
    const gate = loop.createFuture();
    async function hold(name: string, until: AwaitableLike<unknown>) {
      await lock.acquire();
      try {
        await until;
      } finally {
        lock.release();
        log.note(`${name} released it`);
      }
    }
    const a = loop.createTask(hold('a', gate));
    runBriefly(loop);
    const b = loop.createTask(hold('b', sleep(0)));
    runBriefly(loop);
    const c = loop.createTask(hold('c', sleep(0)));
    runBriefly(loop);
    expect(String(lock)).to.equal('<asyncio.locks.Lock object [locked, waiters:2]>');
    gate.setResult(undefined);
    b.cancel();
    expect(String(b)).to.contain('wait_for=<Future cancelled>');
    runBriefly(loop);
    expect([...states([a, b]), lock.locked()]).to.deep.equal(['done', 'cancelled', false]);
    loop.runUntilComplete(c);
    expect(log.entries).to.deep.equal(['a released it@0', 'c released it@0']);
  });

  it('just before the lock is released, lets exactly one of the others have it', () => {
    loop.runUntilComplete(lock.acquire());
    const [a, b, c] = takers('a', 'b', 'c') as [Task, Task, Task];
    loop.callSoon(() => {
      a.cancel();
      lock.release();
    });
    expect(() => loop.runUntilComplete(a)).to.throw(CancelledError);
    expect(log.entries).to.deep.equal(['a comes@0', 'b comes@0', 'c comes@0', 'b has it@0']);
    expect(states([a, b, c])).to.deep.equal(['cancelled', 'done', 'pending']);
    c.cancel();
    runBriefly(loop);
    expect(states([c])).to.deep.equal(['cancelled']);
  });

  it('once it was woken, passes the turn on, at the cost of an iteration', () => {
    loop.runUntilComplete(lock.acquire());
    const [a, b] = takers('a', 'b') as [Task, Task];
    lock.release();
    a.cancel();
    runBriefly(loop);
    expect([...states([a, b]), lock.locked()]).to.deep.equal(['cancelled', 'pending', false]);
    runBriefly(loop);
    expect([...states([a, b]), lock.locked()]).to.deep.equal(['cancelled', 'done', true]);
  });

  it('once it was woken, one after another, has the turn passed on from each to the next', () => {
    loop.runUntilComplete(lock.acquire());
    const [a, b, c] = takers('a', 'b', 'c') as [Task, Task, Task];
    lock.release();
    a.cancel();
    runBriefly(loop);
    b.cancel();
    runBriefly(loop, 2);
    expect(states([a, b, c])).to.deep.equal(['cancelled', 'cancelled', 'done']);
  });

  it('wakes nobody while the lock is held', () => {
    loop.runUntilComplete(lock.acquire());
    const [a, b] = takers('a', 'b') as [Task, Task];
    a.cancel();
    runBriefly(loop, 3);
    expect(states([a, b])).to.deep.equal(['cancelled', 'pending']);
    expect(String(lock)).to.equal('<asyncio.locks.Lock object [locked, waiters:1]>');
  });

  it('by a timeout, has it go on without the lock, which later comers get', () => {
    async function main() {
      await lock.acquire();
      loop.callLater(3, () => lock.release());
      try {
        await waitFor(lock.acquire(), 2);
      } catch (error) {
        log.note(`timeout: ${error instanceof TimeoutError}`);
      }
      await take('later');
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['timeout: true@2', 'later comes@2', 'later has it@3']);
  });
});
