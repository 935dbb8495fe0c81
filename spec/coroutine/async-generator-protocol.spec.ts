import { expect } from 'chai';
import { type AsyncGenerator as AsyncGen, Coroutine, EventLoop, sleep } from '../../lib';
import { runBriefly, thrownBy } from '../support';

describe('AsyncGenerator', () => {
  let log: string[];
  let loop: EventLoop;

  async function* numbers(): AsyncGenerator<number, void, unknown> {
    try {
      log.push(`sent ${yield 1}`);
      await sleep(1);
      yield 2;
    } catch (error) {
      log.push(`caught ${(error as Error).message}`);
      yield 3;
    } finally {
      log.push('cleans up');
    }
  }

  /** The call of an `async function*`, as what it is. */
  const begin = (body: () => unknown = numbers): AsyncGen<number> => body() as AsyncGen<number>;
  const run = <T>(coro: Coroutine<T>): T => loop.runUntilComplete(coro);

  beforeEach(() => {
    log = [];
    loop = new EventLoop();
  });

  describe('next', () => {
    it('gives a coroutine of the next value', () => {
      const generator = begin();
      expect(generator.next()).to.be.instanceOf(Coroutine);
      expect(run(generator.next())).to.deep.equal({ done: false, value: 1 });
      expect(run(generator.next())).to.deep.equal({ done: false, value: 2 });
      expect(run(generator.next())).to.deep.equal({ done: true, value: undefined });
    });

    it('goes on answering that the generator has ended', () => {
      const generator = begin(async function* () {});
      run(generator.next());
      expect(run(generator.next())).to.deep.equal({ done: true, value: undefined });
    });

    it('makes its argument the value of the yield', () => {
      const generator = begin();
      run(generator.next());
      run(generator.next('a value'));
      expect(log).to.deep.equal(['sent a value']);
    });

    it('throws for an argument before the first yield, and leaves the generator as it was', () => {
      const generator = begin();
      expect(String(thrownBy(() => run(generator.next('early'))))).to.equal(
        "TypeError: can't send non-None value to a just-started async generator",
      );
      expect(run(generator.next()).value).to.equal(1);
    });

    it('throws for an early argument every time', () => {
      const generator = begin();
      thrownBy(() => run(generator.next('early')));
      expect(() => run(generator.next('early'))).to.throw(TypeError);
    });
  });

  describe('throw', () => {
    it('throws its error at the yield, and gives the next value', () => {
      const generator = begin();
      run(generator.next());
      expect(run(generator.throw(new Error('ouch')))).to.deep.equal({ done: false, value: 3 });
      expect(log).to.deep.equal(['caught ouch']);
    });

    it('ends a generator that has not begun', () => {
      const generator = begin();
      expect(() => run(generator.throw(new RangeError('ouch')))).to.throw(RangeError, 'ouch');
      expect([run(generator.next()).done, log]).to.deep.equal([true, []]);
    });
  });

  describe('aclose', () => {
    it('runs the finally blocks, which may await', () => {
      const generator = begin(async function* () {
        try {
          yield 1;
        } finally {
          await sleep(5);
          log.push(`cleans up@${loop.time()}`);
        }
      });
      run(generator.next());
      expect(run(generator.aclose()).done).to.equal(true);
      expect(log).to.deep.equal(['cleans up@5']);
    });

    it('runs nothing of a generator that has not begun, and ends it', () => {
      const generator = begin();
      run(generator.aclose());
      expect([run(generator.next()).done, log]).to.deep.equal([true, []]);
    });

    it('does nothing to one that has ended', () => {
      const generator = begin();
      run(generator.aclose());
      expect(run(generator.aclose()).done).to.equal(true);
    });

    it('throws when a finally block yields', () => {
      const generator = begin(async function* () {
        try {
          yield 1;
        } finally {
          yield 2;
        }
      });
      run(generator.next());
      expect(String(thrownBy(() => run(generator.aclose())))).to.equal(
        'RuntimeError: async generator ignored GeneratorExit',
      );
    });
  });

  describe('with one operation under way', () => {
    const OTHERS: [string, (generator: AsyncGen<number>) => Coroutine<unknown>][] = [
      ['anext', (generator) => generator.next()],
      ['athrow', (generator) => generator.throw(new Error('ouch'))],
      ['aclose', (generator) => generator.aclose()],
    ];

    for (const [name, operation] of OTHERS) {
      it(`refuses ${name}, and goes on unharmed`, () => {
        const generator = begin();
        run(generator.next());
        const first = loop.createTask(generator.next());
        runBriefly(loop, 2);
        expect(String(thrownBy(() => run(operation(generator))))).to.equal(
          `RuntimeError: ${name}(): asynchronous generator is already running`,
        );
        expect(loop.runUntilComplete(first).value).to.equal(2);
      });
    }

    it('is closed with that operation: the body ends at its await', () => {
      const generator = begin(async function* () {
        try {
          await sleep(1);
          log.push('never');
          yield 1;
        } finally {
          log.push('cleans up');
        }
      });
      const closeHalfWay = async (): Promise<IteratorResult<number>> => {
        const operation = generator.next();
        operation.send(undefined);
        operation.close();
        return await generator.next();
      };
      expect(loop.runUntilComplete(closeHalfWay())).to.deep.equal({ done: true, value: undefined });
      expect(log).to.deep.equal(['cleans up']);
    });
  });

  it('refuses that the coroutine of an operation is awaited twice', () => {
    const operation = begin().next();
    run(operation);
    expect(() => run(operation)).to.throw('cannot reuse already awaited');
  });
});
