import { expect } from 'chai';
import { coroutine, type Future, sleep } from '../../lib';
import { variablesOf, watchedLoop } from './chains';

type Steps = Generator<unknown, unknown, unknown>;

describe('The variables of a suspended call', () => {
  const newLoop = watchedLoop();

  /** Those of the innermost call, after the first step. */
  function variablesAfterStep(coro: Steps): string[] {
    const task = newLoop().createTask(coro);
    newLoop().runOnce();
    return variablesOf(task).at(-1) ?? [];
  }

  it('are the parameters and the local variables, from the outer blocks inwards', () => {
    function* work(a: number, [b] = [2], ...others: number[]): Steps {
      const c = 'c';
      for (let i = 4; ; i++) {
        const d = { c, i };
        yield [a, b, others, d];
      }
    }
    const variables = variablesAfterStep(work(1, undefined, 3));
    expect(variables).to.deep.equal(['a = 1', 'b = 2', 'others = [3]', "c = 'c'", 'i = 4', "d = {c: 'c', i: 4}"]);
  });

  it('are those of the block where it is, where a name stands for several', () => {
    function* work(): Steps {
      const name = 'outer';
      {
        const name = 'inner';
        yield name;
      }
      return name;
    }
    expect(variablesAfterStep(work())).to.deep.equal(["name = 'inner'"]);
  });

  it('have the error in a catch block', () => {
    function* work(): Generator<unknown, void, unknown> {
      try {
        throw new Error('no');
      } catch (error) {
        yield error;
      }
    }
    expect(variablesAfterStep(work())).to.deep.equal(["error = Error('no')"]);
  });

  it('leave out those that are still to be declared, and so all that hold undefined', () => {
    function* work(): Steps {
      const before = 1;
      const result = yield before;
      const after = 2;
      return [result, after];
    }
    expect(variablesAfterStep(work())).to.deep.equal(['before = 1']);
  });

  it('leave out what is around the function: variables of the module and of other functions, and itself', () => {
    const around = 'around';
    const work = coroutine(function* work(n: number) {
      yield [around, work, sleep];
      return n;
    });
    const task = newLoop().createTask(work(1));
    newLoop().runOnce();
    expect(variablesOf(task)).to.deep.equal([['n = 1']]);
  });

  it('have `this` where it is spoken of', () => {
    class Counter {
      count = 0;
      *silent(): Generator<unknown, void, unknown> {
        yield;
      }
      *speaking(): Generator<unknown, void, unknown> {
        yield this.count;
      }
      toString(): string {
        return `<Counter at ${this.count}>`;
      }
    }
    const counter = new Counter();
    const variables = [counter.silent(), counter.speaking()].map(variablesAfterStep);
    expect(variables).to.deep.equal([[], ['this = <Counter at 0>']]);
  });

  it('tell two tasks of one function apart', () => {
    function* work(name: string, future: Future): Steps {
      yield* future;
      return name;
    }
    const future = newLoop().createFuture();
    const tasks = ['first', 'second'].map((name) => newLoop().createTask(work(name, future)));
    newLoop().runOnce();
    expect(tasks.map((task) => variablesOf(task)[0]?.[0])).to.deep.equal(["name = 'first'", "name = 'second'"]);
  });

  it('are shown as they are now', () => {
    function* work(): Generator<unknown, void, unknown> {
      const list: number[] = [];
      for (;;) {
        yield;
        list.push(list.length);
      }
    }
    const task = newLoop().createTask(work());
    const seen = [1, 2, 3].map(() => {
      newLoop().runOnce();
      return variablesOf(task)[0];
    });
    expect(seen).to.deep.equal([['list = []'], ['list = [0]'], ['list = [0, 1]']]);
  });

  it('are left out of all calls but the twenty innermost', () => {
    function* work(n: number): Generator<unknown, void, unknown> {
      if (n > 0) yield* work(n - 1);
      else yield;
    }
    const task = newLoop().createTask(work(24));
    newLoop().runOnce();
    const counts = variablesOf(task).map((variables) => variables.length);
    expect(counts).to.deep.equal([...Array(5).fill(0), ...Array(20).fill(1)]);
  });
});
