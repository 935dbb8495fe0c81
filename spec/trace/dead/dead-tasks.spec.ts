import { expect } from 'chai';
import { DeadlockError, EventLoop, Lock, sleep } from '../../../lib';
import { findDeadTasks } from '../../../lib/trace/dead/dead-tasks';
import { acquires, host, runUntilWaiting, ticks, waitsInVain } from './dead-programs';

describe('findDeadTasks', () => {
  let loop: EventLoop;

  before(() => host.watch());
  after(() => host.unwatch());

  beforeEach(() => {
    loop = new EventLoop();
    loop.createTask(ticks(), { name: 'ticks' });
  });

  /** Let `a` and `b` wait for each other's lock. */
  function deadlock(): void {
    const [first, second] = [new Lock(), new Lock()];
    loop.createTask(acquires(first, second), { name: 'a' });
    loop.createTask(acquires(second, first), { name: 'b' });
    loop.runUntilComplete(sleep(2));
  }

  /** The text, without the paths of files and the numbers of lines. */
  function textOf(found: { readonly text: string } | undefined): string[] | undefined {
    return found?.text.split('\n').map((line) => line.replace(/\(\S*\/([\w-]+\.ts):\d+\)/g, '($1)'));
  }

  it('gives nothing while all may go on', () => {
    runUntilWaiting(loop);
    expect([findDeadTasks(loop), findDeadTasks(loop, host)]).to.deep.equal([undefined, undefined]);
  });

  it('gives the tasks, the cycle, and the text of a DeadlockError, with the lines that the host knows', () => {
    deadlock();
    const found = findDeadTasks(loop, host);
    const lock = '<asyncio.locks.Lock object [locked, waiters:1]>';
    expect(textOf(found)).to.deep.equal([
      '2 tasks can never run again, unless one of them is cancelled:',
      '  cycle:',
      `    a waits for ${lock}, held by b, in acquires (dead-programs.ts)`,
      `    b waits for ${lock}, held by a, in acquires (dead-programs.ts)`,
    ]);
    const names = found?.tasks.map(({ task }) => task.getName());
    expect([names, found?.cycles.map((cycle) => cycle.length)]).to.deep.equal([['a', 'b'], [2]]);
  });

  it('gives those that wait in vain, where there is a host', () => {
    loop.createTask(waitsInVain(), { name: 'lost' });
    runUntilWaiting(loop);
    expect(textOf(findDeadTasks(loop, host))).to.deep.equal([
      '1 task can never run again, unless it is cancelled:',
      '  lost waits for <Future pending cb=[Task.task_wakeup()]> in waitsInVain (dead-programs.ts)',
    ]);
    expect(findDeadTasks(loop)).to.equal(undefined);
  });

  it('keeps to waits and owners while the loop runs: what is under way cannot be seen', () => {
    deadlock();
    loop.createTask(waitsInVain(), { name: 'lost' });
    let found: ReturnType<typeof findDeadTasks>;
    loop.callLater(0.5, () => {
      found = findDeadTasks(loop, host);
    });
    loop.runUntilComplete(sleep(1));
    expect(found?.tasks.map(({ task }) => task.getName())).to.deep.equal(['a', 'b']);
  });

  it('gives all, where nobody goes on', () => {
    const other = new EventLoop();
    other.createTask(waitsInVain(), { name: 'lost' });
    expect(() => other.runForever()).to.throw(DeadlockError);
    expect(findDeadTasks(other, host)?.tasks.length).to.equal(1);
  });
});
