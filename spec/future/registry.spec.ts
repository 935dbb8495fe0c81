import { expect } from 'chai';
import { allTasks, EventLoop, type Future, RuntimeError, sleep, type Task } from '../../lib';
import {
  enterTask,
  leaveTask,
  peekCurrentTask,
  pendingTasks,
  registerTask,
  swapCurrentTask,
  unregisterTask,
} from '../../lib/future/registry';
import { runBriefly, thrownBy } from '../support';

/** What another implementation of tasks may put on the list. */
function taskLike(loop: EventLoop, isDone: boolean): Future {
  return { getLoop: () => loop, done: () => isDone } as unknown as Future;
}

describe('the registry of tasks', () => {
  let loop: EventLoop;
  let a: Task<void>;
  let b: Task<void>;

  beforeEach(() => {
    loop = new EventLoop();
    a = loop.createTask(sleep(1), { name: 'a' });
    b = loop.createTask(sleep(1), { name: 'b' });
  });

  describe('the current task', () => {
    afterEach(() => {
      swapCurrentTask(undefined);
    });

    it('is the one that was entered, until it is left', () => {
      enterTask(a);
      const entered = peekCurrentTask(loop);
      leaveTask(a);
      expect([entered, peekCurrentTask(loop)]).to.deep.equal([a, undefined]);
    });

    it('is known to its own loop only', () => {
      enterTask(a);
      expect(peekCurrentTask(new EventLoop())).to.equal(undefined);
    });

    it('keeps others from being entered', () => {
      enterTask(a);
      const error = thrownBy(() => enterTask(b));
      expect([error instanceof RuntimeError, error.message, peekCurrentTask(loop)]).to.deep.equal([
        true,
        `Cannot enter into task ${b} while another task ${a} is being executed.`,
        a,
      ]);
    });

    it('is the only one that can be left', () => {
      enterTask(a);
      const error = thrownBy(() => leaveTask(b));
      expect([error instanceof RuntimeError, error.message, peekCurrentTask(loop)]).to.deep.equal([
        true,
        `Leaving task ${b} does not match the current task ${a}.`,
        a,
      ]);
    });

    it('cannot be left where there is none', () => {
      const error = thrownBy(() => leaveTask(a));
      expect([error instanceof RuntimeError, error.message, peekCurrentTask(loop)]).to.deep.equal([
        true,
        `Leaving task ${a} does not match the current task undefined.`,
        undefined,
      ]);
    });

    it('can be swapped, and back', () => {
      enterTask(a);
      const replaced = swapCurrentTask(b);
      const during = peekCurrentTask(loop);
      swapCurrentTask(replaced);
      expect([replaced, during, peekCurrentTask(loop)]).to.deep.equal([a, b, a]);
    });

    it('hinders the steps of other tasks while it is entered from outside, which is reported', () => {
      const reports: unknown[] = [];
      loop.setExceptionHandler((_loop, { exception }) => reports.push(exception?.message));
      enterTask(a);
      runBriefly(loop);
      expect(reports).to.deep.equal([
        `Cannot enter into task ${a} while another task ${a} is being executed.`,
        `Cannot enter into task ${b} while another task ${a} is being executed.`,
      ]);
    });
  });

  describe('the tasks still to be done', () => {
    it('are listed in the order of creation', () => {
      expect(pendingTasks(loop)).to.deep.equal([a, b]);
    });

    it('are none of a loop that never had one', () => {
      expect(pendingTasks(new EventLoop())).to.deep.equal([]);
    });

    it('are taken off the list when they are done, however they end', () => {
      a.cancel();
      loop.runUntilComplete(b);
      expect(pendingTasks(loop)).to.deep.equal([]);
    });

    it('can be taken off the list, and put at its end', () => {
      unregisterTask(a);
      registerTask(a);
      expect(pendingTasks(loop)).to.deep.equal([b, a]);
    });

    it('are still to be done only as long as they are on the list', () => {
      unregisterTask(a);
      expect([pendingTasks(loop), allTasks(loop)]).to.deep.equal([[b], new Set([b])]);
    });

    it('may be taken off the list without being on it', () => {
      unregisterTask(new EventLoop().createTask(sleep(1)));
      const other = new EventLoop();
      unregisterTask(taskLike(other, false));
      expect([allTasks(other).size, allTasks(loop).size]).to.deep.equal([0, 2]);
    });

    it('may be of a class of their own, of which only the loop is asked, and whether they are done', () => {
      const other = new EventLoop();
      const [pending, done] = [taskLike(other, false), taskLike(other, true)];
      const found = [allTasks(other)];
      registerTask(pending);
      registerTask(done);
      found.push(allTasks(other));
      unregisterTask(pending);
      unregisterTask(done);
      found.push(allTasks(other));
      expect(found).to.deep.equal([new Set(), new Set([pending]), new Set()]);
    });

    it('are listed once, however often they are put there', () => {
      registerTask(a);
      expect(pendingTasks(loop)).to.deep.equal([a, b]);
    });
  });
});
