import { expect } from 'chai';
import { EventLoop, type Future, KeyboardInterrupt, sleep } from '../../lib';
import { type Waiter, WaiterList } from '../../lib/future/waiter-list';
import { collectReports, Log, runBriefly, thrownBy } from '../support';

describe("A future's done-callbacks", () => {
  let loop: EventLoop;
  let log: Log;
  let future: Future<number>;

  const a = (): void => log.note('a');
  const b = (): void => log.note('b');

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    future = loop.createFuture<number>();
  });

  describe('added while it is pending', () => {
    it('are not called where it is done, but in the next iteration, in order', () => {
      future.addDoneCallback(a);
      future.addDoneCallback(b);
      future.setResult(1);
      log.note('set');
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['set@0', 'a@0', 'b@0']);
    });

    it('are called after an exception and a cancellation, too', () => {
      const other = loop.createFuture();
      future.addDoneCallback(a);
      other.addDoneCallback(b);
      future.setException(new Error());
      future.exception();
      other.cancel();
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['a@0', 'b@0']);
    });

    it('are each a handle of their own: what is scheduled before comes before', () => {
      future.addDoneCallback(a);
      loop.callSoon(() => log.note('before'));
      future.setResult(1);
      loop.callSoon(() => log.note('after'));
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['before@0', 'a@0', 'after@0']);
    });

    it('are given the future, and nothing else', () => {
      const given: unknown[][] = [];
      future.addDoneCallback((...args: unknown[]) => given.push(args));
      future.setResult(1);
      runBriefly(loop);
      expect(given).to.deep.equal([[future]]);
    });

    it('are called once: the list is empty afterwards', () => {
      future.addDoneCallback(a);
      future.setResult(1);
      runBriefly(loop, 3);
      expect(log.entries).to.deep.equal(['a@0']);
      expect(future.removeDoneCallback(a)).to.equal(0);
    });
  });

  describe('added when it is done', () => {
    it('are scheduled at once', () => {
      future.setResult(1);
      future.addDoneCallback(a);
      expect(log.entries).to.deep.equal([]);
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['a@0']);
    });

    it('by another callback, are called an iteration later', () => {
      future.addDoneCallback(() => {
        log.note('first');
        future.addDoneCallback(b);
      });
      future.addDoneCallback(a);
      future.setResult(1);
      runBriefly(loop);
      log.note('iteration over');
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['first@0', 'a@0', 'iteration over@0', 'b@0']);
    });
  });

  describe('removed', () => {
    it('are removed as often as they were added, and counted', () => {
      for (const callback of [a, b, a]) future.addDoneCallback(callback);
      expect(future.removeDoneCallback(a)).to.equal(2);
      future.setResult(1);
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['b@0']);
    });

    it('are told by identity: a function bound twice is two', () => {
      const callback = a.bind(undefined);
      future.addDoneCallback(callback);
      expect([future.removeDoneCallback(a.bind(undefined)), future.removeDoneCallback(callback)]).to.deep.equal([0, 1]);
    });

    it('are none when there is no such callback', () => {
      expect(future.removeDoneCallback(a)).to.equal(0);
    });

    it('are still called when they were scheduled before', () => {
      future.addDoneCallback(a);
      future.setResult(1);
      expect(future.removeDoneCallback(a)).to.equal(0);
      runBriefly(loop);
      expect(log.entries).to.deep.equal(['a@0']);
    });
  });

  it('do not see that one of them fails', () => {
    const reports = collectReports(loop);
    future.addDoneCallback(() => {
      throw new Error('failed');
    });
    future.addDoneCallback(a);
    future.setResult(1);
    runBriefly(loop);
    expect(log.entries).to.deep.equal(['a@0']);
    expect(reports.map((report) => String(report.exception))).to.deep.equal(['Error: failed']);
  });

  it('wait in the ready queue when one of them interrupts the loop', () => {
    future.addDoneCallback(() => {
      throw new KeyboardInterrupt();
    });
    future.addDoneCallback(a);
    loop.callSoon(() => future.setResult(1));
    expect(thrownBy(() => loop.runForever())).to.be.instanceOf(KeyboardInterrupt);
    expect(log.entries).to.deep.equal([]);
    loop.runUntilComplete(sleep(0));
    expect(log.entries).to.deep.equal(['a@0']);
  });
});

describe('WaiterList', () => {
  const registered = (...names: string[]): WaiterList => {
    const [first, ...others] = names.map((name) => ({
      callback: { [name]: () => {} }[name] as () => void,
      context: undefined as never,
      nextWaiter: undefined,
    }));
    const list = new WaiterList(first as Waiter);
    for (const waiter of others) list.add(waiter);
    return list;
  };

  it('shows one, and both of two', () => {
    expect(String(registered('a'))).to.equal('cb=[a()]');
    expect(String(registered('a', 'b'))).to.equal('cb=[a(), b()]');
  });

  it('shows of more the first, how many there are between, and the last', () => {
    expect(String(registered('a', 'b', 'c'))).to.equal('cb=[a(), <1 more>, c()]');
    expect(String(registered('a', 'b', 'c', 'd'))).to.equal('cb=[a(), <2 more>, d()]');
  });
});
