import { expect } from 'chai';
import { EventLoop, repr, sleep, type Task } from '../../lib';
import { Log, runBriefly } from '../support';

describe('Task.uncancel', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  /** Run `task`, and note how it ended, and how many requests to cancel it remembers. */
  function noteEnd(task: Task): void {
    try {
      log.note(`gave ${repr(loop.runUntilComplete(task))}, ${task.cancelled()} ${task.cancelling()}`);
    } catch (error) {
      log.note(`raised ${repr(error)}, ${task.cancelled()} ${task.cancelling()}`);
    }
  }

  async function givesWay() {
    await sleep(0);
    return 'normal';
  }

  it('takes back a request, down to none, and returns how many remain', () => {
    const task = loop.createTask(givesWay());
    const counts = [task.uncancel()];
    task.cancel();
    task.cancel();
    counts.push(task.uncancel(), task.uncancel(), task.uncancel());
    expect(counts).to.deep.equal([0, 1, 0, 0]);
  });

  it('lets the task go on where it takes back the last request before the error was thrown', () => {
    const task = loop.createTask(givesWay());
    loop.runOnce();
    task.cancel();
    task.uncancel();
    noteEnd(task);
    expect(log.entries).to.deep.equal(["gave 'normal', false 0@0"]);
  });

  it('lets a task that has not begun begin after all', () => {
    const task = loop.createTask(givesWay());
    task.cancel();
    task.uncancel();
    noteEnd(task);
    expect(log.entries).to.deep.equal(["gave 'normal', false 0@0"]);
  });

  it('does not do so while another request remains', () => {
    const task = loop.createTask(givesWay());
    loop.runOnce();
    task.cancel('a');
    task.cancel('b');
    task.uncancel();
    noteEnd(task);
    expect(log.entries).to.deep.equal(["raised CancelledError('b'), true 1@0"]);
  });

  it('comes too late where the awaited future was cancelled', () => {
    const task = loop.createTask(
      (function* () {
        yield* sleep(5);
      })(),
    );
    runBriefly(loop);
    task.cancel('c');
    task.uncancel();
    noteEnd(task);
    expect(log.entries).to.deep.equal(["raised CancelledError('c'), true 0@0"]);
  });
});
