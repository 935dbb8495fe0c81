// In plain JavaScript: the async functions here are V8's own.

const { expect } = require('chai');
const { coroutine, currentTask, EventLoop, sleep, Task } = require('../../lib');
const { Log } = require('../support');

describe('An eager task of a native async function', () => {
  let loop;
  let log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const nothing = async () => {};
  const child = coroutine(async () => {
    log.note(`${currentTask().getName()} begins`);
    await nothing();
    log.note(`${currentTask().getName()} goes on`);
    await sleep(1);
    log.note(`${currentTask().getName()} ends`);
  });
  const make = () => {
    const task = new Task(child(), { loop, eagerStart: true, name: 'child' });
    log.note(`made, within ${currentTask(loop)?.getName()}`);
    return task;
  };

  it('takes its first step at once and whole where a callback makes it', () => {
    loop.callSoon(make);
    loop.runUntilComplete(sleep(2));
    expect(log.entries).to.deep.equal([
      'child begins@0',
      'child goes on@0',
      'made, within undefined@0',
      'child ends@1',
    ]);
  });

  it('takes it so where a generator makes it', () => {
    const main = coroutine(function* () {
      yield* make();
    });
    loop.createTask(main(), { name: 'main' });
    loop.runUntilComplete(sleep(2));
    expect(log.entries).to.deep.equal(['child begins@0', 'child goes on@0', 'made, within main@0', 'child ends@1']);
  });

  // V8 runs no job within a job: this is the one difference from Python.
  it('comes no further than its first await where native code makes it, and goes on when that gives way', () => {
    const main = coroutine(async () => {
      await sleep(0);
      const task = make();
      await task;
      log.note(`back, within ${currentTask().getName()}`);
    });
    loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    expect(log.entries).to.deep.equal([
      'child begins@0',
      'made, within main@0',
      'child goes on@0',
      'child ends@1',
      'back, within main@1',
    ]);
  });
});
