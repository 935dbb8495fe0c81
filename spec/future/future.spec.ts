import { expect } from 'chai';
import { CancelledError, coroutine, EventLoop, type Future, gather, sleep, ValueError } from '../../lib';
import { Log, runBriefly, thrownBy } from '../support';

describe('Future', () => {
  let loop: EventLoop;
  let future: Future<number>;

  beforeEach(() => {
    loop = new EventLoop();
    future = loop.createFuture<number>();
  });

  const state = (): string => `done ${future.done()}, cancelled ${future.cancelled()}`;

  it('belongs to a loop', () => {
    expect(future.getLoop()).to.equal(loop);
  });

  describe('pending', () => {
    it('is neither done nor cancelled', () => {
      expect(state()).to.equal('done false, cancelled false');
    });

    it('has no result and no exception yet', () => {
      expect(String(thrownBy(() => future.result()))).to.equal('InvalidStateError: Result is not set.');
      expect(String(thrownBy(() => future.exception()))).to.equal('InvalidStateError: Exception is not set.');
    });
  });

  describe('with a result', () => {
    beforeEach(() => future.setResult(42));

    it('is done, and gives it as often as it is asked', () => {
      expect([state(), future.result(), future.result()]).to.deep.equal(['done true, cancelled false', 42, 42]);
    });

    it('has no exception', () => {
      expect(future.exception()).to.equal(undefined);
    });
  });

  describe('with an exception', () => {
    const error = new ValueError('odd');

    beforeEach(() => future.setException(error));

    it('is done, and throws it as often as it is asked for the result', () => {
      expect(state()).to.equal('done true, cancelled false');
      expect([thrownBy(() => future.result()), thrownBy(() => future.result())]).to.deep.equal([error, error]);
    });

    it('gives it', () => {
      expect(future.exception()).to.equal(error);
    });
  });

  describe('cancelled', () => {
    it('is done and cancelled at once', () => {
      expect(future.cancel()).to.equal(true);
      expect(state()).to.equal('done true, cancelled true');
    });

    it('throws a CancelledError where its result or its exception is asked for', () => {
      future.cancel();
      const errors = [thrownBy(() => future.result()), thrownBy(() => future.exception())];
      expect(errors.map((error) => error instanceof CancelledError)).to.deep.equal([true, true]);
    });

    it('throws one without args when there is no message', () => {
      future.cancel(null);
      expect((thrownBy(() => future.result()) as CancelledError).args).to.deep.equal([]);
    });

    it('throws one with the message every time, whatever its type', () => {
      const messages = ['why', '', 0, { code: 7 }, Symbol('s'), Object.create(null)];
      for (const message of messages) {
        const cancelled = loop.createFuture();
        cancelled.cancel(message);
        const asked = [() => cancelled.result(), () => cancelled.exception(), () => cancelled.result()];
        for (const ask of asked) expect((thrownBy(ask) as CancelledError).args[0]).to.equal(message);
      }
    });

    it('gives the message to whoever awaits it', () => {
      const main = coroutine(function* () {
        try {
          return [yield* future];
        } catch (error) {
          return (error as CancelledError).args;
        }
      });
      loop.callLater(1, () => future.cancel('enough'));
      expect(loop.runUntilComplete(main())).to.deep.equal(['enough']);
    });
  });

  describe('done', () => {
    const ends: [string, () => void][] = [
      ['a result', () => future.setResult(1)],
      ['an exception', () => future.setException(new ValueError('first'))],
      ['a cancellation', () => future.cancel()],
    ];

    for (const [by, end] of ends) {
      it(`by ${by} stays as it is`, () => {
        end();
        const before = String(future);
        expect(String(thrownBy(() => future.setResult(2)))).to.equal('InvalidStateError: invalid state');
        expect(String(thrownBy(() => future.setException(new Error())))).to.equal('InvalidStateError: invalid state');
        expect(future.cancel()).to.equal(false);
        expect(String(future)).to.equal(before);
      });
    }
  });

  describe('setException', () => {
    it('takes a class, and makes an instance of it', () => {
      future.setException(ValueError);
      expect(future.exception()).to.be.instanceOf(ValueError);
    });

    it('throws for what is neither an error nor a class of errors, and leaves the future pending', () => {
      const others = [5, 'text', null, undefined, {}, Map, () => {}];
      for (const other of others) {
        const error = thrownBy(() => future.setException(other as unknown as Error));
        expect(String(error)).to.equal('TypeError: invalid exception object');
      }
      expect(future.done()).to.equal(false);
    });

    it('throws as setResult does when the future is done, whatever it is given', () => {
      future.setResult(1);
      expect(String(thrownBy(() => future.setException(5 as unknown as Error)))).to.equal(
        'InvalidStateError: invalid state',
      );
    });
  });
});

