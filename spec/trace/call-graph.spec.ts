import { expect } from 'chai';
import {
  captureCallGraph,
  coroutine,
  EventLoop,
  type Future,
  type FutureCallGraph,
  RuntimeError,
  sleep,
  Task,
} from '../../lib';
import { runBriefly } from '../support';
import { type Short, short } from './short-graph';

describe('captureCallGraph', () => {
  let loop: EventLoop;
  let future: Future;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture();
  });

  const leaf = coroutine(function* leaf() {
    return yield* future;
  });
  const middle = coroutine(function* middle() {
    return yield* leaf();
  });
  function* root() {
    return yield* middle();
  }

  /** Make tasks, let them begin to wait, and give the first. */
  function waiting(...makers: (() => Generator<unknown, unknown, unknown> | PromiseLike<unknown>)[]): Task {
    const tasks = makers.map((make, i) => loop.createTask(make() as PromiseLike<unknown>, { name: `task ${i}` }));
    runBriefly(loop, 3);
    return tasks[0] as Task;
  }

  describe('of a task that waits', () => {
    it('gives the calls by which it waits, the innermost first', () => {
      expect(short(captureCallGraph(waiting(root)))).to.deep.equal([
        'task 0',
        ['async leaf', 'async middle', 'async root'],
        [],
      ]);
    });

    it('gives the file and the line of each', () => {
      const { callStack } = captureCallGraph(waiting(root)) as FutureCallGraph;
      expect(callStack.map(({ frame }) => [frame.file, frame.line])).to.deep.equal([
        [__filename, 25],
        [__filename, 28],
        [__filename, 31],
      ]);
    });

    it('gives the future itself', () => {
      const task = waiting(root);
      expect(captureCallGraph(task)?.future).to.equal(task);
    });

    it('gives no calls of a chain of async functions, which leave nothing on the stack', () => {
      const inner = async () => await future;
      expect(short(captureCallGraph(waiting(async () => await inner())))).to.deep.equal(['task 0', [], []]);
    });

    it('leaves it as it was: it goes on as if nothing had been asked', () => {
      const task = waiting(root);
      for (let i = 0; i < 3; i++) captureCallGraph(task);
      future.setResult('result');
      expect(loop.runUntilComplete(task)).to.equal('result');
    });

    it('can be asked while no loop runs, and by the task of another loop', () => {
      const task = waiting(root);
      const main = async () => short(captureCallGraph(task));
      expect(new EventLoop().runUntilComplete(main())).to.deep.equal(short(captureCallGraph(task)));
    });
  });

  describe('of a task that does not wait', () => {
    it('gives no calls before its first step, and none after its end', () => {
      const task = loop.createTask(sleep(0), { name: 'task' });
      const before = short(captureCallGraph(task));
      loop.runUntilComplete(task);
      expect([before, short(captureCallGraph(task))]).to.deep.equal([
        ['task', [], []],
        ['task', [], []],
      ]);
    });
  });

  describe('of the current task', () => {
    const ask = () => short(captureCallGraph());

    it('gives the calls that are under way, those of plain functions too, and nothing of who runs the loop', () => {
      const inner = coroutine(function* inner() {
        yield* sleep(0);
        return ask();
      });
      const outer = coroutine(function* outer() {
        return yield* inner();
      });
      const task = loop.createTask(outer(), { name: 'task' });
      expect(loop.runUntilComplete(task)).to.deep.equal(['task', ['ask', 'async inner', 'async outer'], []]);
    });

    it('gives the same when it is named', () => {
      const main = coroutine(function* main() {
        const itself: Task = task;
        return [short(captureCallGraph(itself)), short(captureCallGraph())];
      });
      const task: Task<unknown> = loop.createTask(main(), { name: 'task' });
      const [named, unnamed] = loop.runUntilComplete(task) as Short[];
      expect([named, unnamed]).to.deep.equal([
        ['task', ['async main'], []],
        ['task', ['async main'], []],
      ]);
    });

    it('gives of a chain of async functions the one that runs, without its name', () => {
      const inner = async () => {
        await sleep(0);
        return ask();
      };
      const outer = async () => await inner();
      const task = loop.createTask(outer(), { name: 'task' });
      expect(loop.runUntilComplete(task)).to.deep.equal(['task', ['ask', 'async <anonymous>'], []]);
    });

    it('ends where the task began, though that is of a class of its own', () => {
      class OwnTask<T> extends Task<T> {}
      const main = coroutine(function* main() {
        return ask();
      });
      const task = new OwnTask(main(), { loop, name: 'task' });
      expect(loop.runUntilComplete(task)).to.deep.equal(['task', ['ask', 'async main'], []]);
    });

    it('ends where the task began, though that was an eager step within another task', () => {
      const child = coroutine(function* child() {
        return ask();
      });
      const main = coroutine(function* main() {
        return new Task(child(), { loop, name: 'child', eagerStart: true }).result();
      });
      expect(loop.runUntilComplete(main())).to.deep.equal(['child', ['ask', 'async child'], []]);
    });
  });

  describe('of a future that is no task', () => {
    it('gives who awaits it, and no calls', () => {
      waiting(root, leaf);
      expect(short(captureCallGraph(future))).to.deep.equal([
        'future',
        [],
        [
          ['task 0', ['async leaf', 'async middle', 'async root'], []],
          ['task 1', ['async leaf'], []],
        ],
      ]);
    });
  });

  describe('with a limit', () => {
    const callsOf = (task: Task, limit: number) =>
      captureCallGraph(task, { limit })?.callStack.map(({ frame }) => frame.name);

    it('above 0 keeps as many calls, those nearest to where the task began', () => {
      const task = waiting(root);
      expect([1, 2, 9].map((limit) => callsOf(task, limit))).to.deep.equal([
        ['root'],
        ['middle', 'root'],
        ['leaf', 'middle', 'root'],
      ]);
    });

    it('below 0 keeps as many calls, the innermost', () => {
      const task = waiting(root);
      expect([-1, -2, -9].map((limit) => callsOf(task, limit))).to.deep.equal([
        ['leaf'],
        ['leaf', 'middle'],
        ['leaf', 'middle', 'root'],
      ]);
    });

    it('of 0 keeps no calls, only who awaits', () => {
      waiting(root);
      expect(short(captureCallGraph(future, { limit: 0 }))).to.deep.equal(['future', [], [['task 0', [], []]]]);
    });
  });

  describe('where there is none', () => {
    it('gives undefined in a callback, which is no task', () => {
      const graphs: unknown[] = [];
      loop.callSoon(() => graphs.push(captureCallGraph()));
      runBriefly(loop);
      expect(graphs).to.deep.equal([undefined]);
    });

    it('is refused where no loop runs and no future is given', () => {
      expect(() => captureCallGraph()).to.throw(
        RuntimeError,
        'captureCallGraph() is called outside of a running event loop and no *future* to introspect was provided',
      );
    });

    it('is refused of what is no future', () => {
      expect(() => captureCallGraph(5 as never)).to.throw(
        TypeError,
        '5 object does not appear to be compatible with asyncio.Future',
      );
    });
  });
});
