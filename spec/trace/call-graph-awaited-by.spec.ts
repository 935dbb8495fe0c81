import { expect } from 'chai';
import {
  asyncWith,
  type ContextOption,
  captureCallGraph,
  coroutine,
  createTask,
  type DoneCallback,
  EventLoop,
  type Future,
  gather,
  shield,
  sleep,
  Task,
  TaskGroup,
  timeout,
  wait,
  waitFor,
} from '../../lib';
import { runBriefly } from '../support';
import { type Short, short } from './short-graph';

/** How many tasks wait for each other in a row. */
const CHAIN = 5_000;

describe('captureCallGraph, upwards', () => {
  let loop: EventLoop;
  let future: Future;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture();
  });

  const leaf = coroutine(function* leaf() {
    return yield* future;
  });

  /** Make a task that waits for the future, and let it begin. */
  function waiting(): Task {
    const task = loop.createTask(leaf(), { name: 'task' }) as Task;
    runBriefly(loop);
    return task;
  }

  describe('tells who awaits the task', () => {
    it('and who awaits them, and so on', () => {
      const first = waiting();
      const second = loop.createTask(
        (function* second() {
          yield* first;
        })(),
        { name: 'second' },
      );
      loop.createTask(
        (function* third() {
          yield* second;
        })(),
        { name: 'third' },
      );
      runBriefly(loop);
      expect(short(captureCallGraph(first))).to.deep.equal([
        'task',
        ['async leaf'],
        [['second', ['async second'], [['third', ['async third'], []]]]],
      ]);
    });

    const through: [string, (task: Task) => Generator<unknown, unknown, unknown>][] = [
      ['gather', (task) => gather([sleep(9), task])[Symbol.iterator]() as never],
      ['shield', (task) => shield(task)[Symbol.iterator]() as never],
      ['gather of a shield', (task) => gather([shield(task)])[Symbol.iterator]() as never],
      ['wait', (task) => wait([task]) as never],
      ['waitFor', (task) => waitFor(task, 9) as never],
      ['timeout', (task) => asyncWith(timeout(9), () => task) as never],
    ];
    for (const [name, await_] of through) {
      it(`by way of ${name}, which is passed over`, () => {
        const task = waiting();
        const main = coroutine(function* main() {
          yield* { [Symbol.iterator]: () => await_(task) };
        });
        loop.createTask(main(), { name: 'main' });
        runBriefly(loop, 2);
        expect(short(captureCallGraph(task))).to.deep.equal(['task', ['async leaf'], [['main', ['async main'], []]]]);
      });
    }

    it('by way of a task group, which its parent awaits, with who awaits it inside', () => {
      let child: Task | undefined;
      const listen = coroutine(function* listen() {
        yield* child as Task;
      });
      const main = coroutine(function* main() {
        yield* asyncWith(new TaskGroup(), async (group) => {
          child = group.createTask(leaf(), { name: 'child' }) as Task;
          for (const name of ['a', 'b']) group.createTask(listen(), { name });
        });
      });
      loop.createTask(main(), { name: 'main' });
      runBriefly(loop, 3);
      const parent: Short = ['main', ['async main'], []];
      expect(short(captureCallGraph(child))).to.deep.equal([
        'child',
        ['async leaf'],
        [parent, ['a', ['async listen'], [parent]], ['b', ['async listen'], [parent]]],
      ]);
    });

    it('once, though it awaits it in two ways', () => {
      const task = waiting();
      loop.createTask(
        (function* twice() {
          yield* gather([task, shield(task)]);
        })(),
        { name: 'twice' },
      );
      runBriefly(loop);
      expect(short(captureCallGraph(task))?.[2]).to.deep.equal([['twice', ['async twice'], []]]);
    });

    it('of the current task, too', () => {
      const child = coroutine(function* child() {
        yield* sleep(0);
        return short(captureCallGraph());
      });
      const main = coroutine(function* main() {
        return yield* createTask(child(), { name: 'child' });
      });
      const task = loop.createTask(main(), { name: 'main' });
      expect(loop.runUntilComplete(task)).to.deep.equal(['child', ['async child'], [['main', ['async main'], []]]]);
    });
  });

  it('ends where tasks await each other in a cycle', () => {
    const tasks: Task[] = [];
    const other = coroutine(function* other(i: number) {
      yield* tasks[i] as Task;
    });
    tasks.push(loop.createTask(other(1), { name: 'a' }) as Task, loop.createTask(other(0), { name: 'b' }) as Task);
    runBriefly(loop);
    expect(short(captureCallGraph(tasks[0]))).to.deep.equal(['a', ['async other'], [['b', ['async other'], []]]]);
  });

  it('sees a task that awaits one of a class of its own', () => {
    class OwnTask<T> extends Task<T> {
      override addDoneCallback(callback: DoneCallback, options?: ContextOption) {
        super.addDoneCallback(callback, options);
      }
    }
    const task = new OwnTask(leaf(), { loop, name: 'own' }) as Task;
    const main = coroutine(function* main() {
      yield* task;
    });
    loop.createTask(main(), { name: 'main' });
    runBriefly(loop);
    expect(short(captureCallGraph(task))).to.deep.equal(['own', ['async leaf'], [['main', ['async main'], []]]]);
  });

  it('follows a chain longer than the stack, and leaves the tasks as they were', () => {
    let last: Future = future;
    const link = coroutine(function* link(next: Future) {
      yield* next;
    });
    for (let i = 0; i < CHAIN; i++) last = loop.createTask(link(last));
    runBriefly(loop);
    let length = 0;
    for (let graph = captureCallGraph(future, { limit: 0 }); graph !== undefined; graph = graph.awaitedBy[0])
      length += 1;
    future.setResult(1);
    loop.runUntilComplete(last);
    expect(length).to.equal(CHAIN + 1);
  });
});