describe('Future, awaited', () => {
  let loop: EventLoop;
  let log: Log;
  let future: Future<string>;

  const waiter = coroutine(function* (name: string) {
    try {
      log.note(`${name} got ${yield* future}`);
      return undefined;
    } catch (error) {
      log.note(`${name} caught ${(error as Error).name}`);
      return error;
    }
  });

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    future = loop.createFuture();
  });

  it('by several gives the result to each, in the order in which they came', () => {
    loop.callLater(1, () => future.setResult('it'));
    const main = async (): Promise<unknown> => await gather([waiter('a'), waiter('b'), waiter('c')]);
    loop.runUntilComplete(main());
    expect(log.entries).to.deep.equal(['a got it@1', 'b got it@1', 'c got it@1']);
  });

  it('by several throws the same error in each', () => {
    const error = new ValueError('odd');
    loop.callLater(1, () => future.setException(error));
    const main = async (): Promise<unknown[]> => await gather([waiter('a'), waiter('b')]);
    const caught = loop.runUntilComplete(main());
    expect(caught.map((each) => each === error)).to.deep.equal([true, true]);
  });

  it('by two tasks is cancelled for both when one of them is cancelled', () => {
    const one = loop.createTask(waiter('one'));
    const other = loop.createTask(waiter('other'));
    runBriefly(loop);
    one.cancel();
    expect(future.cancelled()).to.equal(true);
    loop.runUntilComplete(sleep(0));
    expect(log.entries).to.deep.equal(['one caught CancelledError@0', 'other caught CancelledError@0']);
    expect([one.cancelling(), other.cancelling()]).to.deep.equal([1, 0]);
  });

  it('does not suspend when it is done', () => {
    future.setResult('it');
    const iterator = future[Symbol.iterator]();
    expect(iterator.next()).to.deep.equal({ done: true, value: 'it' });
  });

  it('throws at once when it is done by an error', () => {
    future.setException(new ValueError('odd'));
    expect(() => future[Symbol.iterator]().next()).to.throw(ValueError, 'odd');
  });

  describe('by hand', () => {
    it('yields itself, once, with its blocking flag set', () => {
      const iterator = future[Symbol.iterator]();
      expect(future.asyncioFutureBlocking).to.equal(false);
      expect(iterator.next()).to.deep.equal({ done: false, value: future });
      expect(future.asyncioFutureBlocking).to.equal(true);
      future.setResult('it');
      expect(iterator.next()).to.deep.equal({ done: true, value: 'it' });
    });

    it('yields itself again when it is resumed too early by one who has taken the flag down', () => {
      const iterator = future[Symbol.iterator]();
      iterator.next();
      future.asyncioFutureBlocking = false;
      expect(iterator.next().value).to.equal(future);
      expect(future.asyncioFutureBlocking).to.equal(true);
    });

    it('throws when it is resumed too early with the flag still up', () => {
      const iterator = future[Symbol.iterator]();
      iterator.next();
      expect(String(thrownBy(() => iterator.next()))).to.equal("RuntimeError: await wasn't used with future");
    });
  });
});
