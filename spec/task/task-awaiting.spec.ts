import { expect } from 'chai';
import { EventLoop, sleep, type Task } from '../../lib';
import { countIterations, Log } from '../support';

describe('Task: waiting for another task', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  function* noteWhenDone(name: string, task: Task) {
    yield* task;
    log.note(name);
  }

  it('resumes one iteration after that task is done, among its callbacks in the order of registration', () => {
    function* worker() {
      yield* sleep(1);
      loop.callSoon(() => log.note('scheduled in the last step'));
      log.note('worker');
    }
    function* main() {
      const task = loop.createTask(worker());
      task.addDoneCallback(() => log.note('callback 1'));
      loop.createTask(noteWhenDone('waiter 1', task));
      loop.createTask(noteWhenDone('waiter 2', task));
      yield;
      task.addDoneCallback(() => log.note('callback 2'));
      yield* sleep(2);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal([
      'worker@1',
      'scheduled in the last step@1',
      'callback 1@1',
      'waiter 1@1',
      'waiter 2@1',
      'callback 2@1',
    ]);
  });

  it('overtakes those who waited before, where its first step falls between the end and their wakeups', () => {
    const future = loop.createFuture<void>();
    function* worker() {
      yield* future;
      log.note('worker');
    }
    function* main() {
      const task = loop.createTask(worker());
      loop.createTask(noteWhenDone('A', task));
      yield;
      task.addDoneCallback(() => log.note('callback'));
      future.setResult();
      loop.createTask(noteWhenDone('B', task));
      yield* sleep(1);
    }
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['worker@0', 'B@0', 'A@0', 'callback@0']);
  });

  it('takes two iterations from creating it to its result, three if it gives way once', () => {
    const iterations = (turns: number) => {
      function* worker() {
        for (let i = 0; i < turns; i++) yield;
      }
      function* main() {
        yield* loop.createTask(worker());
      }
      const task = loop.createTask(main());
      loop.runOnce();
      return countIterations(loop, () => task.done());
    };
    expect([iterations(0), iterations(1)]).to.deep.equal([2, 3]);
  });
});
