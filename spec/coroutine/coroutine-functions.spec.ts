import { expect } from 'chai';
import {
  type Coroutine,
  type CoroutineFunction,
  coroutine,
  createTask,
  EventLoop,
  gather,
  iscoroutine,
  iscoroutinefunction,
  sleep,
} from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

/** Not compiled for this library: V8 runs it. */
const nativeGenerator: unknown = new Function('return async function* numbers() {}')();

describe('coroutine', () => {
  const hello = coroutine(function* hello(n: number, greeting = 'hello') {
    yield* sleep(n);
    return `${greeting} ${n}`;
  });

  it('makes a function whose call gives a Coroutine', () => {
    const coro = hello(1);
    expect([iscoroutine(coro), coro.state]).to.deep.equal([true, 'created']);
  });

  it('passes the arguments on', () => {
    expect(new EventLoop().runUntilComplete(hello(1, 'bye'))).to.equal('bye 1');
  });

  it('passes `this` on', () => {
    const counter = {
      count: 41,
      next: coroutine(function* (this: { count: number }) {
        this.count += 1;
        return this.count;
      }),
    };
    expect(new EventLoop().runUntilComplete(counter.next())).to.equal(42);
  });

  it("keeps the function's name", () => {
    expect([hello.name, String(hello(1))]).to.deep.equal(['hello', '<coroutine object hello>']);
  });

  it('makes a new coroutine at every call', () => {
    const main = async (): Promise<string[]> => await gather([hello(1), hello(2)]);
    expect(new EventLoop().runUntilComplete(main())).to.deep.equal(['hello 1', 'hello 2']);
  });

  it('takes any function that gives what can be awaited, and calls it at the first step', () => {
    const given: string[] = [];
    const call = coroutine((text: string) => {
      given.push(text);
      return hello(1, text);
    });
    const coro = call('bye');
    expect(given).to.deep.equal([]);
    expect(new EventLoop().runUntilComplete(coro)).to.equal('bye 1');
  });

  it('says of a function that gives anything else what that was, when it is awaited', () => {
    const coro = coroutine(() => 5 as never)();
    const error = thrownBy(() => new EventLoop().runUntilComplete(coro));
    expect(String(error)).to.equal("TypeError: object number can't be used in 'await' expression");
  });

  it('throws for what is no function, and for one that makes an asynchronous generator', () => {
    const given = [nativeGenerator, 5, undefined];
    const texts = given.map((value) => String(thrownBy(() => coroutine(value as never))));
    expect(texts).to.deep.equal([
      'TypeError: coroutine() expects a generator function or an async function, got <function numbers>',
      'TypeError: coroutine() expects a generator function or an async function, got 5',
      'TypeError: coroutine() expects a generator function or an async function, got undefined',
    ]);
  });

  it('adds no iteration, however deep the calls are', () => {
    const deep: CoroutineFunction<void, [n: number], number> = coroutine(function* (n: number) {
      return n === 0 ? 0 : 1 + (yield* deep(n - 1));
    });
    const loop = new EventLoop();
    const task = loop.createTask(deep(100));
    expect(countIterations(loop, () => task.done())).to.equal(1);
    expect(task.result()).to.equal(100);
  });
});

describe('A plain generator', () => {
  function* hello(n: number): Generator<unknown, string, unknown> {
    yield* sleep(n);
    return `hello ${n}`;
  }

  it('is accepted by runUntilComplete, createTask and gather, and by yield* and await', () => {
    const loop = new EventLoop();
    const log = new Log(loop);
    const generators = coroutine(function* () {
      log.note(yield* hello(1));
      log.note(yield* createTask(hello(2)));
      log.note(String(yield* gather([hello(3), hello(4)])));
    });
    const functions = async (): Promise<void> => {
      log.note((await hello(5)) as unknown as string);
    };
    log.note(loop.runUntilComplete(hello(0)));
    loop.runUntilComplete(generators());
    loop.runUntilComplete(functions());
    expect(log.entries).to.deep.equal(['hello 0@0', 'hello 1@1', 'hello 2@3', 'hello 3,hello 4@7', 'hello 5@12']);
  });

  it('is refused to a second task: it may be awaited only once', () => {
    const loop = new EventLoop();
    const generator = hello(1);
    loop.runUntilComplete(generator);
    expect(String(thrownBy(() => loop.createTask(generator)))).to.equal(
      'RuntimeError: cannot reuse already awaited coroutine',
    );
  });
});

