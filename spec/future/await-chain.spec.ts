import { expect } from 'chai';
import { type Coroutine, coroutine, EventLoop, type Future } from '../../lib';
import { awaitChain, unseenCalls } from '../../lib/future/await-chain';
import { FutureIterator } from '../../lib/future/future-iterator';

describe('awaitChain', () => {
  const leaf = coroutine(function* leaf(future: Future) {
    return yield* future;
  });
  const middle = coroutine(function* middle(future: Future) {
    return yield* leaf(future);
  });
  function* root(future: Future): Generator<unknown, unknown, unknown> {
    return yield* middle(future);
  }

  let future: Future;

  beforeEach(() => {
    future = new EventLoop().createFuture();
  });

  const suspended = <C extends Coroutine<unknown> | Generator<unknown, unknown, unknown>>(coro: C): C => {
    coro.next();
    future.asyncioFutureBlocking = false;
    return coro;
  };

  it('gives the calls by which a coroutine waits, the outermost first', () => {
    const chain = awaitChain(suspended(root(future)), future);
    expect(chain.map((frame) => frame.name)).to.deep.equal(['root', 'middle', 'leaf']);
    expect(new Set(chain.map((frame) => frame.file))).to.deep.equal(new Set([__filename]));
  });

  it('gives the lines at which they wait', () => {
    const chain = awaitChain(suspended(leaf(future)), future);
    expect(chain.map((frame) => frame.line)).to.deep.equal([8]);
  });

  it('leaves everything as it was: it can be asked again, and the coroutine goes on', () => {
    const coro = suspended(middle(future));
    expect(awaitChain(coro, future)).to.deep.equal(awaitChain(coro, future));
    expect([future.asyncioFutureBlocking, FutureIterator.onSpuriousResume]).to.deep.equal([false, undefined]);
    future.setResult('result');
    expect(coro.send(undefined)).to.deep.equal({ done: true, value: 'result' });
  });

  it('has the calls in between of which those tell who drive them unseen', () => {
    const unseen = [{ name: 'unseen', file: 'elsewhere.js', line: 1, column: 1 }];
    class Driver {
      private readonly awaited = leaf(future);
      [Symbol.iterator](): this {
        return this;
      }
      next(value?: unknown): IteratorResult<unknown> {
        unseenCalls(() => unseen);
        return this.awaited.next(value);
      }
    }
    function* outer(): Generator<unknown, unknown, unknown> {
      return yield* new Driver();
    }
    const chain = awaitChain(suspended(outer()), future);
    expect(chain.map((frame) => frame.name)).to.deep.equal(['outer', 'Driver', 'unseen', 'leaf']);
  });

  it('sees nothing of a chain of async functions', () => {
    const asyncFunction = async (): Promise<unknown> => await future;
    const coro = suspended(asyncFunction() as unknown as Coroutine<unknown>);
    expect(awaitChain(coro, future)).to.deep.equal([]);
  });
});
