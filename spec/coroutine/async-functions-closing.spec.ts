import { expect } from 'chai';
import { type Coroutine, coroutine, EventLoop, sleep } from '../../lib';
import { thrownBy } from '../support';

describe('An async function, closed half-way', () => {
  let log: string[];
  /** As what the call of an async function is. */
  const started = (call: Promise<unknown>): Coroutine<unknown> => {
    const coro = call as unknown as Coroutine<unknown>;
    coro.send(undefined);
    return coro;
  };
  const giveWay = coroutine(function* () {
    yield;
  });
  const quick = async (): Promise<string> => 'quick';

  beforeEach(() => {
    log = [];
  });

  it('runs its finally blocks and nothing else', () => {
    const work = async (): Promise<void> => {
      try {
        await giveWay();
        log.push('never');
      } catch {
        log.push('never');
      } finally {
        log.push('cleans up');
      }
      log.push('never');
    };
    const coro = started(work());
    coro.close();
    expect([coro.state, log]).to.deep.equal(['closed', ['cleans up']]);
  });

  it('runs nothing when it has not begun', () => {
    const work = async (): Promise<void> => {
      log.push('never');
    };
    (work() as unknown as Coroutine<void>).close();
    expect(log).to.deep.equal([]);
  });

  it('closes the innermost of those that are awaited first', () => {
    const level = async (n: number): Promise<void> => {
      try {
        await (n === 0 ? giveWay() : level(n - 1));
      } finally {
        log.push(`level ${n}`);
      }
    };
    started(level(2)).close();
    expect(log).to.deep.equal(['level 0', 'level 1', 'level 2']);
  });

  it('may await in its finally blocks what need not wait', () => {
    const work = async (): Promise<void> => {
      try {
        await giveWay();
      } finally {
        log.push(await quick());
        log.push(await quick());
      }
    };
    const coro = started(work());
    coro.close();
    expect([coro.state, log]).to.deep.equal(['closed', ['quick', 'quick']]);
  });

  it('leaves a `for await` and closes what that iterates over', () => {
    async function* numbers(): AsyncGenerator<number> {
      try {
        yield 1;
        yield 2;
      } finally {
        log.push('generator cleans up');
      }
    }
    const work = async (): Promise<void> => {
      for await (const n of numbers()) {
        log.push(`got ${n}`);
        await giveWay();
      }
    };
    started(work()).close();
    expect(log).to.deep.equal(['got 1', 'generator cleans up']);
  });

  it('throws when a finally block waits', () => {
    const work = async (): Promise<void> => {
      try {
        await giveWay();
      } finally {
        await giveWay();
      }
    };
    const coro = started(work());
    expect(String(thrownBy(() => coro.close()))).to.equal('RuntimeError: coroutine ignored GeneratorExit');
  });

  it('throws what a finally block throws', () => {
    const fail = (): never => {
      throw new RangeError('in cleaning up');
    };
    const work = async (): Promise<void> => {
      try {
        await giveWay();
      } finally {
        fail();
      }
    };
    const coro = started(work());
    expect(thrownBy(() => coro.close()).message).to.equal('in cleaning up');
    expect(coro.state).to.equal('closed');
  });

  it('sees at its await what the closing of the innermost throws', () => {
    const inner = coroutine(function* () {
      try {
        yield;
      } finally {
        failInner();
      }
    });
    const failInner = (): never => {
      throw new RangeError('from inside');
    };
    const work = async (): Promise<void> => {
      try {
        await inner();
      } catch (error) {
        log.push((error as Error).message);
      }
    };
    started(work()).close();
    expect(log).to.deep.equal(['from inside']);
  });

  it('calls off the timer of a sleep', () => {
    const loop = new EventLoop();
    const work = async (): Promise<void> => {
      await sleep(10);
    };
    const main = coroutine(function* () {
      started(work()).close();
      yield* sleep(1);
    });
    loop.runUntilComplete(main());
    expect(String(thrownBy(() => loop.runForever()))).to.match(/^DeadlockError: nothing is ready/);
    expect(loop.time()).to.equal(1);
  });
});
