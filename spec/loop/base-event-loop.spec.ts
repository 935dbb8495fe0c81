import { expect } from 'chai';
import { EventLoop, TimerHandle, ValueError, VirtualClock } from '../../lib';
import { collectReports, Log, thrownBy } from '../support';

describe('BaseEventLoop', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('tells the time of its clock', () => {
    expect(new EventLoop({ clock: new VirtualClock(100) }).time()).to.equal(100);
  });

  describe('callSoon', () => {
    it('calls nothing before the loop runs', () => {
      loop.callSoon(note('called'));
      expect(log.entries).to.deep.equal([]);
    });

    it('has callbacks called first in, first out', () => {
      for (const name of ['a', 'b', 'c']) loop.callSoon(note(name));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['a@0', 'b@0', 'c@0']);
    });

    it('passes the arguments on', () => {
      loop.callSoon((...args: unknown[]) => log.note(args.join(' ')), 1, 'two', [3]);
      loop.runOnce();
      expect(log.entries).to.deep.equal(['1 two 3@0']);
    });

    it('has a hundred thousand callbacks called that each schedule the next', () => {
      let count = 0;
      const again = () => {
        count += 1;
        if (count < 100_000) loop.callSoon(again);
        else loop.stop();
      };
      loop.callSoon(again);
      loop.runForever();
      expect(count).to.equal(100_000);
    });

    it('has a hundred thousand callbacks called that one callback scheduled, in their order', () => {
      const called: number[] = [];
      loop.callSoon(() => {
        for (let i = 0; i < 100_000; i++) loop.callSoon((n: number) => called.push(n), i);
      });
      loop.runOnce();
      loop.runOnce();
      expect(called.every((n, i) => n === i)).to.equal(true);
      expect(called.length).to.equal(100_000);
    });
  });

  describe('callSoonThreadsafe', () => {
    it('schedules in one order with callSoon', () => {
      loop.callSoon(note('a'));
      loop.callSoonThreadsafe(note('b'));
      loop.callSoon(note('c'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['a@0', 'b@0', 'c@0']);
    });
  });

  describe('callLater', () => {
    it('calls once the delay has passed, with the arguments', () => {
      loop.callLater(1.5, (text: string) => log.note(text), 'called');
      loop.runOnce();
      expect(log.entries).to.deep.equal(['called@1.5']);
    });

    it('is callAt, the delay added to the time', () => {
      const handle = new EventLoop({ clock: new VirtualClock(10) }).callLater(2, () => {});
      expect(handle).to.be.instanceOf(TimerHandle);
      expect(handle.when()).to.equal(12);
    });

    it('takes negative delays, the most negative first, and calls in the next iteration', () => {
      loop.callLater(-1, note('-1'));
      loop.callLater(-2, note('-2'));
      loop.callLater(-Infinity, note('-Infinity'));
      expect(log.entries).to.deep.equal([]);
      loop.runOnce();
      expect(log.entries).to.deep.equal(['-Infinity@0', '-2@0', '-1@0']);
    });

    it('never calls after an infinite delay', () => {
      loop.callLater(Infinity, note('never'));
      loop.callLater(1e300, note('late'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['late@1e+300']);
    });

    it('refuses a delay that is missing', () => {
      for (const delay of [undefined, null]) {
        const error = thrownBy(() => loop.callLater(delay as never, note('never')));
        expect([error.name, error.message]).to.deep.equal(['TypeError', 'delay must not be None']);
      }
    });

    it('refuses a delay that is not a number, by its type or by its value', () => {
      expect(() => loop.callLater('1' as never, note('never'))).to.throw(
        TypeError,
        "delay must be a number of seconds, not '1'",
      );
      expect(() => loop.callLater(NaN, note('never'))).to.throw(ValueError, 'Invalid delay: NaN (not a number)');
    });

    it('leaves nothing behind when it refuses', () => {
      thrownBy(() => loop.callLater(NaN, note('never')));
      loop.callLater(1, note('after'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['after@1']);
    });
  });

  describe('callAt', () => {
    it('calls when the clock shows that time', () => {
      loop = new EventLoop({ clock: new VirtualClock(10) });
      log = new Log(loop);
      loop.callAt(12, note('called'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['called@12']);
    });

    it('calls in the next iteration when that time has passed', () => {
      loop = new EventLoop({ clock: new VirtualClock(10) });
      log = new Log(loop);
      loop.callAt(3, note('called'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['called@10']);
    });

    it('refuses a time that is missing', () => {
      for (const when of [undefined, null]) {
        const error = thrownBy(() => loop.callAt(when as never, note('never')));
        expect([error.name, error.message]).to.deep.equal(['TypeError', 'when cannot be None']);
      }
    });

    it('refuses a time that is not a number, by its type or by its value', () => {
      expect(() => loop.callAt({} as never, note('never'))).to.throw(
        TypeError,
        'when must be a number of seconds, not {}',
      );
      expect(() => loop.callAt(NaN, note('never'))).to.throw(ValueError, 'Invalid when: NaN (not a number)');
    });
  });

  describe('a callback that is no function', () => {
    it('is accepted, and reported when its turn comes', () => {
      const reports = collectReports(loop);
      loop.callSoon(5 as never);
      loop.callSoon(note('next'));
      loop.runOnce();
      expect(reports.map(({ message }) => message)).to.deep.equal(['Exception in callback 5()']);
      expect(log.entries).to.deep.equal(['next@0']);
    });

    it('is reported with an error that says what could not be called', () => {
      const reports = collectReports(loop);
      loop.callSoon(5 as never);
      loop.callSoon(undefined as never);
      loop.runOnce();
      expect(reports.map(({ exception }) => String(exception))).to.deep.equal([
        "TypeError: 'number' object is not callable",
        "TypeError: 'undefined' object is not callable",
      ]);
    });
  });
});
