import { expect } from 'chai';
import { asyncWith, Condition, EventLoop, sleep, type Task } from '../../lib';
import { Log, runBriefly } from '../support';

describe('Condition.notify', () => {
  let loop: EventLoop;
  let log: Log;
  let condition: Condition;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    condition = new Condition();
  });

  function waiters(...names: string[]): Task<string>[] {
    async function wait(name: string) {
      await asyncWith(condition, () => condition.wait());
      log.note(name);
      return name;
    }
    const tasks = names.map((name) => loop.createTask(wait(name)) as Task<string>);
    runBriefly(loop);
    return tasks;
  }

  /** Call `notify` with the lock held, release that, and let an iteration pass. */
  function withLock(notify: () => void): void {
    loop.runUntilComplete(condition.acquire());
    notify();
    condition.release();
    runBriefly(loop);
    log.note('.');
  }

  it('wakes the one who has waited longest, or as many as it is told', () => {
    const tasks = waiters('a', 'b', 'c', 'd');
    withLock(() => condition.notify());
    withLock(() => condition.notify(2));
    expect(log.entries).to.deep.equal(['a@0', '.@0', 'b@0', 'c@0', '.@0']);
    expect(tasks.map((task) => task.done())).to.deep.equal([true, true, true, false]);
  });

  it('refuses what is no number, and wakes nobody for one that is none', () => {
    const tasks = waiters('a', 'b');
    withLock(() => expect(() => condition.notify('2' as never)).to.throw(TypeError, "n must be a number, not '2'"));
    withLock(() => condition.notify(Number.NaN));
    expect(tasks.map((task) => task.done())).to.deep.equal([false, false]);
  });

  it('passes over those that were woken and have not run yet; more than there are, is all', () => {
    const tasks = waiters('a', 'b', 'c');
    withLock(() => condition.notify(1));
    withLock(() => {
      condition.notify(1);
      condition.notify(2048);
    });
    expect(log.entries).to.deep.equal(['a@0', '.@0', 'b@0', 'c@0', '.@0']);
    expect(tasks.map((task) => task.result())).to.deep.equal(['a', 'b', 'c']);
  });

  it('of none, or of fewer, wakes nobody', () => {
    waiters('a');
    withLock(() => condition.notify(0));
    withLock(() => condition.notify(-1));
    expect(log.entries).to.deep.equal(['.@0', '.@0']);
  });

  it('is forgotten where nobody waits: who comes later waits', () => {
    withLock(() => condition.notifyAll());
    const [late] = waiters('late') as [Task];
    runBriefly(loop);
    expect([...log.entries, late.done()]).to.deep.equal(['.@0', false]);
  });

  it('of all, has them run one after another in one iteration, where each gives the lock back', () => {
    const tasks = waiters('a', 'b');
    withLock(() => condition.notifyAll());
    expect(log.entries).to.deep.equal(['a@0', 'b@0', '.@0']);
    expect(tasks.map((task) => task.result())).to.deep.equal(['a', 'b']);
  });

  it('lets nobody go on while the notifier keeps the lock', () => {
    async function notifier() {
      await asyncWith(condition, async () => {
        condition.notifyAll();
        await sleep(5);
        log.note('released');
      });
    }
    const [, last] = waiters('a', 'b') as [Task, Task];
    loop.createTask(notifier());
    loop.runUntilComplete(last);
    expect(log.entries).to.deep.equal(['released@5', 'a@5', 'b@5']);
  });

  it('has those who are woken stand in line for the lock behind those who are there already', () => {
    async function newcomer() {
      await asyncWith(condition, async () => log.note('newcomer'));
    }
    const [last] = waiters('a') as [Task];
    loop.runUntilComplete(condition.acquire());
    loop.createTask(newcomer());
    runBriefly(loop);
    condition.notify();
    runBriefly(loop);
    condition.release();
    loop.runUntilComplete(last);
    expect(log.entries).to.deep.equal(['newcomer@0', 'a@0']);
  });
});
