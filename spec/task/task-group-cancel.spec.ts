import { expect } from 'chai';
import {
  type AwaitableLike,
  asyncWith,
  BaseExceptionGroup,
  CancelledError,
  currentTask,
  Event,
  EventLoop,
  sleep,
  type Task,
  TaskGroup,
  ValueError,
} from '../../lib';
import { Log } from '../support';

describe('TaskGroup: cancelled from outside', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const cancelling = () => currentTask()?.cancelling();

  function show(error: unknown): string {
    if (error instanceof BaseExceptionGroup) return `${error.name}: ${error.errors.map(String).join(', ')}`;
    return error instanceof CancelledError ? `CancelledError(${error.args.join()})` : String(error);
  }

  /** Await for nine seconds; note the cancellation, clean up for `delay` seconds, and fail with `error`, if any. */
  async function waits(name: string, { delay = 0, error }: { delay?: number; error?: Error } = {}) {
    try {
      await sleep(9);
    } catch (cancelled) {
      log.note(`${name} ${show(cancelled)}`);
      if (delay > 0) await sleep(delay);
      throw error ?? cancelled;
    }
  }

  /** Run a group as a task, which is cancelled after a second; note what comes of it. Gives the task. */
  function cancelAfterASecond(
    body: (group: TaskGroup) => AwaitableLike<unknown>,
    through: (main: AwaitableLike<unknown>) => AwaitableLike<unknown> = (main) => main,
  ): Task<unknown> {
    const task = loop.createTask(through(asyncWith(new TaskGroup(), body)) as Generator<undefined, unknown>);
    async function main() {
      await sleep(1);
      task.cancel('stop');
      try {
        await task;
      } catch (error) {
        log.note(`${show(error)}, cancelling ${task.cancelling()}`);
      }
    }
    loop.runUntilComplete(main());
    return task;
  }

  describe('while the parent waits on leaving', () => {
    it('cancels the tasks, without its message, and passes it on when they have ended', () => {
      const task = cancelAfterASecond(async (group) => {
        for (const delay of [2, 0, 1]) group.createTask(waits(`child ${delay}`, { delay }));
      });
      expect(log.entries).to.deep.equal([
        'child 2 CancelledError()@1',
        'child 0 CancelledError()@1',
        'child 1 CancelledError()@1',
        'CancelledError(stop), cancelling 1@3',
      ]);
      expect(task.cancelled()).to.equal(true);
    });

    it('does so in generators, too', () => {
      const task = cancelAfterASecond(function* (group) {
        group.createTask(sleep(5));
        group.createTask(sleep(6));
      });
      expect(log.entries).to.deep.equal(['CancelledError(stop), cancelling 1@1']);
      expect(task.cancelled()).to.equal(true);
    });

    it('is not passed on to the tasks a second time, and counts; the first message is that which comes out', () => {
      cancelAfterASecond(async (group) => {
        group.createTask(waits('child', { delay: 3 }));
        const parent = currentTask();
        loop.callLater(2, () => log.note(`again ${parent?.cancel('again')}`));
      });
      expect(log.entries).to.deep.equal([
        'child CancelledError()@1',
        'again true@2',
        'CancelledError(stop), cancelling 2@4',
      ]);
    });
  });

  describe('while its body waits', () => {
    it('cancels the body with the message, and then the tasks without', () => {
      cancelAfterASecond(async (group) => {
        for (const name of ['A', 'B']) group.createTask(waits(name));
        await waits('body');
      });
      expect(log.entries).to.deep.equal([
        'body CancelledError(stop)@1',
        'A CancelledError()@1',
        'B CancelledError()@1',
        'CancelledError(stop), cancelling 1@1',
      ]);
    });

    it('passes it on where there are no tasks, too', () => {
      const task = cancelAfterASecond(() => waits('body'));
      expect(log.entries).to.deep.equal(['body CancelledError(stop)@1', 'CancelledError(stop), cancelling 1@1']);
      expect(task.cancelled()).to.equal(true);
    });

    it('makes a group of an error that the body throws in its place', () => {
      const task = cancelAfterASecond(() => waits('body', { error: new ValueError('own') }));
      expect(log.entries).to.deep.equal([
        'body CancelledError(stop)@1',
        'ExceptionGroup: ValueError: own, cancelling 1@1',
      ]);
      expect(task.cancelled()).to.equal(false);
    });
  });

  describe('with errors besides', () => {
    async function failsAfter(delay: number) {
      await sleep(delay);
      throw new ValueError(`after ${delay}`);
    }

    it('of tasks that fail when they are cancelled gives the errors', () => {
      cancelAfterASecond(async (group) => {
        for (const name of ['A', 'B']) group.createTask(waits(name, { error: new ValueError(name) }));
        await sleep(9);
      });
      expect(log.entries).to.deep.equal([
        'A CancelledError()@1',
        'B CancelledError()@1',
        'ExceptionGroup: ValueError: A, ValueError: B, cancelling 1@1',
      ]);
    });

    it('of a task that fails while the body still cleans up gives the error, and cuts that short', () => {
      cancelAfterASecond((group) => {
        group.createTask(failsAfter(1.3));
        return waits('body', { delay: 0.5 });
      });
      expect(log.entries).to.deep.equal([
        'body CancelledError(stop)@1',
        'ExceptionGroup: ValueError: after 1.3, cancelling 1@1.3',
      ]);
    });

    it('gives it also where the task that was cancelled only awaits that of the group', () => {
      const within = async (main: AwaitableLike<unknown>) => {
        await loop.createTask(main as Generator<undefined, unknown>);
      };
      cancelAfterASecond((group) => {
        group.createTask(failsAfter(1.3));
        return waits('body', { delay: 0.5 });
      }, within);
      expect(log.entries).to.deep.equal([
        'body CancelledError(stop)@1',
        'ExceptionGroup: ValueError: after 1.3, cancelling 1@1.3',
      ]);
    });

    it('asks for the cancellation again: it comes at the next await, without its message', () => {
      async function afterwards(main: AwaitableLike<unknown>) {
        try {
          await main;
        } catch (error) {
          log.note(`${show(error)}, cancelling ${cancelling()}`);
        }
        await waits('next await');
      }
      const task = cancelAfterASecond((group) => {
        group.createTask(waits('child', { error: new ValueError('child') }));
        return sleep(9);
      }, afterwards);
      expect(log.entries).to.deep.equal([
        'child CancelledError()@1',
        'ExceptionGroup: ValueError: child, cancelling 1@1',
        'next await CancelledError()@1',
        'CancelledError(), cancelling 1@1',
      ]);
      expect(task.cancelled()).to.equal(true);
    });

    it('does so where the task fails by itself in the same iteration', () => {
      const event = new Event();
      async function child() {
        event.set();
        await sleep(0);
        throw new ValueError('child');
      }
      async function inner() {
        try {
          await asyncWith(new TaskGroup(), async (group) => {
            group.createTask(child());
            await waits('body');
          });
        } catch (error) {
          log.note(`${show(error)}, cancelling ${cancelling()}`);
        }
        await waits('next await');
      }
      const task = loop.createTask(inner());
      async function outer() {
        await event.wait();
        log.note(`cancelling ${task.cancelling()}`);
        task.cancel();
        log.note(`cancelling ${task.cancelling()}`);
        await task;
      }
      expect(() => loop.runUntilComplete(outer())).to.throw(CancelledError);
      expect(log.entries).to.deep.equal([
        'cancelling 0@0',
        'cancelling 1@0',
        'body CancelledError()@0',
        'ExceptionGroup: ValueError: child, cancelling 1@0',
        'next await CancelledError()@0',
      ]);
      expect(task.cancelled()).to.equal(true);
    });
  });
});
