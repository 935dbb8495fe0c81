import { expect } from 'chai';
import { asyncWith, CancelledError, EventLoop, gather, Semaphore, sleep, type Task, waitFor } from '../../lib';
import { Log, runBriefly } from '../support';

describe('Semaphore, where a task that waits for it is cancelled', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  function takers(semaphore: Semaphore, ...names: string[]): Task<void>[] {
    async function take(name: string) {
      await semaphore.acquire();
      log.note(name);
    }
    const tasks = names.map((name) => loop.createTask(take(name)) as Task<void>);
    runBriefly(loop);
    return tasks;
  }

  it('takes it out of the line', () => {
    const semaphore = new Semaphore();
    loop.runUntilComplete(semaphore.acquire());
    const task = loop.createTask(semaphore.acquire());
    loop.callSoon(() => task.cancel());
    expect(() => loop.runUntilComplete(task)).to.throw(CancelledError);
    expect(String(semaphore)).to.equal('<asyncio.locks.Semaphore object [locked]>');
  });

  it('gives the permit to the first behind it who is not cancelled', () => {
    const semaphore = new Semaphore(0);
    const [a, b, , d] = takers(semaphore, 'a', 'b', 'c', 'd') as [Task, Task, Task, Task];
    a.cancel();
    b.cancel();
    semaphore.release();
    runBriefly(loop, 2);
    expect([...log.entries, a.cancelled(), b.cancelled(), d.done()]).to.deep.equal(['c@0', true, true, false]);
  });

  it('has the semaphore locked again once the next has the permit', () => {
    const semaphore = new Semaphore(0);
    const [a] = takers(semaphore, 'a', 'b') as [Task];
    a.cancel();
    semaphore.release();
    runBriefly(loop, 2);
    expect([...log.entries, semaphore.locked()]).to.deep.equal(['b@0', true]);
  });

  it('and has left the line, leaves the permits to those behind it', () => {
    const semaphore = new Semaphore(0);
    const tasks = takers(semaphore, 'a', 'b', 'c') as [Task, Task, Task];
    tasks[0].cancel();
    runBriefly(loop);
    semaphore.release();
    semaphore.release();
    loop.runUntilComplete(gather(tasks, { returnExceptions: true }));
    expect([...log.entries, tasks[0].cancelled()]).to.deep.equal(['b@0', 'c@0', true]);
  });

  it('and has a permit already, gives that back: to the next, an iteration later', () => {
    const semaphore = new Semaphore(0);
    const [a, b] = takers(semaphore, 'a', 'b') as [Task, Task];
    semaphore.release();
    a.cancel();
    runBriefly(loop);
    expect([a.cancelled(), b.done()]).to.deep.equal([true, false]);
    runBriefly(loop);
    expect([...log.entries, b.done()]).to.deep.equal(['b@0', true]);
  });

  it('and has a permit already, gives that back also where nobody else waits', () => {
    const semaphore = new Semaphore(0);
    const [a] = takers(semaphore, 'a') as [Task];
    semaphore.release();
    a.cancel();
    runBriefly(loop);
    expect(String(semaphore)).to.equal('<asyncio.locks.Semaphore object [unlocked, value:1]>');
  });

  it('by the one who has just released, loses no permit', () => {
    const semaphore = new Semaphore(1);
    async function first() {
      await asyncWith(semaphore, () => sleep(0));
      second.cancel();
    }
    async function inside() {
      await asyncWith(semaphore, async () => log.note('in'));
    }
    const tasks = [loop.createTask(first()), loop.createTask(inside())];
    const second = tasks[1] as Task;
    const outcomes = loop.runUntilComplete(gather(tasks, { returnExceptions: true })) as unknown[];
    expect([outcomes[0], outcomes[1] instanceof CancelledError]).to.deep.equal([undefined, true]);
    expect(loop.runUntilComplete(waitFor(semaphore.acquire(), 1))).to.equal(true);
    expect([...log.entries, loop.time()]).to.deep.equal([0]);
  });

  it('counts it no more among those for whom newcomers have to wait', () => {
    const semaphore = new Semaphore(0);
    const [a] = takers(semaphore, 'a') as [Task];
    a.cancel();
    semaphore.release();
    expect(String(semaphore)).to.equal('<asyncio.locks.Semaphore object [unlocked, value:1, waiters:1]>');
    const newcomer = loop.createTask(semaphore.acquire());
    runBriefly(loop);
    expect([newcomer.done(), String(semaphore)]).to.deep.equal([true, '<asyncio.locks.Semaphore object [locked]>']);
  });
});
