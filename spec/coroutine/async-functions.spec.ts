import { expect } from 'chai';
import { CancelledError, Coroutine, createTask, EventLoop, gather, sleep, ValueError } from '../../lib';
import { countIterations, Log, thrownBy } from '../support';

describe('An async function', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('called', () => {
    const hello = async (n: number): Promise<string> => {
      log.note(`begins ${n}`);
      await sleep(n);
      return `hello ${n}`;
    };

    it('gives a coroutine, and runs nothing', () => {
      const call = hello(1) as unknown as Coroutine<string>;
      expect([call instanceof Coroutine, call.state, log.entries]).to.deep.equal([true, 'created', []]);
    });

    it('runs nothing until it is awaited', () => {
      const main = async (): Promise<void> => {
        const call = hello(1);
        await sleep(5);
        log.note(await call);
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['begins 1@5', 'hello 1@6']);
    });

    it('runs nothing until the first step of its task', () => {
      const main = async (): Promise<void> => {
        const task = createTask(hello(1));
        log.note('made');
        log.note(await task);
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['made@0', 'begins 1@0', 'hello 1@1']);
    });

    it('never runs when it is cancelled before its first step', () => {
      const task = loop.createTask(hello(1));
      task.cancel();
      expect(thrownBy(() => loop.runUntilComplete(task))).to.be.instanceOf(CancelledError);
      expect(log.entries).to.deep.equal([]);
    });
  });

  describe('at an await', () => {
    it('takes a future, a task, a coroutine, a generator and the call of another', () => {
      const other = async (): Promise<string> => 'async function';
      function* generator() {
        return 'generator';
      }
      const main = async (): Promise<void> => {
        const future = loop.createFuture<string>();
        loop.callLater(1, () => future.setResult('future'));
        log.note(await future);
        log.note(await createTask(other()));
        log.note(await sleep(1, 'coroutine'));
        log.note((await generator()) as unknown as string);
        log.note(await other());
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal([
        'future@1',
        'async function@1',
        'coroutine@2',
        'generator@2',
        'async function@2',
      ]);
    });

    it('throws there and then for anything else, so that it may be caught', () => {
      const main = async (): Promise<void> => {
        for (const junk of [5, 'text', null, undefined, [sleep(1)], {}]) {
          try {
            await junk;
          } catch (error) {
            log.note(String(error));
          }
        }
      };
      const task = loop.createTask(main());
      expect(countIterations(loop, () => task.done())).to.equal(1);
      expect(log.entries).to.deep.equal([
        "TypeError: object number can't be used in 'await' expression@0",
        "TypeError: object string can't be used in 'await' expression@0",
        "TypeError: object null can't be used in 'await' expression@0",
        "TypeError: object undefined can't be used in 'await' expression@0",
        "TypeError: object Array can't be used in 'await' expression@0",
        "TypeError: object Object can't be used in 'await' expression@0",
      ]);
    });

    it('costs no iteration for the call of another, however deep', () => {
      const deep = async (n: number): Promise<number> => (n === 0 ? 0 : 1 + (await deep(n - 1)));
      const task = loop.createTask(deep(100));
      expect(countIterations(loop, () => task.done())).to.equal(1);
      expect(task.result()).to.equal(100);
    });

    it('costs no iteration for a future that is done', () => {
      const future = loop.createFuture<number>();
      future.setResult(1);
      const main = async (): Promise<number> => (await future) + (await future);
      const task = loop.createTask(main());
      expect(countIterations(loop, () => task.done())).to.equal(1);
    });
  });

  describe('that fails', () => {
    const fail = async (text: string): Promise<never> => {
      await sleep(1);
      throw new ValueError(text);
    };

    it('throws its error where it is awaited', () => {
      const main = async (): Promise<string> => {
        try {
          return await fail('caught');
        } catch (error) {
          return (error as Error).message;
        }
      };
      expect(loop.runUntilComplete(main())).to.equal('caught');
    });

    it('runs the finally blocks on the way, the innermost first', () => {
      const level = async (n: number): Promise<void> => {
        try {
          if (n === 0) await fail('from below');
          await level(n - 1);
        } finally {
          log.note(`level ${n}`);
          await sleep(1);
        }
      };
      expect(thrownBy(() => loop.runUntilComplete(level(2))).message).to.equal('from below');
      expect(log.entries).to.deep.equal(['level 0@1', 'level 1@2', 'level 2@3']);
    });

    it('goes on after a catch', () => {
      const main = async (): Promise<void> => {
        for (const text of ['a', 'b']) {
          try {
            await fail(text);
          } catch (error) {
            log.note((error as Error).message);
          }
        }
        await sleep(1);
        log.note('goes on');
      };
      loop.runUntilComplete(main());
      expect(log.entries).to.deep.equal(['a@1', 'b@2', 'goes on@3']);
    });

    it('may fail before its first await', () => {
      const early = async (): Promise<void> => {
        throw new ValueError('early');
      };
      const call = early();
      expect(thrownBy(() => loop.runUntilComplete(call)).message).to.equal('early');
    });
  });

  describe('that is cancelled', () => {
    it('gets a CancelledError at its await, which it may catch', () => {
      const stubborn = async (): Promise<string> => {
        try {
          await sleep(10);
        } catch (error) {
          log.note((error as Error).name);
        }
        await sleep(1);
        return 'done all the same';
      };
      const task = loop.createTask(stubborn());
      loop.callLater(2, () => task.cancel());
      expect(loop.runUntilComplete(task)).to.equal('done all the same');
      expect(log.entries).to.deep.equal(['CancelledError@2']);
    });
  });

  it('runs beside others', () => {
    const worker = async (name: string, delay: number): Promise<string> => {
      for (let i = 1; i <= 2; i++) {
        await sleep(delay);
        log.note(`${name}${i}`);
      }
      return name;
    };
    const main = async (): Promise<string[]> => await gather([worker('a', 1), worker('b', 1.5)]);
    expect(loop.runUntilComplete(main())).to.deep.equal(['a', 'b']);
    expect(log.entries).to.deep.equal(['a1@1', 'b1@1.5', 'a2@2', 'b2@3']);
  });
});

