import { inspect } from 'node:util';
import { expect } from 'chai';
import { Awaitable, coroutine, EventLoop, Future, getAwaitable, isawaitable, sleep } from '../../lib';
import { isgenerator, isPromise, notAwaitable } from '../../lib/coroutine/awaitable';
import { Log, thrownBy } from '../support';

/** Waits `delay` seconds, then gives its name. */
class Delay extends Awaitable<string> {
  constructor(readonly delay: number) {
    super();
  }
  *[Symbol.iterator](): Generator<unknown, string, unknown> {
    yield* sleep(this.delay);
    return String(this);
  }
  override toString(): string {
    return `<Delay ${this.delay}>`;
  }
}

/** Says that it is a future, and cannot be awaited. */
class Duck {
  asyncioFutureBlocking = false;
}

describe('Awaitable', () => {
  it('is awaited by yield* and by await', () => {
    const loop = new EventLoop();
    const log = new Log(loop);
    const delay = new Delay(1);
    const generator = coroutine(function* () {
      log.note(yield* delay);
    });
    const asyncFunction = async (): Promise<void> => {
      log.note(await delay);
    };
    loop.runUntilComplete(generator());
    loop.runUntilComplete(asyncFunction());
    expect(log.entries).to.deep.equal(['<Delay 1>@1', '<Delay 1>@2']);
  });

  it('is shown by console.log as by toString', () => {
    expect(inspect(new Delay(1))).to.equal('<Delay 1>');
  });
});

describe('then', () => {
  it('is for native code that awaits, and refuses to chain', () => {
    const error = thrownBy(() => new Delay(1).then(() => {}));
    expect(String(error)).to.equal('TypeError: then() of <Delay 1> is for await: await it, and go on');
  });
});

describe('isawaitable', () => {
  it('is true of coroutines, generators, futures, and objects of classes that extend Awaitable', () => {
    const asyncFunction = async (): Promise<void> => {};
    function* generatorFunction() {}
    const awaitables = [sleep(1), asyncFunction(), generatorFunction(), new EventLoop().createFuture(), new Delay(1)];
    expect(awaitables.map(isawaitable)).to.deep.equal([true, true, true, true, true]);
  });

  it('is true of native promises', () => {
    expect(isawaitable(Promise.resolve())).to.equal(true);
  });

  it('is false of other things, iterable ones among them', () => {
    async function* asyncGenerator() {}
    const others = [5, 'text', null, undefined, [], new Map(), sleep, asyncGenerator()];
    expect(others.map(isawaitable)).to.deep.equal(others.map(() => false));
  });

  it('is false of what says that it is a future, but has no iterator', () => {
    expect(isawaitable(new Duck())).to.equal(false);
  });
});

describe('getAwaitable', () => {
  it('gives what can be awaited as it is', () => {
    const future = new Future(new EventLoop());
    expect(getAwaitable(future)).to.equal(future);
  });

  it("throws Python's TypeError for anything else", () => {
    const others = [5, 'a', null, undefined, [1], { a: 1 }, () => {}, new Duck()];
    const texts = others.map((value) => thrownBy(() => getAwaitable(value as never)).message);
    expect(texts).to.deep.equal([
      "object number can't be used in 'await' expression",
      "object string can't be used in 'await' expression",
      "object null can't be used in 'await' expression",
      "object undefined can't be used in 'await' expression",
      "object Array can't be used in 'await' expression",
      "object Object can't be used in 'await' expression",
      "object function can't be used in 'await' expression",
      "object Duck can't be used in 'await' expression",
    ]);
  });
});

describe('notAwaitable', () => {
  it('makes a TypeError of its text, or an error of another class', () => {
    expect(String(notAwaitable(5, 'no'))).to.equal('TypeError: no');
    expect(String(notAwaitable(5, 'no', RangeError))).to.equal('RangeError: no');
  });

  it('adds for a native promise what to do where the host cannot drive it', () => {
    const { message } = notAwaitable(Promise.resolve(), 'no');
    expect(message).to.match(/^no: this host cannot drive .* tsconfig\.json .*"ES2016".*"noEmitHelpers": true/);
  });
});

describe('isgenerator', () => {
  it('is true of the call of a generator function alone', () => {
    function* generatorFunction() {}
    async function* asyncGenerator() {}
    const objects = [generatorFunction(), generatorFunction, asyncGenerator(), sleep(1), [].values(), null];
    expect(objects.map(isgenerator)).to.deep.equal([true, false, false, false, false, false]);
  });
});

describe('isPromise', () => {
  it('is true of promises and other thenables, not of what is awaitable here', () => {
    const thenable = { then: () => {} };
    const objects = [Promise.resolve(), thenable, sleep(1), new EventLoop().createFuture(), {}, null];
    expect(objects.map(isPromise)).to.deep.equal([true, true, false, false, false, false]);
  });
});
