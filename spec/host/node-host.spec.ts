import { expect } from 'chai';
import { asyncWith, type Coroutine, coroutine, type Future, gather, Lock, sleep, type Task } from '../../lib';
import { chainOf, host, linesMarkedIn, watchedLoop } from './chains';

const at = linesMarkedIn(__filename);

describe('NodeHost.chainOf', () => {
  const newLoop = watchedLoop();

  /** A task of `coro`, after its first step. */
  function begun(coro: Coroutine<unknown> | Generator<unknown, unknown, unknown>): Task {
    const loop = newLoop();
    const task = loop.createTask(coro);
    loop.runOnce();
    return task;
  }

  function* leaf(): Generator<unknown, void, unknown> {
    yield* sleep(1); // leaf
  }
  const middle = coroutine(function* middle() {
    yield* leaf(); // middle
  });
  function* root(): Generator<unknown, void, unknown> {
    yield* middle(); // root
  }

  describe('of a coroutine that waits', () => {
    it('gives the calls by which it waits, the outermost first, where they are in the source', () => {
      expect(chainOf(begun(root()))).to.deep.equal([
        `root:${at('root')}`,
        `middle:${at('middle')}`,
        `leaf:${at('leaf')}`,
      ]);
    });

    it('gives the file, and the column of the yield', () => {
      const [place] = host.chainOf(begun(leaf()).getCoro() as Generator);
      expect(place).to.deep.equal({ name: 'leaf', file: __filename, line: at('leaf'), column: 5 });
    });

    it('follows where it goes', () => {
      function* walk(): Generator<unknown, void, unknown> {
        yield; // first
        yield* leaf(); // second
      }
      const task = begun(walk());
      expect(chainOf(task)).to.deep.equal([`walk:${at('first')}`]);
      newLoop().runOnce();
      expect(chainOf(task)).to.deep.equal([`walk:${at('second')}`, `leaf:${at('leaf')}`]);
    });

    it('gives a function that calls itself once for each call', () => {
      const countDown = coroutine(function* countDown(n: number): Generator<unknown, void, unknown> {
        if (n > 0)
          yield* countDown(n - 1); // recursion
        else yield* sleep(1); // bottom
      });
      const recursion = `countDown:${at('recursion')}`;
      expect(chainOf(begun(countDown(2)))).to.deep.equal([recursion, recursion, `countDown:${at('bottom')}`]);
    });

    it('names methods, and tells functions without a name as such', () => {
      class Account {
        *deposit(): Generator<unknown, void, unknown> {
          yield* sleep(1); // deposit
        }
      }
      const anonymous = coroutine(function* () {
        yield* new Account().deposit(); // anonymous
      });
      expect(chainOf(begun(anonymous()))).to.deep.equal([`<anonymous>:${at('anonymous')}`, `deposit:${at('deposit')}`]);
    });

    it('passes through the library to what is waited for by way of it', () => {
      const main = coroutine(function* main() {
        // biome-ignore format: one line for each call
        yield* asyncWith(new Lock(), function* body() { // with
          yield* sleep(1); // body
        });
      });
      expect(chainOf(begun(main()))).to.deep.equal([`main:${at('with')}`, `body:${at('body')}`]);
    });

    it('ends at another task, which has a chain of its own', () => {
      const main = coroutine(function* main() {
        yield* gather([leaf()]); // gather
      });
      expect(chainOf(begun(main()))).to.deep.equal([`main:${at('gather')}`]);
    });

    it('tells where it waits after an error was thrown into it', () => {
      const main = coroutine(function* main(future: Future) {
        try {
          yield* future;
        } catch {
          yield* sleep(1); // handler
        }
      });
      const loop = newLoop();
      const task = begun(main(loop.createFuture()));
      task.cancel();
      loop.runOnce();
      loop.runOnce();
      expect(chainOf(task)).to.deep.equal([`main:${at('handler')}`]);
    });
  });

  describe('of a coroutine that goes through a generator', () => {
    function* numbers(): Generator<number, void, unknown> {
      yield 1;
      yield 2;
    }

    it('leaves that out: nobody waits by it', () => {
      const main = coroutine(function* main() {
        for (const n of numbers()) yield* sleep(n); // loop
      });
      expect(chainOf(begun(main()))).to.deep.equal([`main:${at('loop')}`]);
    });

    it('leaves it out where the coroutine itself yields, too', () => {
      const main = coroutine(function* main() {
        for (const _ of numbers()) yield; // bare
      });
      expect(chainOf(begun(main()))).to.deep.equal([`main:${at('bare')}`]);
    });
  });

  describe('of a program in plain JavaScript', () => {
    it('needs no source map', () => {
      const file = require.resolve('./plain-program');
      const places = host.chainOf(begun(require(file).main(sleep)).getCoro() as Generator);
      expect(places).to.deep.equal([
        { name: 'main', file, line: linesMarkedIn(file)('main'), column: 3 },
        { name: 'leaf', file, line: linesMarkedIn(file)('leaf'), column: 10 },
      ]);
    });
  });

  describe('of a coroutine that does not wait', () => {
    it('is empty before it begins, while it runs, and when it is done', () => {
      const chains: string[][] = [];
      const loop = newLoop();
      function* main(): Generator<unknown, void, unknown> {
        chains.push(chainOf(task));
      }
      const task: Task = loop.createTask(main());
      chains.push(chainOf(task));
      loop.runUntilComplete(task);
      chains.push(chainOf(task));
      expect(chains).to.deep.equal([[], [], []]);
    });
  });

  describe('of what is no coroutine', () => {
    it('is empty', () => {
      const others = [newLoop().createFuture(), Promise.resolve()] as unknown as Generator[];
      expect(others.map((other) => host.chainOf(other))).to.deep.equal([[], []]);
    });
  });

  describe('of what was suspended while nobody watched', () => {
    it('is empty', () => {
      host.unwatch();
      const task = begun(root());
      host.watch();
      expect(chainOf(task)).to.deep.equal([]);
    });
  });

  describe('of two tasks of one function', () => {
    it('tells where each is', () => {
      function* steps(n: number): Generator<unknown, void, unknown> {
        if (n === 1)
          yield* sleep(1); // one
        else yield* sleep(2); // two
      }
      const tasks = [1, 2].map((n) => begun(steps(n)));
      expect(tasks.map(chainOf)).to.deep.equal([[`steps:${at('one')}`], [`steps:${at('two')}`]]);
    });
  });

  describe('asked again', () => {
    it('gives the same: to look changes nothing', () => {
      const task = begun(root());
      expect(chainOf(task)).to.deep.equal(chainOf(task));
      newLoop().runUntilComplete(task);
      expect(task.done()).to.equal(true);
    });
  });
});
