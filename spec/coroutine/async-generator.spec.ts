import { expect } from 'chai';
import { AsyncGenerator as AsyncGen, coroutine, EventLoop, sleep } from '../../lib';
import { Log, thrownBy } from '../support';

describe('for await', () => {
  let loop: EventLoop;
  let log: Log;

  async function* countdown(n: number, delay = 1): AsyncGenerator<number> {
    try {
      for (; n > 0; n--) {
        await sleep(delay);
        yield n;
      }
    } finally {
      log.note('cleans up');
    }
  }

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  const run = (body: () => Promise<void>): string[] => {
    loop.runUntilComplete(body());
    return log.entries;
  };

  it('goes through what an async function* yields, which may await in between', () => {
    const entries = run(async () => {
      for await (const n of countdown(3)) log.note(`${n}`);
    });
    expect(entries).to.deep.equal(['3@1', '2@2', '1@3', 'cleans up@3']);
  });

  it('runs nothing before it begins', () => {
    const entries = run(async () => {
      const numbers = countdown(1);
      await sleep(5);
      for await (const n of numbers) log.note(`${n}`);
    });
    expect(entries).to.deep.equal(['1@6', 'cleans up@6']);
  });

  it('closes the generator when it is left by break, by return or by an error', () => {
    const early = async (): Promise<number> => {
      for await (const n of countdown(3)) return n;
      return 0;
    };
    const entries = run(async () => {
      for await (const _ of countdown(3)) break;
      log.note(`${await early()}`);
      try {
        for await (const _ of countdown(3)) throw new Error('from the loop');
      } catch (error) {
        log.note((error as Error).message);
      }
    });
    expect(entries).to.deep.equal(['cleans up@1', 'cleans up@2', '3@2', 'cleans up@3', 'from the loop@3']);
  });

  it('throws what the generator throws', () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new RangeError('from the generator');
    }
    const entries = run(async () => {
      try {
        for await (const n of failing()) log.note(`${n}`);
      } catch (error) {
        log.note((error as Error).message);
      }
    });
    expect(entries).to.deep.equal(['1@0', 'from the generator@0']);
  });

  it('throws into the generator where its task is cancelled while the generator awaits', () => {
    const task = loop.createTask(
      (async () => {
        for await (const n of countdown(3, 2)) log.note(`${n}`);
      })(),
    );
    loop.callLater(3, () => task.cancel());
    expect(thrownBy(() => loop.runUntilComplete(task)).name).to.equal('CancelledError');
    expect(log.entries).to.deep.equal(['3@2', 'cleans up@3']);
  });

  it("throws Python's TypeError for what is not asynchronously iterable", () => {
    const iterate = async (iterable: unknown): Promise<void> => {
      for await (const _ of iterable as AsyncIterable<unknown>);
    };
    const texts = [[1], 5, null].map((value) => String(thrownBy(() => loop.runUntilComplete(iterate(value)))));
    expect(texts).to.deep.equal([
      "TypeError: 'async for' requires an object with __aiter__ method, got Array",
      "TypeError: 'async for' requires an object with __aiter__ method, got number",
      "TypeError: 'async for' requires an object with __aiter__ method, got null",
    ]);
  });

  it('takes any object with a Symbol.asyncIterator whose next() can be awaited', () => {
    const twice = {
      [Symbol.asyncIterator]: () => {
        let n = 0;
        const next = coroutine(function* () {
          n += 1;
          yield* sleep(1);
          return n > 2 ? { done: true, value: undefined } : { done: false, value: n };
        });
        return { next } as unknown as AsyncIterator<number>;
      },
    };
    const entries = run(async () => {
      for await (const n of twice) log.note(`${n}`);
    });
    expect(entries).to.deep.equal(['1@1', '2@2']);
  });
});

describe('async function*', () => {
  const loop = new EventLoop();
  const collect = async (generator: AsyncIterable<unknown>): Promise<unknown[]> => {
    const values: unknown[] = [];
    for await (const value of generator) values.push(value);
    return values;
  };

  it('gives an asynchronous generator that knows its name', () => {
    async function* numbers() {}
    const generator: unknown = numbers();
    expect(generator).to.be.instanceOf(AsyncGen);
    expect(String(generator)).to.equal('<async_generator object numbers>');
  });

  it('has `this`, default parameters and rest parameters', () => {
    class Range {
      constructor(readonly from: number) {}
      async *to(end = this.from + 1, ...more: number[]): AsyncGenerator<number> {
        for (let n = this.from; n <= end; n++) yield n;
        for (const n of more) yield n;
      }
    }
    expect(loop.runUntilComplete(collect(new Range(1).to()))).to.deep.equal([1, 2]);
    expect(loop.runUntilComplete(collect(new Range(1).to(2, 9)))).to.deep.equal([1, 2, 9]);
  });

  it('awaits what it yields, where that can be awaited, as JavaScript has it', () => {
    async function* results(): AsyncGenerator<unknown> {
      yield sleep(1, 'a coroutine');
      yield 'a value';
    }
    expect(loop.runUntilComplete(collect(results()))).to.deep.equal(['a coroutine', 'a value']);
  });

  describe('with yield*', () => {
    const values: string[] = [];
    async function* inner(): AsyncGenerator<number, string> {
      try {
        yield 1;
        await sleep(1);
        yield 2;
        return 'result';
      } catch (error) {
        values.push((error as Error).message);
        yield 3;
        return 'recovered';
      } finally {
        values.push('inner cleans up');
      }
    }
    async function* outer(): AsyncGenerator<number | string> {
      yield yield* inner();
    }

    beforeEach(() => {
      values.length = 0;
    });

    it('passes on what another yields, and gives what that returns', () => {
      expect(loop.runUntilComplete(collect(outer()))).to.deep.equal([1, 2, 'result']);
    });

    it('passes on what is thrown', () => {
      const main = async (): Promise<unknown[]> => {
        const generator = outer();
        const first = await generator.next();
        const second = await generator.throw(new Error('ouch'));
        return [first.value, second.value, (await generator.next()).value, values];
      };
      expect(loop.runUntilComplete(main())).to.deep.equal([1, 3, 'recovered', ['ouch', 'inner cleans up']]);
    });

    it('passes on that it is closed', () => {
      const main = async (): Promise<void> => {
        for await (const _ of outer()) break;
      };
      loop.runUntilComplete(main());
      expect(values).to.deep.equal(['inner cleans up']);
    });
  });
});
