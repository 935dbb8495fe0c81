import { expect } from 'chai';
import {
  type AwaitableLike,
  asCompleted,
  type Coroutine,
  coroutine,
  createTask,
  EventLoop,
  repr,
  sleep,
} from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

describe('asCompleted', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const worker = coroutine(function* (name: string, delay: number) {
    log.note(`${name} begins`);
    yield* sleep(delay);
    log.note(`${name} ends`);
    return name;
  });

  const echo = async (value: unknown) => value;

  /** The two ways to go through the results, each as an async function. */
  const WAYS: [
    way: string,
    each: (items: Iterable<AwaitableLike<unknown>>, body: (value: unknown) => void) => unknown,
  ][] = [
    [
      'for',
      async (items, body) => {
        for (const next of asCompleted(items)) body(await next);
      },
    ],
    [
      'for await',
      async (items, body) => {
        for await (const future of asCompleted(items)) body(await future);
      },
    ],
  ];

  for (const [way, each] of WAYS) {
    describe(`by \`${way}\``, () => {
      const collect = (items: Iterable<AwaitableLike<unknown>>): unknown[] => {
        const values: unknown[] = [];
        loop.runUntilComplete(each(items, (value) => values.push(value)) as Coroutine<void>);
        return values;
      };

      it('gives the results in the order in which the awaitables end, each as soon as it is there', () => {
        const main = each([worker('c', 0.15), worker('a', 0.01), worker('b', 0.02)], (value) => log.note(`${value}`));
        loop.runUntilComplete(main as Coroutine<void>);
        expect(log.entries.slice(3)).to.deep.equal([
          'a ends@0.01',
          'a@0.01',
          'b ends@0.02',
          'b@0.02',
          'c ends@0.15',
          'c@0.15',
        ]);
      });

      it('gives those that end at the same time in the order in which they were given', () => {
        expect(collect([worker('b', 0.01), worker('c', 0.15), worker('a', 0.01)])).to.deep.equal(['b', 'a', 'c']);
        expect(loop.time()).to.equal(0.15);
      });

      it('gives the result of what is given twice once', () => {
        const ham = echo('ham');
        expect(collect([ham, ham, echo('spam')])).to.deep.equal(['ham', 'spam']);
      });

      it('takes coroutines, generators, tasks and futures together, from any iterable', () => {
        const future = loop.createFuture();
        loop.callLater(3, () => future.setResult('future'));
        function* plain() {
          yield* sleep(2);
          return 'generator';
        }
        const items = new Set<AwaitableLike<unknown>>([
          future,
          plain(),
          loop.createTask(worker('task', 1)),
          echo('async'),
        ]);
        expect(collect(items)).to.deep.equal(['async', 'task', 'generator', 'future']);
      });

      it('gives nothing of nothing, at once', () => {
        expect([collect([]), loop.time()]).to.deep.equal([[], 0]);
      });

      it('takes two iterations to the first result, even where that is there already', () => {
        const future = loop.createFuture<number>();
        future.setResult(1);
        const task = loop.createTask(each([future], () => {}) as Coroutine<void>);
        loop.runOnce();
        expect(countIterations(loop, () => task.done())).to.equal(2);
      });

      it('leaves the awaitables to go on when whoever waits is cancelled', () => {
        const inner = loop.createTask(worker('inner', 2));
        const task = loop.createTask(each([inner], () => {}) as Coroutine<void>);
        loop.callLater(1, () => task.cancel('stop'));
        expect(repr(thrownBy(() => loop.runUntilComplete(task)))).to.equal("CancelledError('stop')");
        expect([loop.runUntilComplete(inner), loop.time()]).to.deep.equal(['inner', 2]);
      });
    });
  }

  it('begins all of them at the call, in their order, before anybody asks for a result', () => {
    const main = async () => {
      asCompleted([worker('a', 2), worker('b', 1)]);
      log.note('called');
      await sleep(0);
      log.note('main');
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['called@0', 'a begins@0', 'b begins@0', 'main@0']);
  });

  describe('left half-way', () => {
    it('goes on with the rest in another `for`', () => {
      const main = async () => {
        const results = asCompleted([0, 1, 2, 3].map(echo));
        const got: unknown[] = [];
        for (const next of results) {
          got.push(await next);
          if (got.length === 2) break;
        }
        got.push('left');
        for (const next of results) got.push(await next);
        return got;
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([0, 1, 'left', 2, 3]);
    });

    it('goes on with the rest in another `for await`', () => {
      const main = async () => {
        const futures = asCompleted([0, 1, 2, 3].map(echo));
        const got: unknown[] = [];
        for await (const future of futures) {
          got.push(await future);
          if (got.length === 2) break;
        }
        got.push('left');
        for await (const future of futures) got.push(await future);
        return got;
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([0, 1, 'left', 2, 3]);
    });

    it('goes on in the other way', () => {
      const main = async () => {
        const results = asCompleted([worker('c', 3), worker('a', 1), worker('b', 2)]);
        const got: unknown[] = [];
        for (const next of results) {
          got.push(`for ${await next}`);
          break;
        }
        for await (const future of results) {
          got.push(`for await ${await future}`);
          break;
        }
        for (const next of results) got.push(`for ${await next}`);
        return [...got, [...results].length];
      };
      expect(loop.runUntilComplete(main())).to.deep.equal(['for a', 'for await b', 'for c', 0]);
    });

    it('lets those that nobody asks for go on', () => {
      const main = async () => {
        const task = createTask(worker('a', 1));
        asCompleted([task]);
        return await task;
      };
      expect([loop.runUntilComplete(main()), loop.time()]).to.deep.equal(['a', 1]);
    });
  });
});
