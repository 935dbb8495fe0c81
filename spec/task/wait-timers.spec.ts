import { expect } from 'chai';
import {
  coroutine,
  EventLoop,
  FIRST_COMPLETED,
  FIRST_EXCEPTION,
  type Future,
  sleep,
  type Task,
  type WaitOptions,
  wait,
} from '../../lib';
import { recordDeadlines } from './deadlines';

class ZeroDivisionError extends Error {}

describe('wait over two tasks that sleep', () => {
  let loop: EventLoop;
  let deadlines: number[];

  beforeEach(() => {
    loop = new EventLoop();
    deadlines = recordDeadlines(loop);
  });

  const taskOf = (coro: PromiseLike<unknown>, name: string): Task<unknown> => loop.createTask(coro, { name });

  async function failing(delay?: number): Promise<never> {
    if (delay !== undefined) await sleep(delay);
    throw new ZeroDivisionError('err');
  }

  const names = (futures: Set<Future>) => [...futures].map((future) => (future as Task).getName()).sort();

  /** Wait for `futures`: who is done, who is pending, what timers were set in the meantime, and the time then. */
  function outcome(futures: Iterable<Future>, options?: WaitOptions): unknown[] {
    const main = async () => {
      const [done, pending] = await wait(futures, options);
      return [names(done), names(pending)];
    };
    return [...loop.runUntilComplete(main()), deadlines.splice(0), loop.time()];
  }

  it('sets no timer of its own, ends with the later, and takes no time once both are done', () => {
    const [a, b] = [taskOf(sleep(0.1), 'a'), taskOf(sleep(0.15), 'b')];
    expect(outcome([b, a])).to.deep.equal([['a', 'b'], [], [0.1, 0.15], 0.15]);
    expect(outcome([b, a])).to.deep.equal([['a', 'b'], [], [], 0.15]);
  });

  it('does so for an iterator over them', () => {
    const [a, b] = [taskOf(sleep(0.1), 'a'), taskOf(sleep(0.15), 'b')];
    expect(outcome([b, a].values())).to.deep.equal([['a', 'b'], [], [0.1, 0.15], 0.15]);
  });

  it('ends with the earlier until FIRST_COMPLETED, and lets the other be waited for again', () => {
    const [a, b] = [taskOf(sleep(10), 'a'), taskOf(sleep(0.1), 'b')];
    expect(outcome([b, a], { returnWhen: FIRST_COMPLETED })).to.deep.equal([['b'], ['a'], [10, 0.1], 0.1]);
    expect([a.done(), b.result()]).to.deep.equal([false, undefined]);
    expect(outcome([a, b])).to.deep.equal([['a', 'b'], [], [], 10]);
  });

  it('ends before any time passes until FIRST_EXCEPTION, where one fails at once', () => {
    const [a, b] = [taskOf(sleep(10), 'a'), taskOf(failing(), 'b')];
    expect(outcome([b, a], { returnWhen: FIRST_EXCEPTION })).to.deep.equal([['b'], ['a'], [10], 0]);
    expect(outcome([a, b])).to.deep.equal([['a', 'b'], [], [], 10]);
  });

  it('ends at the failure until FIRST_EXCEPTION, where one fails meanwhile', () => {
    const [a, b] = [taskOf(sleep(10), 'a'), taskOf(failing(0.01), 'b')];
    expect(outcome([b, a], { returnWhen: FIRST_EXCEPTION })).to.deep.equal([['b'], ['a'], [10, 0.01], 0.01]);
    expect(outcome([a, b])).to.deep.equal([['a', 'b'], [], [], 10]);
  });

  it('counts the failed one among the done, with its exception, the second time as well', () => {
    const [a, b] = [taskOf(sleep(0.1), 'a'), taskOf(failing(0.15), 'b')];
    const failed = () => [a, b].map((task) => task.exception()?.constructor);
    expect(outcome([b, a])).to.deep.equal([['a', 'b'], [], [0.1, 0.15], 0.15]);
    expect(failed()).to.deep.equal([undefined, ZeroDivisionError]);
    expect(outcome([b, a])).to.deep.equal([['a', 'b'], [], [], 0.15]);
    expect(failed()).to.deep.equal([undefined, ZeroDivisionError]);
  });

  it('sets its timer after theirs, and at the timeout gives the one that is done by then', () => {
    const [a, b] = [taskOf(sleep(0.1), 'a'), taskOf(sleep(0.15), 'b')];
    expect(outcome([b, a], { timeout: 0.11 })).to.deep.equal([['a'], ['b'], [0.1, 0.15, 0.11], 0.11]);
    expect(outcome([a, b])).to.deep.equal([['a', 'b'], [], [], 0.15]);
  });

  it('counts as done the one that wakes at the very time of the timeout', () => {
    const [a, b] = [taskOf(sleep(0.1), 'a'), taskOf(sleep(0.15), 'b')];
    const [done, pending] = loop.runUntilComplete(wait([b, a], { timeout: 0.1 }));
    expect([names(done), names(pending), deadlines]).to.deep.equal([['a'], ['b'], [0.1, 0.15, 0.1]]);
    expect(loop.time()).to.equal(0.1);
  });
});

describe('wait over tasks that end at once', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  const returning = coroutine(function* <T>(value: T) {
    return value;
  });

  it('counts as done until FIRST_COMPLETED also who ended since, though not by the callback that ended it', () => {
    const givingWay = coroutine(function* (times: number) {
      for (let i = 0; i < times; i++) yield* sleep(0);
    });
    const [a, b] = [loop.createTask(givingWay(1)), loop.createTask(givingWay(2))];
    const task = loop.createTask(wait([b, a], { returnWhen: FIRST_COMPLETED }));
    const [done, pending] = loop.runUntilComplete(task);
    expect([done, pending, a.result(), b.result()]).to.deep.equal([new Set([b, a]), new Set(), undefined, undefined]);
  });

  it('has one result of the task that is given twice, and one of the other', () => {
    const twice = loop.createTask(returning('test'));
    const task = loop.createTask(wait([twice, twice, loop.createTask(returning('spam'))]));
    const [done, pending] = loop.runUntilComplete(task);
    expect([[...done].map((each) => each.result()), pending.size]).to.deep.equal([['test', 'spam'], 0]);
  });

  it('takes a generator that makes the tasks while they are counted', () => {
    function* tasks() {
      for (let i = 0; i < 10; i++) yield loop.createTask(returning(i));
    }
    const main = async () => {
      const [done, pending] = await wait(tasks());
      return [[...done].map((task) => task.result()), pending.size];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0]);
  });
});
