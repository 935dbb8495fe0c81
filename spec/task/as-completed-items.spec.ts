import { expect } from 'chai';
import {
  type AwaitableLike,
  asCompleted,
  CancelledError,
  type Coroutine,
  coroutine,
  type DoneFuture,
  EventLoop,
  ensureFuture,
  type Future,
  repr,
  sleep,
  Task,
  ValueError,
  wait,
} from '../../lib';
import { Log } from '../support';
import { recordDeadlines } from './deadlines';

describe('asCompleted, and what it gives', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const worker = coroutine(function* (name: string, delay: number) {
    yield* sleep(delay);
    log.note(`${name} ends`);
    return name;
  });

  const echo = async (value: unknown) => value;

  describe('by `for`: coroutines', () => {
    it('as many as there are awaitables, each a new one', () => {
      const main = async () => {
        const coroutines = [...asCompleted([echo(1), echo(2), echo(3)])];
        for (const each of coroutines) await each;
        return new Set(coroutines).size;
      };
      expect(loop.runUntilComplete(main())).to.equal(3);
    });

    it('of which any one gives the first result, and the next that is awaited the second', () => {
      const main = async () => {
        const [first, second] = [...asCompleted([worker('b', 0.1), worker('a', 0.05)])];
        log.note(`second: ${await second}`);
        log.note(`first: ${await first}`);
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['a ends@0.05', 'second: a@0.05', 'b ends@0.1', 'first: b@0.1']);
    });

    it('that can be made tasks of, and awaited all at once', () => {
      const deadlines = recordDeadlines(loop);
      const main = async () => {
        const coroutines = [...asCompleted([sleep(0.05, 'a'), sleep(0.05, 'b')])];
        const [done] = await wait(coroutines.map((each) => ensureFuture(each)));
        return [...done].map((each) => each.result());
      };
      expect([loop.runUntilComplete(main()), deadlines]).to.deep.equal([
        ['a', 'b'],
        [0.05, 0.05],
      ]);
    });

    it('that need not be awaited: the result goes to the next one', () => {
      const main = coroutine(function* () {
        const [dropped, next] = asCompleted([worker('a', 1), worker('b', 2)]);
        dropped?.close();
        return yield* next as Coroutine<string>;
      });
      expect([loop.runUntilComplete(main()), loop.time()]).to.deep.equal(['a', 1]);
    });

    it('that throw what an awaitable ended with, after which the others follow', () => {
      const future = loop.createFuture<string>();
      loop.callLater(1, () => future.cancel('msg'));
      const failing = async () => {
        await sleep(2);
        throw new ValueError('broken');
      };
      const main = coroutine(function* () {
        for (const next of asCompleted([worker('a', 3), failing(), future])) {
          try {
            log.note(`got ${yield* next}`);
          } catch (error) {
            log.note(repr(error));
          }
        }
      });
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(["CancelledError('msg')@1", "ValueError('broken')@2", 'a ends@3', 'got a@3']);
    });
  });

  describe('by `for await`: futures', () => {
    async function futuresFrom<T>(items: AwaitableLike<T>[]): Promise<DoneFuture<T>[]> {
      const futures: DoneFuture<T>[] = [];
      for await (const future of asCompleted(items)) futures.push(future);
      return futures;
    }

    it('that are the very tasks and futures that were given, and done', () => {
      const [a, b] = [loop.createTask(worker('a', 2)), loop.createFuture<string>()];
      loop.callLater(1, () => b.setResult('b'));
      const futures = loop.runUntilComplete(futuresFrom([a, b]));
      expect([futures, a.done(), b.done()]).to.deep.equal([[b, a], true, true]);
    });

    it('that are new tasks in place of coroutines', () => {
      const coroutines = [echo(0), echo(1)];
      const own = loop.createTask(echo(2));
      const main = async () => await futuresFrom([coroutines[0] as never, own, coroutines[1] as never]);
      const futures = loop.runUntilComplete(main());
      expect(
        futures.map((future) => [future instanceof Task, (future as Task).getCoro(), future.result()]),
      ).to.deep.equal([
        [true, own.getCoro(), 2],
        [true, coroutines[0], 0],
        [true, coroutines[1], 1],
      ]);
      expect(futures[0]).to.equal(own);
    });

    it('that can be waited for all at once, though they are done', () => {
      const main = async () => {
        const futures = await futuresFrom([sleep(0.05, 'a'), sleep(0.05, 'b')]);
        const [done] = await wait(futures.map((each) => each as unknown as Future<string>));
        return [...done].map((each) => each.result());
      };
      expect(loop.runUntilComplete(main())).to.deep.equal(['a', 'b']);
    });

    it('whose exceptions come out where they are awaited, not of the loop over them', () => {
      const failing = async () => {
        throw new ValueError('broken');
      };
      const cancelled = loop.createFuture<void>();
      cancelled.cancel();
      const main = async () => {
        const errors: unknown[] = [];
        for await (const future of asCompleted([failing(), cancelled])) {
          log.note(`done ${future.done()}`);
          try {
            await future;
          } catch (error) {
            errors.push((error as Error).constructor);
          }
        }
        return errors;
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([CancelledError, ValueError]);
      expect(log.entries).to.deep.equal(['done true@0', 'done true@0']);
    });

    it('to a generator, too, which asks for them one by one', () => {
      const main = coroutine(function* () {
        const futures = asCompleted([worker('b', 2), worker('a', 1)])[Symbol.asyncIterator]();
        const names: string[] = [];
        for (;;) {
          const next = yield* futures.next();
          if (next.done) return names;
          names.push(next.value.result());
        }
      });
      expect(loop.runUntilComplete(main())).to.deep.equal(['a', 'b']);
    });
  });
});
