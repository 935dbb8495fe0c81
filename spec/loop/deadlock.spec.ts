import { expect } from 'chai';
import { coroutine, DeadlockError, EventLoop, type Future, gather, sleep } from '../../lib';
import { Log, thrownBy } from '../support';

describe('DeadlockError', () => {
  let loop: EventLoop;

  const waitFor = coroutine(function* waitFor(future: Future) {
    return yield* future;
  });
  const waitForAsync = async (future: Future) => await future;

  beforeEach(() => {
    loop = new EventLoop();
  });

  function deadlockOf(action: () => unknown): DeadlockError {
    const error = thrownBy(action);
    expect(error).to.be.instanceOf(DeadlockError);
    return error as DeadlockError;
  }

  describe('is raised', () => {
    it('when nothing is ready and nothing is scheduled', () => {
      const { name, message, tasks, cycle } = deadlockOf(() => loop.runForever());
      expect([name, message, tasks, cycle]).to.deep.equal([
        'DeadlockError',
        'nothing is ready and nothing is scheduled: the loop would wait for ever',
        [],
        [],
      ]);
    });

    it('when only cancelled timers are left', () => {
      for (let i = 0; i < 200; i++) loop.callLater(i, () => {}).cancel();
      deadlockOf(() => loop.runForever());
      expect(loop.time()).to.equal(0);
    });

    it('when only timers are left that are never due', () => {
      deadlockOf(() => loop.runUntilComplete(sleep(Infinity)));
      expect(loop.time()).to.equal(0);
    });

    it('only once all that can run has run', () => {
      const log = new Log(loop);
      loop.callSoon(() => log.note('ready'));
      loop.callLater(5, () => log.note('timer'));
      deadlockOf(() => loop.runUntilComplete(loop.createFuture()));
      expect(log.entries).to.deep.equal(['ready@0', 'timer@5']);
    });

    it('by one iteration, too', () => {
      deadlockOf(() => loop.runOnce());
    });

    it('not where stop was called', () => {
      loop.callSoon(() => loop.stop());
      loop.runForever();
      loop.stop();
      loop.runForever();
      expect(loop.isRunning()).to.equal(false);
    });
  });

  describe('names each task that is not done', () => {
    for (const [way, make] of [
      ['a generator', waitFor],
      ['an async function', waitForAsync],
    ] as const) {
      it(`written as ${way}, and what it waits for`, () => {
        const future = loop.createFuture();
        const main = loop.createTask(make(future), { name: 'main' });
        const error = deadlockOf(() => loop.runUntilComplete(main));
        expect(error.tasks.map(({ task, awaits }) => [task, awaits])).to.deep.equal([[main, future]]);
        expect(error.message).to.match(
          /^nothing is ready and nothing is scheduled, but 1 task is not done:\n {2}main waits for <Future pending/,
        );
      });
    }

    it('with the line on which it waits', () => {
      loop.createTask(waitFor(loop.createFuture()), { name: 'main' });
      const { message, tasks } = deadlockOf(() => loop.runForever());
      expect(message).to.match(/\n {2}main waits for <Future pending.*> in waitFor \(.*deadlock\.spec\.ts:\d+\)$/);
      expect(tasks[0]?.chain[0]?.file).to.match(/deadlock\.spec\.ts$/);
    });

    it('with all the calls by which it waits, outermost first', () => {
      const outer = coroutine(function* outer(future: Future) {
        return yield* waitFor(future);
      });
      loop.createTask(outer(loop.createFuture()));
      const [blocked] = deadlockOf(() => loop.runForever()).tasks;
      expect(blocked?.chain.map(({ name }) => name)).to.deep.equal(['outer', 'waitFor']);
    });

    it('in the order of creation, another task by its name', () => {
      const future = loop.createFuture();
      const first = loop.createTask(waitFor(future), { name: 'first' });
      loop.createTask(waitFor(first), { name: 'second' });
      const { tasks, message } = deadlockOf(() => loop.runForever());
      expect(tasks.map(({ task }) => task.getName())).to.deep.equal(['first', 'second']);
      expect(message).to.match(
        /but 2 tasks are not done:\n {2}first waits for .*\n {2}second waits for first in waitFor /,
      );
    });

    it('and none that is done', () => {
      loop.createTask(sleep(1));
      loop.createTask(waitFor(loop.createFuture()), { name: 'stuck' });
      const { tasks } = deadlockOf(() => loop.runForever());
      expect(tasks.map(({ task }) => task.getName())).to.deep.equal(['stuck']);
    });
  });

  it('follows a wait through ten thousand futures', () => {
    let innermost: Future = loop.createFuture();
    for (let i = 0; i < 10_000; i++) innermost = gather([innermost]);
    loop.createTask(waitFor(innermost), { name: 'patient' });
    const { tasks, cycle } = deadlockOf(() => loop.runForever());
    expect([tasks.map(({ task }) => task.getName()), cycle]).to.deep.equal([['patient'], []]);
  });

  describe('leaves a loop', () => {
    it('that can go on, once what was missing has come', () => {
      const future = loop.createFuture<string>();
      const task = loop.createTask(waitFor(future));
      deadlockOf(() => loop.runUntilComplete(task));
      expect([loop.isRunning(), task.done()]).to.deep.equal([false, false]);
      future.setResult('come');
      expect(loop.runUntilComplete(task)).to.equal('come');
    });

    it('whose tasks can be cancelled', () => {
      const task = loop.createTask(waitFor(loop.createFuture()));
      deadlockOf(() => loop.runForever());
      task.cancel();
      expect(loop.runUntilComplete(sleep(1, 'usable'))).to.equal('usable');
      expect(task.cancelled()).to.equal(true);
    });
  });
});
