import { expect } from 'chai';
import {
  asyncWith,
  coroutine,
  createTask,
  EventLoop,
  ensureFuture,
  gather,
  run,
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

const ADVICE =
  /: it is a native promise, which only the host's scheduler can fulfil\. .*tsconfig\.json.*"target": "ES2016".*"noEmitHelpers": true.*$/;

describe('A native promise', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
  });

  /** What `body` throws in a coroutine. */
  const thrownIn = (body: () => Generator<unknown, unknown, unknown>): Error =>
    thrownBy(() => loop.runUntilComplete(body()));

  const expectAdvice = (error: Error, name: string, text: string): void => {
    expect(error.name).to.equal(name);
    expect(error.message.replace(ADVICE, '')).to.equal(text);
    expect(error.message).to.match(ADVICE);
  };

  describe('is refused with what happened and what to do', () => {
    it('by runUntilComplete', () => {
      const error = thrownBy(() => loop.runUntilComplete(nativeFunction()));
      expectAdvice(error, 'TypeError', 'An asyncio.Future, a coroutine or an awaitable is required');
    });

    it('by run', () => {
      const error = thrownBy(() => run(nativeFunction()));
      expectAdvice(error, 'ValueError', 'a coroutine was expected, got <Promise object>');
    });

    it('by createTask', () => {
      const error = thrownIn(function* () {
        createTask(nativeFunction());
      });
      expectAdvice(error, 'TypeError', 'a coroutine was expected, got <Promise object>');
      expect(thrownBy(() => loop.createTask(nativeFunction())).message).to.match(ADVICE);
    });

    it('by await', () => {
      const main = async (): Promise<number> => await nativeFunction();
      const error = thrownBy(() => loop.runUntilComplete(main()));
      expectAdvice(error, 'TypeError', "object Promise can't be used in 'await' expression");
    });

    it('by yield, inside the coroutine', () => {
      const error = thrownIn(function* () {
        yield nativeFunction();
      });
      expectAdvice(error, 'RuntimeError', 'Task got bad yield: <Promise object>');
    });

    it('by gather, wait, waitFor, shield, ensureFuture and asyncWith', () => {
      const promise = nativeFunction();
      const errors = [
        thrownIn(function* () {
          yield* gather([sleep(1), promise]);
        }),
        thrownIn(function* () {
          yield* wait([promise]);
        }),
        thrownIn(function* () {
          yield* waitFor(promise, 1);
        }),
        thrownIn(function* () {
          yield* waitFor(promise, 0);
        }),
        thrownIn(function* () {
          yield* shield(promise);
        }),
        thrownBy(() => ensureFuture(promise, { loop })),
        thrownIn(function* () {
          yield* asyncWith(timeout(1), nativeFunction);
        }),
      ];
      for (const error of errors) expectAdvice(error, 'TypeError', error.message.replace(ADVICE, ''));
    });

    it('by for await, over an asynchronous generator of V8', () => {
      const numbers: () => AsyncIterable<number> = new Function('return async function* () { yield 1; }')();
      const main = async (): Promise<void> => {
        for await (const _ of numbers());
      };
      expect(thrownBy(() => loop.runUntilComplete(main())).message).to.match(ADVICE);
    });

    it('by an asynchronous generator that awaits or yields it', () => {
      async function* numbers(): AsyncGenerator<number> {
        yield nativeFunction();
      }
      const main = async (): Promise<void> => {
        for await (const _ of numbers());
      };
      expect(thrownBy(() => loop.runUntilComplete(main())).message).to.match(ADVICE);
    });
  });

  it('is refused also when it is a mere thenable', () => {
    const thenable = { then: () => {} } as unknown as PromiseLike<number>;
    const main = async (): Promise<number> => await thenable;
    expect(thrownBy(() => loop.runUntilComplete(main())).message).to.match(ADVICE);
  });

  it('is refused at once, so that a coroutine may catch the error and go on', () => {
    const main = async (): Promise<string> => {
      try {
        await Promise.resolve(1);
      } catch {
        await sleep(1);
      }
      return 'went on';
    };
    expect(loop.runUntilComplete(main())).to.equal('went on');
  });

  it('is a result like any other', () => {
    const promise = nativeFunction();
    const main = coroutine(function* () {
      return [promise];
    });
    expect(loop.runUntilComplete(main())[0]).to.equal(promise);
  });
});

describe('Native code that awaits', () => {
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
        expect(error.message).to.match(/tsconfig\.json.*"noEmitHelpers": true/);
      }));
  }

  it('a coroutine through Promise.all gets it too', () =>
    Promise.all([sleep(1)]).then(
      () => expect.fail('was fulfilled'),
      (error: Error) => expect(error.message).to.match(/was awaited by native code/),
    ));
});
