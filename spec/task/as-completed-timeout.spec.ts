import { expect } from 'chai';
import {
  type AsCompleted,
  asCompleted,
  coroutine,
  EventLoop,
  type Future,
  RuntimeError,
  repr,
  setEventLoop,
  sleep,
  type Task,
  TimeoutError,
  type TimerHandle,
  ValueError,
  wait,
} from '../../lib';
import { Log, thrownBy } from '../support';

describe('asCompleted with a timeout', () => {
  let loop: EventLoop;
  let log: Log;
  /** The timers of the delays that `asCompleted` was given. */
  let timers: TimerHandle[];

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    timers = [];
    const { callLater } = loop;
    loop.callLater = (...args: never) => {
      const timer: TimerHandle = Reflect.apply(callLater, loop, args);
      timers.push(timer);
      return timer;
    };
  });

  const tasksOf = (...delays: number[]): Task<string>[] =>
    delays.map((delay, i) => loop.createTask(sleep(delay, 'abc'[i] as string)));

  async function noteBy<T>(way: 'for' | 'for await', results: AsCompleted<T>): Promise<void> {
    if (way === 'for') for (const next of results) await noteOutcome(async () => log.note(`got ${await next}`));
    else
      await noteOutcome(async () => {
        for await (const future of results) log.note(`got ${await future}`);
        log.note('end');
      });
  }

  async function noteOutcome(body: () => Promise<void>): Promise<void> {
    try {
      await body();
    } catch (error) {
      log.note(repr(error));
    }
  }

  it('throws TimeoutError in each coroutine that is still to come, and cancels nothing', () => {
    const tasks = tasksOf(0.1, 0.15, 0.2);
    const main = async () => await noteBy('for', asCompleted(tasks, { timeout: 0.12 }));
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['got a@0.1', 'TimeoutError()@0.12', 'TimeoutError()@0.12']);
    expect(tasks.map((task) => task.done())).to.deep.equal([true, false, false]);
    loop.runUntilComplete(wait(tasks));
    expect(tasks.map((task) => task.result())).to.deep.equal(['a', 'b', 'c']);
  });

  it('throws TimeoutError out of the `for await`, and cancels nothing', () => {
    const tasks = tasksOf(0.1, 0.15);
    const main = async () => await noteBy('for await', asCompleted(tasks, { timeout: 0.12 }));
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['got a@0.1', 'TimeoutError()@0.12']);
    expect(tasks.map((task) => task.done())).to.deep.equal([true, false]);
    loop.runUntilComplete(wait(tasks));
    expect(tasks.map((task) => task.result())).to.deep.equal(['a', 'b']);
  });

  it('throws it again in each further `for await`, once for each that has not ended', () => {
    const main = async () => {
      const futures = asCompleted(tasksOf(1, 3, 4), { timeout: 2 });
      for (let i = 0; i < 3; i++) await noteBy('for await', futures);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['got a@1', 'TimeoutError()@2', 'TimeoutError()@2', 'end@2']);
  });

  it('counts from the call, for all together, however late the results are asked for', () => {
    const main = async () => {
      const results = asCompleted(tasksOf(1, 3, 4), { timeout: 2 });
      await sleep(10);
      await noteBy('for', results);
    };
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['got a@10', 'TimeoutError()@10', 'TimeoutError()@10']);
  });

  for (const way of ['for', 'for await'] as const) {
    it(`gives all by \`${way}\` where they end in time, and calls its timer off with the last of them`, () => {
      const main = async () => {
        const tasks = tasksOf(0.01, 0.02);
        await noteBy(way, asCompleted(tasks, { timeout: 1 }));
      };
      loop.runUntilComplete(main());
      const [timer, ...sleeps] = timers;
      expect(log.entries.slice(0, 2)).to.deep.equal(['got a@0.01', 'got b@0.02']);
      expect([timer?.when(), timer?.cancelled(), sleeps.length, loop.time()]).to.deep.equal([1, true, 2, 0.02]);
    });
  }

  it('of 0 still gives what is done already', () => {
    const [done, pending] = [loop.createFuture<string>(), loop.createFuture<string>()];
    done.setResult('done');
    const main = async () => await noteBy('for', asCompleted([done, pending], { timeout: 0 }));
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['got done@0', 'TimeoutError()@0']);
  });

  it('throws a TimeoutError without a text', () => {
    const main = coroutine(function* () {
      const [next] = asCompleted([loop.createFuture()], { timeout: 1 });
      yield* next as Iterable<unknown>;
    });
    const error = thrownBy(() => loop.runUntilComplete(main()));
    expect([error instanceof TimeoutError, error.message]).to.deep.equal([true, '']);
  });

  it('sets no timer for nothing, nor where there is no timeout', () => {
    const main = async () => [
      ...asCompleted([], { timeout: 5 }),
      ...asCompleted([loop.createFuture()], { timeout: null }),
    ];
    expect((loop.runUntilComplete(main()) as unknown[]).length).to.equal(1);
    expect(timers).to.deep.equal([]);
  });
});

