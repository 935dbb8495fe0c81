import { expect } from 'chai';
import { CancelledError, ConcurrentFuture, InvalidStateError, RuntimeError, SystemExit, ValueError } from '../../lib';
import { loggedBy } from '../loop/captured-log';
import { thrownBy } from '../support';

describe('ConcurrentFuture', () => {
  let future: ConcurrentFuture<number>;

  beforeEach(() => {
    future = new ConcurrentFuture<number>();
  });

  const state = () => ({ running: future.running(), done: future.done(), cancelled: future.cancelled() });

  describe('pending', () => {
    it('is neither running, nor done, nor cancelled', () => {
      expect(state()).to.deep.equal({ running: false, done: false, cancelled: false });
    });

    it('has no result and no exception: to wait for them would block the loop', () => {
      for (const ask of [() => future.result(), () => future.exception()]) {
        const error = thrownBy(ask);
        expect(error).to.be.instanceOf(InvalidStateError);
        expect(error.message).to.match(/ is not done, and to wait for it here would block the loop$/);
      }
    });

    it('can begin, once, and then is running', () => {
      expect(future.setRunningOrNotifyCancel()).to.equal(true);
      expect(state()).to.deep.equal({ running: true, done: false, cancelled: false });
      expect(() => future.setRunningOrNotifyCancel()).to.throw(RuntimeError, 'Future in unexpected state');
    });

    it('can be cancelled, again and again, and then does not begin', () => {
      expect([future.cancel(), future.cancel(), future.setRunningOrNotifyCancel()]).to.deep.equal([true, true, false]);
      expect(state()).to.deep.equal({ running: false, done: true, cancelled: true });
    });

    it('can be given a result without having begun', () => {
      future.setResult(42);
      expect([future.result(), future.exception()]).to.deep.equal([42, undefined]);
      expect(state()).to.deep.equal({ running: false, done: true, cancelled: false });
    });
  });

  describe('running', () => {
    beforeEach(() => void future.setRunningOrNotifyCancel());

    it('cannot be cancelled', () => {
      expect([future.cancel(), state()]).to.deep.equal([false, { running: true, done: false, cancelled: false }]);
    });

    it('ends with a result', () => {
      future.setResult(42);
      expect([future.result(), future.exception(), state()]).to.deep.equal([
        42,
        undefined,
        { running: false, done: true, cancelled: false },
      ]);
    });

    it('ends with an exception, which its result throws', () => {
      const error = new ValueError('odd');
      future.setException(error);
      expect([future.exception(), thrownBy(() => future.result())]).to.deep.equal([error, error]);
      expect(state()).to.deep.equal({ running: false, done: true, cancelled: false });
    });
  });

  describe('done', () => {
    it('throws a CancelledError for result and exception, where it was cancelled', () => {
      future.cancel();
      const errors = [thrownBy(() => future.result()), thrownBy(() => future.exception())];
      expect(errors.map((error) => error instanceof CancelledError)).to.deep.equal([true, true]);
    });

    for (const [by, end] of [
      ['a result', () => future.setResult(1)],
      ['an exception', () => future.setException(new ValueError('first'))],
      ['a cancellation', () => void future.cancel()],
    ] as const) {
      it(`by ${by} cannot be ended otherwise`, () => {
        end();
        const before = state();
        for (const again of [() => future.setResult(2), () => future.setException(new Error())]) {
          expect(thrownBy(again)).to.be.instanceOf(InvalidStateError);
        }
        expect([future.cancel(), state()]).to.deep.equal([before.cancelled, before]);
      });
    }
  });

  describe('its callbacks', () => {
    it('may leave by a BaseException, which is not logged: it comes out of what ended the future', () => {
      future.addDoneCallback(() => {
        throw new SystemExit(3);
      });
      expect(() => future.setResult(1)).to.throw(SystemExit);
    });

    it('are called there and then, in their order, by whoever ends it, with the future', () => {
      const log: unknown[] = [];
      for (const name of ['a', 'b']) future.addDoneCallback((done) => log.push(name, done));
      log.push('before');
      future.setResult(1);
      log.push('after');
      expect(log).to.deep.equal(['before', 'a', future, 'b', future, 'after']);
    });

    it('are called at once where it is done already', () => {
      const log: string[] = [];
      future.cancel();
      future.addDoneCallback(() => log.push('called'));
      expect(log).to.deep.equal(['called']);
    });

    it('are logged when they throw, and the next is called all the same', () => {
      const log: string[] = [];
      future.addDoneCallback(() => {
        throw new RangeError('broken');
      });
      future.addDoneCallback(() => log.push('next'));
      const [text = '', ...more] = loggedBy(() => future.setResult(1));
      expect(text).to.match(/^exception calling callback for <Future .*>\nRangeError: broken\n/);
      expect([log, more]).to.deep.equal([['next'], []]);
    });
  });

  it('shows its state, and the type of what it ended with', () => {
    const [finished, failed, cancelled] = [new ConcurrentFuture(), new ConcurrentFuture(), new ConcurrentFuture()];
    const pending = String(future);
    future.setRunningOrNotifyCancel();
    finished.setResult(42);
    failed.setException(new ValueError('odd'));
    cancelled.cancel();
    expect([pending, ...[future, finished, failed, cancelled].map(String)]).to.deep.equal([
      '<Future state=pending>',
      '<Future state=running>',
      '<Future state=finished returned number>',
      '<Future state=finished raised ValueError>',
      '<Future state=cancelled>',
    ]);
  });
});
