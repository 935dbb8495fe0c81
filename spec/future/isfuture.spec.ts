import { expect } from 'chai';
import { Awaitable, coroutine, EventLoop, ensureFuture, Future, isfuture, sleep } from '../../lib';
import { Log } from '../support';

/** A future by its behaviour alone: it wraps one, and is none. */
class Duck<T> {
  asyncioFutureBlocking = false;
  constructor(private readonly inner: Future<T>) {}
  getLoop(): unknown {
    return this.inner.getLoop();
  }
  done(): boolean {
    return this.inner.done();
  }
  result(): T {
    return this.inner.result();
  }
  cancel(message?: unknown): boolean {
    return this.inner.cancel(message);
  }
  addDoneCallback(callback: (duck: this) => void, options: { context: never }): void {
    this.inner.addDoneCallback(() => callback(this), options);
  }
  *[Symbol.iterator](): Generator<unknown, T, unknown> {
    if (!this.done()) {
      this.asyncioFutureBlocking = true;
      yield this;
    }
    return this.result();
  }
}

describe('isfuture', () => {
  it('is true of futures and tasks, and of what extends them', () => {
    const loop = new EventLoop();
    class Promised extends Future {}
    const futures = [loop.createFuture(), loop.createTask(sleep(1)), new Promised(loop)];
    expect(futures.map(isfuture)).to.deep.equal([true, true, true]);
  });

  it('is true of what says that it is one', () => {
    expect(isfuture(new Duck(new EventLoop().createFuture()))).to.equal(true);
  });

  it('is false of what only has the mark, without a value', () => {
    expect([{ asyncioFutureBlocking: null }, { asyncioFutureBlocking: undefined }].map(isfuture)).to.deep.equal([
      false,
      false,
    ]);
  });

  it('is false of coroutines, promises, classes and other things', () => {
    class Own extends Awaitable<void> {
      *[Symbol.iterator](): Generator<unknown, void, unknown> {}
    }
    const others = [sleep(1), Promise.resolve(), Future, new Own(), 5, null, undefined];
    expect(others.map(isfuture)).to.deep.equal(others.map(() => false));
  });
});

describe('What says that it is a future', () => {
  it('is given back by ensureFuture as it is', () => {
    const duck = new Duck(new EventLoop().createFuture());
    expect(ensureFuture(duck as never)).to.equal(duck);
  });

  it('is waited for by a task, and cancelled with it', () => {
    const loop = new EventLoop();
    const log = new Log(loop);
    const [first, second] = [loop.createFuture<string>(), loop.createFuture<string>()];
    const main = coroutine(function* () {
      log.note(yield* new Duck(first));
      yield* new Duck(second);
    });
    const task = loop.createTask(main());
    loop.callLater(1, () => first.setResult('result'));
    loop.callLater(2, () => task.cancel());
    expect(() => loop.runUntilComplete(task)).to.throw();
    expect(log.entries).to.deep.equal(['result@1']);
    expect([second.cancelled(), task.cancelled(), loop.time()]).to.deep.equal([true, true, 2]);
  });
});