describe('iscoroutine', () => {
  function* generatorFunction() {}
  const asyncFunction = async (): Promise<void> => {};
  async function* asyncGenerator() {}

  it('is true of a Coroutine, the call of an async function, and a generator', () => {
    const made = [sleep(1), asyncFunction(), generatorFunction()];
    expect(made.map(iscoroutine)).to.deep.equal([true, true, true]);
  });

  it('is false of futures, tasks, functions, asynchronous generators, promises and other things', () => {
    const loop = new EventLoop();
    const task = loop.createTask(asyncFunction());
    const others = [loop.createFuture(), task, sleep, generatorFunction, asyncGenerator(), Promise.resolve(), [], null];
    expect(others.map(iscoroutine)).to.deep.equal(others.map(() => false));
  });
});

describe('iscoroutine, of a look-alike', () => {
  class LookAlike {
    send(): void {}
    throw(): void {}
    close(): void {}
    *[Symbol.iterator](): Generator<unknown, void, unknown> {
      yield;
    }
  }

  it('is false, where Python says true: no task could drive it', () => {
    expect(iscoroutine(new LookAlike())).to.equal(false);
    const text = /^a coroutine was expected, got /;
    expect(thrownBy(() => new EventLoop().createTask(new LookAlike() as never)).message).to.match(text);
  });
});

describe('iscoroutinefunction', () => {
  class Greeter {
    greeting = 'hello';
    async greet(name = 'you'): Promise<string> {
      return `${this.greeting} ${name}`;
    }
    static async all(...names: string[]): Promise<number> {
      return names.length;
    }
  }

  class Shouter extends Greeter {
    override async greet(name = 'you'): Promise<string> {
      return `${await super.greet(name)}!`;
    }
  }

  it('is true of a coroutine(…) and of a generator function', () => {
    expect([sleep, function* () {}].map(iscoroutinefunction)).to.deep.equal([true, true]);
  });

  it('is true of async functions, arrow functions and methods', () => {
    async function declared(): Promise<void> {}
    const arrow = async (): Promise<void> => {};
    const destructuring = async ({ a }: { a: number }, ...rest: number[]): Promise<number> => a + rest.length;
    const functions = [declared, arrow, destructuring, new Greeter().greet, Greeter.all];
    expect(functions.map(iscoroutinefunction)).to.deep.equal([true, true, true, true, true]);
  });

  it('is true of an async method that calls super', () => {
    expect(iscoroutinefunction(new Shouter().greet)).to.equal(true);
  });

  it('is true of an async function that looks at its arguments', () => {
    async function counting(..._args: unknown[]): Promise<number> {
      // biome-ignore lint/complexity/noArguments: what is compiled differently
      return arguments.length;
    }
    expect(iscoroutinefunction(counting)).to.equal(true);
  });

  it('is false of other functions, also where they hold an async function', () => {
    const returning = (): unknown => {
      const inner = async (): Promise<void> => {};
      return inner();
    };
    async function* asyncGenerator() {}
    expect([() => 1, returning, asyncGenerator, Greeter].map(iscoroutinefunction)).to.deep.equal([
      false,
      false,
      false,
      false,
    ]);
  });

  it('is false of what is no function: of a coroutine, too', () => {
    const coro: Coroutine<void> = sleep(1);
    expect([coro, 5, null].map(iscoroutinefunction)).to.deep.equal([false, false, false]);
  });
});
