import { expect } from 'chai';
import {
  asyncWith,
  coroutine,
  createTask,
  EventLoop,
  ensureFuture,
  gather,
  getAwaitable,
  shield,
  sleep,
  timeout,
  wait,
  waitFor,
} from '../../lib';
import { thrownBy } from '../support';

/** Not compiled for this library: V8 runs it. */
const nativeFunction: () => Promise<number> = new Function('return async () => 1')();
/** Awaits its argument in V8's way. */
const nativeAwait: (awaitable: unknown) => Promise<unknown> = new Function('return async (x) => await x')();
const nativeNumbers: () => AsyncIterable<number> = new Function('return async function* () { yield 1; yield 2; }')();

describe('A native promise', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  describe('is taken wherever something is awaited', () => {
    it('by await, in an async function that was compiled for this library', () => {
      const main = async (): Promise<number> => (await nativeFunction()) + (await Promise.resolve(2));
      expect(loop.runUntilComplete(main())).to.equal(3);
    });

    it('by getAwaitable, in a generator', () => {
      function* main() {
        return yield* getAwaitable(nativeFunction());
      }
      expect(loop.runUntilComplete(main())).to.equal(1);
    });

    it('by createTask, gather, wait, waitFor, shield, ensureFuture and asyncWith', () => {
      const main = async (): Promise<unknown[]> => [
        await createTask(nativeFunction()),
        await gather([sleep(1), nativeFunction()]),
        (await wait([nativeFunction()]))[0].size,
        await waitFor(nativeFunction(), 1),
        await shield(nativeFunction()),
        await ensureFuture(nativeFunction()),
        await asyncWith(timeout(1), nativeFunction),
      ];
      expect(loop.runUntilComplete(main())).to.deep.equal([1, [undefined, 1], 1, 1, 1, 1, 1]);
    });

    it('by for await, over an asynchronous generator of V8', () => {
      const main = async (): Promise<number[]> => {
        const numbers: number[] = [];
        for await (const n of nativeNumbers()) numbers.push(n);
        return numbers;
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([1, 2]);
    });

    it('by an asynchronous generator that awaits or yields it', () => {
      async function* numbers(): AsyncGenerator<number> {
        yield nativeFunction();
        yield (await nativeFunction()) + 1;
      }
      const main = async (): Promise<number[]> => {
        const found: number[] = [];
        for await (const n of numbers()) found.push(n);
        return found;
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([1, 2]);
    });
  });

  it('throws what it was rejected with', () => {
    const error = new Error('mine');
    const main = async (): Promise<void> => await Promise.reject(error);
    expect(thrownBy(() => loop.runUntilComplete(main()))).to.equal(error);
  });

  it('may also be a mere thenable', () => {
    const thenable = { then: (resolve: (value: number) => void) => resolve(5) } as PromiseLike<number>;
    const main = async (): Promise<number> => await thenable;
    expect(loop.runUntilComplete(main())).to.equal(5);
  });

  it('is a result like any other', () => {
    const promise = nativeFunction();
    const main = coroutine(function* () {
      return [promise];
    });
    expect(loop.runUntilComplete(main())[0]).to.equal(promise);
  });
});

describe('Native code that awaits outside the event loop', () => {
  const rejection = (awaitable: unknown): Promise<Error> =>
    nativeAwait(awaitable).then(
      () => expect.fail('was fulfilled'),
      (error: Error) => error,
    );
  const asyncFunction = async (): Promise<number> => 1;
  const cases: [string, (loop: EventLoop) => unknown, RegExp][] = [
    ['a coroutine', () => sleep(1), /^<coroutine object sleep> was awaited by native code, outside the event loop/],
    ['the call of an async function', () => asyncFunction(), /^<coroutine object .*> was awaited by native code/],
    ['a future', (loop) => loop.createFuture(), /^<Future pending> was awaited by native code/],
    ['a task', (loop) => loop.createTask(sleep(1), { name: 'T' }), /^<Task pending name='T' .*> was awaited by native/],
  ];

  for (const [what, make, text] of cases) {
    it(`${what} gets a TypeError that says what to do`, () =>
      rejection(make(new EventLoop())).then((error) => {
        expect(error).to.be.instanceOf(TypeError);
        expect(error.message).to.match(text);
        expect(error.message).to.contain('run(main())');
      }));
  }

  it('a coroutine through Promise.all gets it too', () =>
    Promise.all([sleep(1)]).then(
      () => expect.fail('was fulfilled'),
      (error: Error) => expect(error.message).to.match(/was awaited by native code/),
    ));
});
