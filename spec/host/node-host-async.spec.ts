import { expect } from 'chai';
import { asyncWith, type Coroutine, coroutine, Lock, sleep, type Task } from '../../lib';
import { chainOf, linesMarkedIn, variablesOf, watchedLoop } from './chains';

const at = linesMarkedIn(__filename);

describe('NodeHost.chainOf, of an async function', () => {
  const newLoop = watchedLoop();

  /** A task of `coro`, after its first step. */
  function begun(coro: PromiseLike<unknown> | Coroutine<unknown>): Task {
    const loop = newLoop();
    const task = loop.createTask(coro);
    loop.runOnce();
    return task;
  }

  async function leaf(seconds: number): Promise<void> {
    const text = 'leaf';
    await sleep(seconds, text); // leaf
  }
  const middle = async (n: number): Promise<void> => {
    await leaf(n + 1); // middle
  };
  class Program {
    greeting = 'hello';

    async root(n: number): Promise<string> {
      await middle(n + 1); // root
      return this.greeting;
    }
  }

  it('gives the calls by which it waits, each by the name of the function', () => {
    const chain = chainOf(begun(new Program().root(1)));
    expect(chain).to.deep.equal([`root:${at('root')}`, `middle:${at('middle')}`, `leaf:${at('leaf')}`]);
  });

  it('gives their variables, the parameters first', () => {
    expect(variablesOf(begun(new Program().root(1)))).to.deep.equal([
      ['this = <Program object>', 'n = 1'],
      ['n = 2'],
      ['seconds = 3', "text = 'leaf'"],
    ]);
  });

  it('gives parameters that the compiler takes apart, and no variable that it made', () => {
    async function work({ a, ...others }: Record<string, number>, b = 2, ...[c]: number[]): Promise<unknown> {
      for (const [key, value] of Object.entries({ x: a })) await sleep(1, [key, value]);
      return [b, c, others];
    }
    const variables = variablesOf(begun(work({ a: 1, z: 26 }, undefined, 3)));
    expect(variables).to.deep.equal([['b = 2', 'a = 1', 'others = {z: 26}', 'c = 3', "key = 'x'", 'value = 1']]);
  });

  it('tells where it is after it went on', () => {
    const twice = async () => {
      await sleep(0); // once
      await sleep(1); // twice
    };
    const task = begun(twice());
    expect(chainOf(task)).to.deep.equal([`twice:${at('once')}`]);
    newLoop().runOnce();
    newLoop().runOnce();
    expect(chainOf(task)).to.deep.equal([`twice:${at('twice')}`]);
  });

  it('tells where it is after an error was thrown into it', () => {
    const work = async () => {
      try {
        await sleep(10);
      } finally {
        await sleep(1); // finally
      }
    };
    const task = begun(work());
    task.cancel();
    newLoop().runOnce();
    newLoop().runOnce();
    expect(chainOf(task)).to.deep.equal([`work:${at('finally')}`]);
  });

  it('follows from generators to async functions, and back', () => {
    const generator = coroutine(function* generator() {
      yield* sleep(1); // generator
    });
    const inner = async () => {
      await generator(); // inner
    };
    const outer = coroutine(function* outer() {
      yield* inner() as unknown as Coroutine<void>; // outer
    });
    const chain = chainOf(begun(outer()));
    expect(chain).to.deep.equal([`outer:${at('outer')}`, `inner:${at('inner')}`, `generator:${at('generator')}`]);
  });

  it('passes through the library to what is awaited by way of it', () => {
    const main = async () => {
      // biome-ignore format: one line for each call
      await asyncWith(new Lock(), async () => { // with
        await sleep(1); // body
      });
    };
    expect(chainOf(begun(main()))).to.deep.equal([`main:${at('with')}`, `<anonymous>:${at('body')}`]);
  });

  describe('that goes through an asynchronous generator', () => {
    async function* numbers(count: number): AsyncGenerator<number> {
      for (let i = 0; i < count; i++) {
        yield i;
        await sleep(1); // numbers
      }
    }
    const sum = async () => {
      let total = 0;
      // biome-ignore format: one line for each
      for await (const n of numbers(2)) { // for
        total += n + 1;
        await sleep(0); // loop
      }
      return total;
    };

    it('leaves that out while it waits for something else', () => {
      expect(chainOf(begun(sum()))).to.deep.equal([`sum:${at('loop')}`]);
    });

    it('has it in while it waits for the next value', () => {
      const task = begun(sum());
      newLoop().runOnce();
      expect(chainOf(task)).to.deep.equal([`sum:${at('for')}`, `numbers:${at('numbers')}`]);
      expect(variablesOf(task)).to.deep.equal([['total = 1'], ['count = 2', 'i = 0']]);
    });
  });
});