describe('asCompleted, given what it cannot go through', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    setEventLoop(null);
  });

  const worker = coroutine(function* () {
    yield* sleep(1);
    return 42;
  });

  /** What `asCompleted(argument)` throws, in a running loop. */
  const refusal = (argument: unknown): Error => {
    const main = async () => thrownBy(() => asCompleted(argument as never[]));
    return loop.runUntilComplete(main()) as unknown as Error;
  };

  it('refuses a single future, task or coroutine at the call, loop or no loop', () => {
    for (const [single, type] of [
      [loop.createFuture(), 'Future'],
      [loop.createTask(worker()), 'Task'],
      [worker(), 'Coroutine'],
    ] as const) {
      const errors = [refusal(single), thrownBy(() => asCompleted(single as never))];
      for (const error of errors) {
        expect(error).to.be.an.instanceOf(TypeError);
        expect(error.message).to.equal(`expects an iterable of awaitables, not ${type}`);
      }
    }
  });

  it('refuses it where a `for await` would begin', () => {
    const throughAll = async (single: unknown) => {
      for await (const future of asCompleted(single as never)) return future;
      return undefined;
    };
    for (const single of [loop.createFuture(), worker()]) {
      expect(() => loop.runUntilComplete(throughAll(single))).to.throw(TypeError, 'expects an iterable of awaitables');
    }
  });

  it('refuses a single plain generator, and what is no list', () => {
    function* plain() {
      yield* sleep(1);
    }
    for (const argument of [plain(), 5, null]) expect(refusal(argument)).to.be.an.instanceOf(TypeError);
  });

  it('refuses junk among the awaitables, and a future of another loop', () => {
    const errors = [refusal([5]), refusal([new EventLoop().createFuture()])];
    expect(errors.map((error) => [error.constructor, error.message])).to.deep.equal([
      [TypeError, 'An asyncio.Future, a coroutine or an awaitable is required'],
      [ValueError, 'The future belongs to a different loop than the one specified as the loop argument'],
    ]);
  });

  it('needs a loop, even for coroutines that it has only to begin', () => {
    const coro = worker();
    const error = thrownBy(() => [...asCompleted([coro])]);
    expect(error).to.be.an.instanceOf(RuntimeError);
    expect([error.message, coro.state]).to.deep.equal([
      "There is no current event loop in thread 'MainThread'.",
      'created',
    ]);
  });

  it('takes the loop that runs', () => {
    const main = async () => {
      const [next, ...more] = [...asCompleted([worker()])];
      return [more.length, await next];
    };
    expect(loop.runUntilComplete(main())).to.deep.equal([0, 42]);
  });

  it('takes the current loop where none runs', () => {
    setEventLoop(loop);
    const [next] = asCompleted([worker()]);
    setEventLoop(null);
    expect(loop.runUntilComplete(next as unknown as Future<number>)).to.equal(42);
  });
});
