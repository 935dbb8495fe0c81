import { expect } from 'chai';
import { allTasks, currentTask, EventLoop, RuntimeError, sleep, wait } from '../../lib';
import { Log, runBriefly } from '../support';

describe('currentTask', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const noteCurrent = (where: string) => log.note(`${where} ${currentTask()?.getName()}`);

  it('is the task whose step is running, and none in other callbacks', () => {
    function* worker() {
      noteCurrent('step');
      loop.callSoon(noteCurrent, 'callback');
      yield;
      noteCurrent('step');
    }
    function* main() {
      const task = loop.createTask(worker(), { name: 'worker' });
      task.addDoneCallback(() => noteCurrent('done-callback'));
      noteCurrent('before');
      yield* task;
      noteCurrent('after');
    }
    loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    expect(log.entries).to.deep.equal([
      'before main@0',
      'step worker@0',
      'callback undefined@0',
      'step worker@0',
      'done-callback undefined@0',
      'after main@0',
    ]);
  });

  it('is the same in all that the task awaits directly', () => {
    async function inner() {
      noteCurrent('inner');
      await sleep(1);
      noteCurrent('inner');
    }
    async function main() {
      await inner();
      noteCurrent('main');
    }
    loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    expect(log.entries).to.deep.equal(['inner main@0', 'inner main@1', 'main main@1']);
  });

  it('is that of the loop asked for', () => {
    const other = new EventLoop();
    function* main() {
      log.note(`${currentTask(loop)?.getName()} ${currentTask(other)}`);
    }
    loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    expect(log.entries).to.deep.equal(['main undefined@0']);
  });

  it('is none of a loop that does not run', () => {
    expect(currentTask(loop)).to.equal(undefined);
  });

  it('is the same whether the running loop is left out or given, and none before the run and after it', () => {
    const found: unknown[] = [];
    async function main() {
      found.push(currentTask(), currentTask(null), currentTask(loop));
    }
    const task = loop.createTask(main());
    const before = currentTask(loop);
    loop.runUntilComplete(task);
    expect([before, found, currentTask(loop)]).to.deep.equal([undefined, [task, task, task], undefined]);
  });

  it('changes with every step, where tasks wake each other', () => {
    const [first, second] = [loop.createFuture<void>(), loop.createFuture<void>()];
    async function one() {
      noteCurrent('begins');
      await first;
      noteCurrent('goes on');
      second.setResult();
    }
    async function other() {
      noteCurrent('begins');
      first.setResult();
      await second;
      noteCurrent('goes on');
    }
    const tasks = [loop.createTask(one(), { name: 'one' }), loop.createTask(other(), { name: 'other' })];
    const before = currentTask(loop);
    loop.runUntilComplete(wait(tasks));
    expect([before, currentTask(loop)]).to.deep.equal([undefined, undefined]);
    expect(log.entries).to.deep.equal(['begins one@0', 'begins other@0', 'goes on one@0', 'goes on other@0']);
  });

  it('is none after a task has failed', () => {
    function* main() {
      throw new Error('v');
    }
    const task = loop.createTask(main());
    expect(() => loop.runUntilComplete(task)).to.throw('v');
    expect(currentTask(loop)).to.equal(undefined);
  });

  it('cannot be asked outside a loop unless one is given', () => {
    expect(() => currentTask()).to.throw(RuntimeError, 'no running event loop');
  });
});

describe('allTasks', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  const names = (of?: EventLoop) => [...allTasks(of)].map((task) => task.getName());

  it('is the tasks that are not done, in the order of creation, the current one included', () => {
    const found: string[][] = [];
    function* main() {
      const a = loop.createTask(sleep(1), { name: 'a' });
      const b = loop.createTask(sleep(1), { name: 'b' });
      found.push(names());
      a.cancel();
      found.push(names());
      yield* b;
      found.push(names());
    }
    loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    expect([...found, names(loop)]).to.deep.equal([['main', 'a', 'b'], ['main', 'a', 'b'], ['main'], []]);
  });

  it('is those of the loop asked for', () => {
    const other = new EventLoop();
    loop.createTask(sleep(1), { name: 'ours' });
    other.createTask(sleep(1), { name: 'theirs' });
    expect([names(loop), names(other)]).to.deep.equal([['ours'], ['theirs']]);
  });

  it('is a set of its own, which later tasks do not enter', () => {
    loop.createTask(sleep(1), { name: 'a' });
    const before = allTasks(loop);
    loop.createTask(sleep(1), { name: 'b' });
    expect([before.size, allTasks(loop).size]).to.deep.equal([1, 2]);
  });

  it('cannot be asked outside a loop unless one is given', () => {
    expect(() => allTasks()).to.throw(RuntimeError, 'no running event loop');
  });

  it('can be asked from a callback that is no task', () => {
    loop.createTask(sleep(1), { name: 'a' });
    let found: string[] = [];
    loop.callSoon(() => (found = names()));
    runBriefly(loop);
    expect(found).to.deep.equal(['a']);
  });
});
