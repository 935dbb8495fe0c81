import { expect } from 'chai';
import { type CoroutineLike, createTask, EventLoop, Future, repr, SystemExit, sleep } from '../../lib';
import { thrownBy } from '../support';
import { observe } from './observer-log';

/** Waits for `future` even if it is done already. */
function* insistingOn(future: Future): Generator<Future, void, unknown> {
  future.asyncioFutureBlocking = true;
  yield future;
}

/** What each test is about: the rest of what is told is left out. */
const STEPS = /^(task(?!Woken)|step)/;

describe('The observer of a loop', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    loop.setExceptionHandler(() => {});
  });

  /** Run `main` as the task `main`, and give what is told of it. */
  function told(isMeant: RegExp, main: () => CoroutineLike<unknown>): string[] {
    const log = observe(loop, (name) => isMeant.test(name));
    loop.runUntilComplete(loop.createTask(main(), { name: 'main' }));
    return log;
  }

  it('is nobody, unless there is one', () => {
    expect(loop.observer).to.equal(undefined);
  });

  it('may be given to all loops that are made from now on', () => {
    const before = EventLoop.defaultObserver;
    const watched: unknown[] = [];
    EventLoop.defaultObserver = (each) => void watched.push(each);
    try {
      expect(watched).to.deep.equal([new EventLoop(), new EventLoop()]);
    } finally {
      EventLoop.defaultObserver = before;
    }
  });

  describe('is told of a task', () => {
    it('that it is made, takes steps, and waits in between', () => {
      expect(told(STEPS, async () => await sleep(1))).to.deep.equal([
        'taskCreated main',
        'stepBegun main',
        'taskSuspended main Future',
        'stepEnded main',
        'stepBegun main',
        'stepEnded main',
      ]);
    });

    it('that it gives way to others: it waits for nothing', () => {
      const log = told(STEPS, async () => await sleep(0));
      expect(log.slice(1, 4)).to.deep.equal(['stepBegun main', 'taskSuspended main', 'stepEnded main']);
    });

    it('that it waits for another', () => {
      const log = told(STEPS, async () => await createTask(sleep(0), { name: 'child' }));
      expect(log.slice(1, 5)).to.deep.equal([
        'stepBegun main',
        'taskCreated child',
        'taskSuspended main child',
        'stepEnded main',
      ]);
    });

    it('what error is thrown into it', () => {
      const future = loop.createFuture();
      const log = told(STEPS, async () => {
        loop.callSoon(() => future.setException(new Error('no')));
        try {
          await future;
        } catch {}
      });
      expect(log.slice(4)).to.deep.equal(["stepBegun main Error('no')", 'stepEnded main']);
    });

    it('that it yields what cannot be awaited: it is to fail in its next step', () => {
      const log = told(STEPS, () =>
        (function* (): Generator<never, void, unknown> {
          try {
            yield 42 as never;
          } catch {}
        })(),
      );
      expect(log.slice(1, 4)).to.deep.equal(['stepBegun main', 'taskSuspended main', 'stepEnded main']);
    });

    it('that it begins at once, within a step of the one that makes it', () => {
      const log = told(STEPS, async () => {
        await loop.createTask(sleep(0), { name: 'child', eagerStart: true });
      });
      expect(log.slice(0, 7)).to.deep.equal([
        'taskCreated main',
        'stepBegun main',
        'taskCreated child',
        'stepBegun child',
        'taskSuspended child',
        'stepEnded child',
        'taskSuspended main child',
      ]);
    });

    it('that it was given a name', () => {
      const log = observe(loop);
      loop.createTask(sleep(0)).setName('worker');
      expect(log.at(-1)).to.equal('taskRenamed worker');
    });

    it('whose step leaves the loop: it has ended, too', () => {
      const task = loop.createTask(
        (async () => {
          throw new SystemExit(3);
        })(),
        { name: 'main' },
      );
      const log = observe(loop);
      thrownBy(() => loop.runOnce());
      expect(log).to.deep.equal([
        'iterationBegun 1',
        'handleBegun step',
        'stepBegun main',
        'futureDone main',
        'waitersTold main',
        'stepEnded main',
        'handleEnded step',
      ]);
      task.exception();
    });
  });

  describe('is told of a future that is done', () => {
    it('who is woken by it, and what is called', () => {
      const future = new Future<void>(loop);
      loop.createTask((async () => await future)(), { name: 'waits' });
      loop.runOnce();
      future.addDoneCallback(function andThis() {});
      const log = observe(loop);
      future.setResult();
      expect(log).to.deep.equal([
        'futureDone Future',
        'taskWoken waits Future',
        'handleScheduled Task.task_wakeup',
        'handleScheduled andThis',
        'waitersTold Future',
      ]);
    });

    it('by whom a task is woken that waits for it too late', () => {
      const future = new Future<void>(loop);
      future.setResult();
      const log = told(/^task|^handleScheduled/, () => insistingOn(future));
      expect(log.slice(2, 5)).to.deep.equal([
        'taskSuspended main Future',
        'taskWoken main Future',
        'handleScheduled Task.task_wakeup',
      ]);
    });

    it('also where nobody can be woken, as the loop is closed', () => {
      const future = new Future<void>(loop);
      future.addDoneCallback(() => {});
      loop.close();
      const log = observe(loop);
      expect(String(thrownBy(() => future.setResult()))).to.equal('RuntimeError: Event loop is closed');
      expect(log).to.deep.equal(['futureDone Future', 'waitersTold Future']);
    });
  });

  it('is told of coroutines that are made while the loop runs', () => {
    sleep(1);
    const log = told(/^coroutine/, async () => {
      sleep(1);
    });
    expect(log).to.deep.equal(['coroutineCreated <coroutine object sleep>']);
  });

  it('is told of a deadlock, before that is thrown', () => {
    const log = observe(loop, (name) => name === 'deadlocked');
    const error = thrownBy(() => loop.runUntilComplete(loop.createFuture()));
    expect(log).to.deep.equal([`deadlocked ${repr(error)}`]);
  });

  it('is told when the loop is closed, and then what was left behind', () => {
    const log = observe(loop, (name) => /^closed|^left/.test(name));
    loop.createTask(sleep(1), { name: 'forgotten' });
    loop.runUntilComplete(
      loop.createTask(
        (async () => {
          sleep(2);
          loop.createFuture().setException(new Error('no'));
        })(),
      ),
    );
    loop.close();
    expect(log).to.deep.equal([
      'closed',
      'leftBehind forgotten Task was destroyed but it is pending!',
      "leftBehind <coroutine object sleep> coroutine 'sleep' was never awaited",
      'leftBehind Future Future exception was never retrieved',
    ]);
  });
});
