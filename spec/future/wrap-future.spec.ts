import { expect } from 'chai';
import {
  AssertionError,
  ConcurrentFuture,
  EventLoop,
  type Future,
  isfuture,
  setEventLoop,
  ValueError,
  wrapFuture,
} from '../../lib';
import { chainToThread } from '../../lib/future/wrap-future';
import { Log, runBriefly, thrownBy } from '../support';

describe('wrapFuture', () => {
  let loop: EventLoop;
  let log: Log;
  let source: ConcurrentFuture<string>;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    source = new ConcurrentFuture<string>();
    setEventLoop(null);
  });

  describe('given a future of a loop', () => {
    it('gives it as it is, without a loop', () => {
      const future = loop.createFuture();
      expect(wrapFuture(future)).to.equal(future);
    });

    it('gives what only says that it is one as it is', () => {
      const duck = { asyncioFutureBlocking: false };
      expect(wrapFuture(duck as never)).to.equal(duck);
    });
  });

  describe('given neither', () => {
    it('throws, and names it', () => {
      const error = thrownBy(() => wrapFuture(5 as never));
      expect(error).to.be.instanceOf(AssertionError);
      expect(error.message).to.equal('concurrent.futures.Future is expected, got 5');
    });
  });

  describe("given a thread's future", () => {
    it('gives one that can be awaited, with the result of the first', () => {
      const wrapper = wrapFuture(source, { loop });
      loop.callLater(1, () => source.setResult('oi'));
      expect([isfuture(wrapper), loop.runUntilComplete(wrapper), loop.time()]).to.deep.equal([true, 'oi', 1]);
    });

    it('needs a loop', () => {
      expect(() => wrapFuture(source)).to.throw("There is no current event loop in thread 'MainThread'.");
    });

    it('takes the running loop, or else the one that is set', () => {
      const main = async () => wrapFuture(source).getLoop();
      const running = loop.runUntilComplete(main());
      const current = new EventLoop();
      setEventLoop(current);
      expect([running, wrapFuture(source).getLoop()]).to.deep.equal([loop, current]);
      setEventLoop(null);
    });

    it('ends as that has ended already', () => {
      source.setResult('early');
      const wrapper = wrapFuture(source, { loop });
      expect([wrapper.done(), loop.runUntilComplete(wrapper)]).to.deep.equal([false, 'early']);
    });
  });

  describe('when the first ends', () => {
    let wrapper: Future<string>;

    beforeEach(() => {
      wrapper = wrapFuture(source, { loop });
      wrapper.addDoneCallback(() => log.note('told'));
    });

    it('copies its result in the next iteration', () => {
      source.setResult('oi');
      expect(wrapper.done()).to.equal(false);
      runBriefly(loop);
      expect([wrapper.result(), log.entries]).to.deep.equal(['oi', []]);
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['told@0']);
    });

    it('copies its exception: the very same', () => {
      const error = new ValueError('odd');
      source.setException(error);
      runBriefly(loop);
      expect([wrapper.exception(), thrownBy(() => wrapper.result())]).to.deep.equal([error, error]);
    });

    it('copies that it was cancelled', () => {
      source.cancel();
      runBriefly(loop);
      expect(wrapper.cancelled()).to.equal(true);
    });

    it('copies nothing where the loop is closed', () => {
      loop.close();
      source.setResult('late');
      expect([source.result(), wrapper.done()]).to.deep.equal(['late', false]);
    });
  });

  describe('when the second is cancelled', () => {
    it('cancels the first in the next iteration', () => {
      const wrapper = wrapFuture(source, { loop });
      wrapper.cancel();
      expect(source.cancelled()).to.equal(false);
      runBriefly(loop);
      expect([source.cancelled(), wrapper.cancelled()]).to.deep.equal([true, true]);
    });

    it('leaves to the first the result it has, which has not been copied yet', () => {
      const wrapper = wrapFuture(source, { loop });
      source.setResult('42');
      wrapper.cancel();
      runBriefly(loop);
      expect([source.cancelled(), source.result(), wrapper.cancelled()]).to.deep.equal([false, '42', true]);
    });

    it('does not cancel a first that is running; its result then goes nowhere', () => {
      const wrapper = wrapFuture(source, { loop });
      source.setRunningOrNotifyCancel();
      wrapper.cancel();
      runBriefly(loop);
      source.setResult('late');
      runBriefly(loop);
      expect([source.cancelled(), source.result(), wrapper.cancelled()]).to.deep.equal([false, 'late', true]);
    });
  });
});

describe('chainToThread', () => {
  let loop: EventLoop;
  let task: Future<string>;
  let target: ConcurrentFuture<string>;

  beforeEach(() => {
    loop = new EventLoop();
    task = loop.createFuture<string>();
    target = new ConcurrentFuture<string>();
    chainToThread(task, target);
  });

  it('gives the thread the result, or the exception', () => {
    const error = new ValueError('odd');
    const failing = loop.createFuture<string>();
    const failed = new ConcurrentFuture<string>();
    chainToThread(failing, failed);
    task.setResult('done');
    failing.setException(error);
    runBriefly(loop);
    expect([target.result(), failed.exception()]).to.deep.equal(['done', error]);
  });

  it('gives the thread a cancellation', () => {
    task.cancel();
    runBriefly(loop);
    expect([target.done(), target.cancelled()]).to.deep.equal([true, true]);
  });

  it('cancels what runs on the loop, in the next iteration, when the thread cancels', () => {
    target.cancel();
    expect(task.cancelled()).to.equal(false);
    runBriefly(loop);
    expect(task.cancelled()).to.equal(true);
  });
});
