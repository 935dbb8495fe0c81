import { expect } from 'chai';
import {
  CancelledError,
  coroutine,
  currentTask,
  EventLoop,
  type Future,
  sleep,
  type Task,
  TimeoutError,
} from '../../lib';
import { runBriefly, thrownBy } from '../support';

describe('Task.uncancel, where a request to cancel is dealt with', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  it('by the coroutine, has the task as if nobody had asked, until somebody does again', () => {
    const main = async () => {
      try {
        await sleep(10);
      } catch (error) {
        if (!(error instanceof CancelledError)) throw error;
        currentTask()?.uncancel();
        await sleep(10);
      }
    };
    const task = loop.createTask(main());
    const state = () => [String(task).split(' ', 2)[1], task.cancelling(), task.cancelled(), task.done()];
    const sleeping = () => loop.runUntilComplete(sleep(0.01));
    sleeping();
    expect([task.cancel(), ...state()]).to.deep.equal([true, 'cancelling', 1, false, false]);
    sleeping();
    expect(state()).to.deep.equal(['pending', 0, false, false]);
    expect([task.cancel(), ...state()]).to.deep.equal([true, 'cancelling', 1, false, false]);
    expect(thrownBy(() => loop.runUntilComplete(task))).to.be.an.instanceOf(CancelledError);
    expect(state()).to.deep.equal(['cancelled', 1, true, true]);
    expect([task.uncancel(), ...state()]).to.deep.equal([0, 'cancelled', 0, true, true]);
  });

  it('before the task has woken, lets it take the result that woke it', () => {
    const future = loop.createFuture<void>();
    const main = coroutine(function* (awaited: Future<void>) {
      yield* awaited;
      return 42;
    });
    const task = loop.createTask(main(future));
    runBriefly(loop);
    future.setResult();
    task.cancel();
    const counts = [task.cancelling(), task.uncancel(), task.cancelling()];
    expect([counts, loop.runUntilComplete(task), task.cancelled()]).to.deep.equal([[1, 0, 0], 42, false]);
  });

  describe('by a block with a deadline of its own making', () => {
    /** What `timeout` does, by hand: cancel at the deadline, take that back, and raise TimeoutError in its place. */
    async function within(task: Task, deadline: number, block: () => PromiseLike<void>): Promise<void> {
      let timedOut = false;
      const timer = loop.callLater(deadline, () => {
        timedOut = true;
        task.cancel();
      });
      try {
        await block();
      } catch (error) {
        if (timedOut && task.uncancel() === 0 && error instanceof CancelledError) throw new TimeoutError();
        throw error;
      } finally {
        timer.cancel();
      }
    }

    function request(delay: number, deadline: number): [task: Task, reached: string[]] {
      const reached: string[] = [];
      const main = async () => {
        try {
          await within(currentTask() as Task, deadline, async () => {
            await sleep(delay);
            reached.push('end of the block');
          });
        } catch (error) {
          reached.push((error as Error).name);
        }
        await sleep(0);
        reached.push('code outside');
      };
      const task = loop.createTask(main());
      loop.runUntilComplete(task);
      return [task as Task, reached];
    }

    it('lets the code outside go on after a timeout, with no request left', () => {
      const [task, reached] = request(10, 0.1);
      expect([reached, task.cancelling(), loop.time()]).to.deep.equal([['TimeoutError', 'code outside'], 0, 0.1]);
    });

    it('changes nothing for a block that ends in time', () => {
      const [task, reached] = request(0, 10);
      expect([reached, task.cancelling(), loop.time()]).to.deep.equal([['end of the block', 'code outside'], 0, 0]);
    });
  });
});
