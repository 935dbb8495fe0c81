import { expect } from 'chai';
import { allTasks, coroutine, createTask, EventLoop, RuntimeError, sleep, type Task, wait } from '../../lib';
import { thrownBy } from '../support';

describe('allTasks, and its order', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  const worker = coroutine(function* (delay: number) {
    yield* sleep(delay);
  });

  const names = (tasks: Set<Task>) => [...tasks].map((task) => task.getName());

  it('gives the tasks that are not done in the order of their creation', () => {
    for (const [name, delay] of [
      ['third', 3],
      ['first', 1],
      ['second', 2],
    ] as const) {
      loop.createTask(worker(delay), { name });
    }
    expect(names(allTasks(loop))).to.deep.equal(['third', 'first', 'second']);
    loop.runUntilComplete(loop.createTask(sleep(1), { name: 'main' }));
    expect(names(allTasks(loop))).to.deep.equal(['third', 'second']);
  });

  it('holds the running task, and those that wait made, in the order of its arguments', () => {
    async function main() {
      const waiting = createTask(wait([worker(2), worker(1)]), { name: 'waiting' });
      await sleep(0);
      await sleep(0);
      const [own, other, ...made] = [...allTasks()];
      return [own?.getName(), other === waiting, made.length];
    }
    expect(loop.runUntilComplete(loop.createTask(main(), { name: 'main' }))).to.deep.equal(['main', true, 2]);
  });

  it('gives a set of its own, which later tasks do not enter', () => {
    const before = allTasks(loop);
    loop.createTask(worker(1));
    expect(before.size).to.equal(0);
  });

  it('needs a running loop where none is given', () => {
    const error = thrownBy(() => allTasks());
    expect(error).to.be.an.instanceOf(RuntimeError);
    expect(error.message).to.equal('no running event loop');
  });
});
