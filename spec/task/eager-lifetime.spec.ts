import { expect } from 'chai';
import {
  allTasks,
  ContextVar,
  createTask,
  currentTask,
  EventLoop,
  eagerTaskFactory,
  type Future,
  sleep,
  type Task,
} from '../../lib';
import { Log } from '../support';

describe('An eager task, from its first step to its end', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    loop.setTaskFactory(eagerTaskFactory);
  });

  it('may set at once the result of a future that its maker awaits then', () => {
    const setResult = async (future: Future<string>) => future.setResult('my message');
    const main = async () => {
      const future = loop.createFuture<string>();
      log.note(`done ${createTask(setResult(future)).done()}`);
      log.note(await future);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['done true@0', 'my message@0']);
  });

  it('is done once its maker has awaited it, and was not before, where it waits', () => {
    const child = async () => await sleep(1, 'finished');
    const main = async () => {
      const task = createTask(child());
      log.note(`done ${task.done()}`);
      log.note(await task);
      log.note(`done ${task.done()}`);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['done false@0', 'finished@1', 'done true@1']);
  });

  it('cannot be cancelled once its first step has ended it', () => {
    const child = async () => 'finished';
    const main = async () => {
      const task = createTask(child());
      log.note(`cancel ${task.cancel()}`);
      log.note(`${await task}, cancelled ${task.cancelled()}`);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['cancel false@0', 'finished, cancelled false@0']);
  });

  it('is the current one in its first step and in all that follow', () => {
    const current: (Task | undefined)[] = [];
    const child = async () => {
      current.push(currentTask());
      await sleep(1);
      current.push(currentTask());
    };
    const main = async () => {
      const task = createTask(child());
      expect(current).to.deep.equal([task]);
      await task;
      return task;
    };
    const task = loop.runUntilComplete(main());
    expect(current).to.deep.equal([task, task]);
  });

  describe('among all tasks', () => {
    it('is listed during its first step, and no more once that has ended it', () => {
      const child = async () => allTasks();
      const main = async () => {
        const task = createTask(child());
        return [task.result().has(task), allTasks().has(task)];
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([true, false]);
    });

    it('is listed as long as it waits, and no more once it has gone on to its end', () => {
      const [begin, ended] = [loop.createFuture<void>(), loop.createFuture<void>()];
      const listed: boolean[] = [];
      const child = async () => {
        listed.push(allTasks().has(currentTask() as Task));
        await begin;
        ended.setResult();
      };
      const main = async () => {
        const task = createTask(child());
        listed.push(allTasks().has(task));
        begin.setResult();
        await ended;
        listed.push(allTasks().has(task));
      };
      loop.runUntilComplete(main());
      expect(listed).to.deep.equal([true, true, false]);
    });
  });

  it('begins with what its maker has set in context variables, and keeps to itself what it sets', () => {
    const variable = new ContextVar('variable', { default: 0 });
    const child = async () => {
      log.note(`child ${variable.get()}`);
      variable.set(2);
      await sleep(1);
      log.note(`child ${variable.get()}`);
      variable.set(3);
      log.note(`child ${variable.get()}`);
    };
    const main = async () => {
      variable.set(1);
      const task = createTask(child());
      log.note(`main ${variable.get()}`);
      await task;
      log.note(`main ${variable.get()}`);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['child 1@0', 'main 1@0', 'child 2@1', 'child 3@1', 'main 1@1']);
  });
});
