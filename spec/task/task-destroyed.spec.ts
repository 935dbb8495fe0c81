import { expect } from 'chai';
import { allTasks, createTask, EventLoop, type Future, RuntimeError, sleep, Task, ValueError } from '../../lib';
import { collectReports, runBriefly } from '../support';

describe('Task: what is left of it when its loop is closed', () => {
  let loop: EventLoop;
  let reports: Record<string, unknown>[];

  beforeEach(() => {
    loop = new EventLoop();
    reports = collectReports(loop);
  });

  it('is reported if it is pending, and in debug mode with where it was made', () => {
    loop.setDebug(true);
    const waitsForEver = async (future: Future) => {
      await future;
    };
    const task = loop.createTask(waitsForEver(loop.createFuture()));
    const listed = allTasks(loop);
    runBriefly(loop);
    loop.close();
    const [{ sourceTraceback, ...report } = {}, ...more] = reports;
    expect([listed, report, more]).to.deep.equal([
      new Set([task]),
      { message: 'Task was destroyed but it is pending!', task },
      [],
    ]);
    expect((sourceTraceback as { file: string }[]).at(-1)?.file).to.equal(__filename);
  });

  it('is nothing, where its first step could not be scheduled: the error has come out, and there is no task', () => {
    const coro = sleep(0);
    loop.scheduleSoon = () => {
      throw new ValueError('not now');
    };
    expect(() => new Task(coro, { loop })).to.throw(ValueError, 'not now');
    coro.close();
    expect(allTasks(loop)).to.deep.equal(new Set());
    const closed = new EventLoop();
    closed.close();
    expect(() => new Task(sleep(0), { loop: closed })).to.throw(RuntimeError, 'Event loop is closed');
    expect(allTasks(closed)).to.deep.equal(new Set());
  });

  it('is not reported for an error that nobody asked for, once it was cancelled', () => {
    const fails = async () => {
      throw new TypeError();
    };
    let task: Task<void> | undefined;
    const main = async () => {
      task = createTask(fails());
      await sleep(0.05);
      task.cancel();
    };
    loop.runUntilComplete(main());
    loop.close();
    expect([task?.done(), task?.cancelled(), reports]).to.deep.equal([true, false, []]);
  });
});
