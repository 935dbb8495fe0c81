import { expect } from 'chai';
import {
  asyncWith,
  createTask,
  EventLoop,
  FIRST_COMPLETED,
  Future,
  gather,
  shield,
  sleep,
  type Task,
  TaskGroup,
  timeout,
  wait,
  waitFor,
} from '../../lib';
import { awaitersOf, setAwaiter } from '../../lib/future/awaiters';
import { runBriefly } from '../support';

describe('awaitersOf', () => {
  let loop: EventLoop;
  let future: Future;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture();
  });

  /** Make a task of `main`, and let it begin to wait. */
  function waiting(main: () => PromiseLike<unknown> | Generator<unknown, unknown, unknown>, name = 'main'): Task {
    const task = loop.createTask(main() as PromiseLike<unknown>, { name }) as Task;
    runBriefly(loop, 3);
    return task;
  }

  /** The names of the tasks that await `awaited`, straight or by way of other futures. */
  function tasksAwaiting(awaited: Future): string[] {
    return awaitersOf(awaited).flatMap((awaiter) =>
      'getName' in awaiter ? [(awaiter as Task).getName()] : tasksAwaiting(awaiter),
    );
  }

  it('gives none where nobody waits', () => {
    expect(awaitersOf(future)).to.deep.equal([]);
  });

  it('gives the tasks that await it, in the order in which they came', () => {
    const first = waiting(async () => await future);
    const second = waiting(function* () {
      yield* future;
    });
    expect(awaitersOf(future)).to.deep.equal([first, second]);
  });

  it('gives no task that awaits it no longer', () => {
    const task = waiting(async () => await future);
    task.cancel();
    expect([awaitersOf(future), future.cancelled()]).to.deep.equal([[], true]);
  });

  it('gives none once it is done', () => {
    waiting(async () => await future);
    future.setResult(1);
    expect(awaitersOf(future)).to.deep.equal([]);
  });

  it('passes over a done-callback that says nothing', () => {
    future.addDoneCallback(() => {});
    const task = waiting(async () => await future);
    future.addDoneCallback(() => {});
    expect(awaitersOf(future)).to.deep.equal([task]);
  });

  it('asks a done-callback that says for whom it was left, at the time of asking', () => {
    let awaiter: Future | undefined;
    const callback = () => {};
    setAwaiter(callback, () => awaiter);
    future.addDoneCallback(callback);
    const before = awaitersOf(future);
    awaiter = new Future(loop);
    expect([before, awaitersOf(future)]).to.deep.equal([[], [awaiter]]);
  });

  it('gives the future of a combinator that stands between, and that has awaiters of its own', () => {
    const main = waiting(async () => await gather([future]));
    const [between] = awaitersOf(future);
    expect(between).to.be.instanceOf(Future);
    expect(between).not.to.equal(main);
    expect(awaitersOf(between as Future)).to.deep.equal([main]);
  });

  describe('leads to the task that awaits it by way of', () => {
    const ways: [string, () => PromiseLike<unknown> | Generator<unknown, unknown, unknown>][] = [
      ['gather', async () => await gather([sleep(9), future])],
      ['gather of a gather', async () => await gather([gather([future])])],
      ['gather that returns exceptions', async () => await gather([future], { returnExceptions: true })],
      ['shield', async () => await shield(future)],
      ['shield of a gather', async () => await shield(gather([future]))],
      ['wait', async () => await wait([future])],
      ['wait for the first', async () => await wait([sleep(9), future], { returnWhen: FIRST_COMPLETED })],
      ['waitFor', async () => await waitFor(future, 9)],
      ['timeout', async () => await asyncWith(timeout(9), async () => await future)],
      ['wait, in a generator', () => wait([future])],
    ];
    for (const [name, main] of ways) {
      it(`${name}`, () => {
        waiting(main);
        expect(tasksAwaiting(future)).to.deep.equal(['main']);
      });
    }

    it('a task group, the one that entered it: of each task in it', () => {
      const tasks: Task[] = [];
      const parent = async () =>
        await asyncWith(new TaskGroup(), async (group) => {
          for (let i = 0; i < 2; i++) tasks.push(group.createTask(sleep(9)) as Task);
        });
      waiting(parent, 'parent');
      expect(tasks.map(tasksAwaiting)).to.deep.equal([['parent'], ['parent']]);
    });

    it('a task group, also while it is in the body, and awaits something else', () => {
      const tasks: Task[] = [];
      const parent = async () =>
        await asyncWith(new TaskGroup(), async (group) => {
          tasks.push(group.createTask(sleep(9)) as Task);
          await future;
        });
      waiting(parent, 'parent');
      expect([...tasks, future].map((each) => tasksAwaiting(each as Future))).to.deep.equal([['parent'], ['parent']]);
    });
  });

  describe('gives nobody any more', () => {
    it('when the shield was cancelled, and with it who awaited that', () => {
      const task = waiting(async () => await shield(future));
      task.cancel();
      runBriefly(loop, 2);
      expect([awaitersOf(future), future.done()]).to.deep.equal([[], false]);
    });

    it('when the waiting has timed out', () => {
      const main = async () => {
        await wait([future], { timeout: 1 });
        return awaitersOf(future);
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([]);
    });
  });

  it('sees every task that awaits it, in whatever way', () => {
    const main = async () => {
      createTask((async () => await future)(), { name: 'a' });
      createTask((async () => await shield(future))(), { name: 'b' });
      createTask((async () => await gather([future]))(), { name: 'c' });
      createTask(wait([future]), { name: 'd' });
      await sleep(0);
      await sleep(0);
      return tasksAwaiting(future);
    };
    expect(loop.runUntilComplete(main())).to.deep.equal(['a', 'b', 'c', 'd']);
  });
});