describe("An async function's parameters", () => {
  const run = <T>(call: Promise<T>): T => new EventLoop().runUntilComplete(call);

  class Counter {
    constructor(private readonly count: number) {}
    async plus(n = 1): Promise<number> {
      await sleep(0);
      return this.count + n;
    }
    readonly minus = async (n: number): Promise<number> => this.count - n;
  }

  class Doubled extends Counter {
    override async plus(n = 1): Promise<number> {
      return 2 * (await super.plus(n));
    }
  }

  it('have `this`: in methods, in arrow functions, and in methods that call super', () => {
    expect(run(new Counter(41).plus(2))).to.equal(43);
    expect(run(new Counter(41).minus(1))).to.equal(40);
    expect(run(new Doubled(20).plus())).to.equal(42);
  });

  it('may have defaults, which may use the parameters before', () => {
    const sum = async (a: number, b = a * 2): Promise<number> => a + b;
    expect([run(sum(1)), run(sum(1, 5))]).to.deep.equal([3, 6]);
  });

  it('may be destructured, and gathered as a rest', () => {
    const sum = async ({ a }: { a: number }, ...rest: number[]): Promise<number> => rest.reduce((x, y) => x + y, a);
    expect(run(sum({ a: 1 }, 2, 3))).to.equal(6);
  });

  it('are in `arguments`', () => {
    async function count(..._args: unknown[]): Promise<number> {
      await sleep(0);
      // biome-ignore lint/complexity/noArguments: the subject
      return arguments.length;
    }
    expect(run(count('a', 'b', 'c'))).to.equal(3);
  });
});
