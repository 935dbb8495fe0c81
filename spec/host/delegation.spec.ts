import { expect } from 'chai';
import { delegationsFrom, unwatchDelegation, watchDelegation } from '../../lib/host/delegation';

type Steps = Generator<unknown, void, unknown>;

const methods = Object.getPrototypeOf(function* () {}).prototype;

/** What every generator inherits, with how it is defined. */
function inherited(): PropertyDescriptorMap {
  return Object.getOwnPropertyDescriptors(methods);
}

describe('delegationsFrom', () => {
  beforeEach(watchDelegation);
  afterEach(unwatchDelegation);

  function* inner(): Steps {
    yield 'inner';
    yield 'again';
  }
  function* outer(generator: Iterable<unknown>): Steps {
    yield* generator;
    yield 'outer';
  }

  it('gives each generator with the one by which it waits, the outermost first', () => {
    const last = inner();
    const first = outer(last);
    first.next();
    expect(delegationsFrom(first)).to.deep.equal([
      { generator: first, inner: last },
      { generator: last, inner: null },
    ]);
    expect(delegationsFrom(last)).to.deep.equal([{ generator: last, inner: null }]);
  });

  it('gives one that waits by nobody any more alone', () => {
    const first = outer(inner());
    for (let i = 0; i < 3; i++) first.next();
    expect(delegationsFrom(first)).to.deep.equal([{ generator: first, inner: null }]);
  });

  it('gives nothing of one that has not begun, or has ended, in whichever way', () => {
    const [created, returned, closed, failed] = [inner(), inner(), inner(), inner()];
    for (const _ of returned);
    closed.next();
    closed.return(undefined);
    failed.next();
    expect(() => failed.throw(new Error('no'))).to.throw('no');
    expect([created, returned, closed, failed].map(delegationsFrom)).to.deep.equal([[], [], [], []]);
  });

  it('does not take one that is resumed by hand for a delegation', () => {
    function* byHand(generator: Steps): Steps {
      yield generator.next().value;
    }
    const first = byHand(inner());
    first.next();
    expect(delegationsFrom(first)).to.deep.equal([{ generator: first, inner: null }]);
  });

  it('is not misled by an iterator that gives the same object each time', () => {
    const result = { done: false, value: 1 };
    const first = outer({ [Symbol.iterator]: () => ({ next: () => result }) });
    first.next();
    first.next();
    expect(delegationsFrom(first)).to.deep.equal([{ generator: first, inner: null }]);
  });

  it('goes on after an error was caught', () => {
    function* catching(): Steps {
      try {
        yield* inner();
      } catch {
        yield* last;
      }
    }
    const last = inner();
    const first = catching();
    first.next();
    first.throw(new Error('no'));
    expect(delegationsFrom(first).map(({ generator }) => generator)).to.deep.equal([first, last]);
  });
});

describe('watchDelegation', () => {
  it('changes nothing in what generators do', () => {
    function* echo(): Generator<unknown, unknown, unknown> {
      let received: unknown = 'begun';
      for (;;) {
        try {
          received = yield received;
        } catch (error) {
          received = `caught ${error}`;
        } finally {
          received = `${received}!`;
        }
      }
    }
    const run = (): unknown[] => {
      const generator = echo();
      return [generator.next(), generator.next(1), generator.throw('x'), generator.return(2), generator.next()];
    };
    const before = run();
    watchDelegation();
    const watched = run();
    unwatchDelegation();
    expect(watched).to.deep.equal(before);
  });

  it('leaves generators as they were, when as many have ended as begun', () => {
    const before = inherited();
    watchDelegation();
    watchDelegation();
    unwatchDelegation();
    expect(inherited().next).not.to.deep.equal(before.next);
    unwatchDelegation();
    expect(inherited()).to.deep.equal(before);
    unwatchDelegation();
    expect(inherited()).to.deep.equal(before);
  });

  it('keeps, when it ends, what it saw of those that stay where they are', () => {
    function* once(): Steps {
      yield;
    }
    const generator = once();
    watchDelegation();
    generator.next();
    unwatchDelegation();
    expect(delegationsFrom(generator)).to.deep.equal([{ generator, inner: null }]);
  });

  it('forgets one that goes on after it ended', () => {
    function* twice(): Steps {
      yield 1;
      yield 2;
    }
    function* outer(): Steps {
      yield* inner;
    }
    const inner = twice();
    const generator = outer();
    watchDelegation();
    generator.next();
    unwatchDelegation();
    expect(generator.next()).to.deep.equal({ done: false, value: 2 });
    expect(delegationsFrom(inner)).to.deep.equal([]);
  });
});
