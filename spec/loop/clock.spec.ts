import { expect } from 'chai';
import { EventLoop, sleep, ValueError, VirtualClock } from '../../lib';
import { Log } from '../support';

describe('VirtualClock', () => {
  it('begins at 0, or where it is told to', () => {
    expect([new VirtualClock().time(), new VirtualClock(100).time()]).to.deep.equal([0, 100]);
  });

  it('stands still until told to advance', () => {
    const clock = new VirtualClock(5);
    clock.advance(1.5);
    clock.advance(0);
    expect(clock.time()).to.equal(6.5);
  });

  it('advances to a time, and never back', () => {
    const clock = new VirtualClock();
    clock.advanceTo(3);
    clock.advanceTo(1);
    expect(clock.time()).to.equal(3);
  });

  for (const seconds of [-1, NaN, Infinity, '1', undefined]) {
    it(`refuses to advance by ${typeof seconds === 'string' ? 'a string' : seconds}, and stands where it was`, () => {
      const clock = new VirtualClock(5);
      expect(() => clock.advance(seconds as number)).to.throw(
        ValueError,
        `a clock advances by a finite number of seconds, not below 0; got ${seconds}`,
      );
      expect(clock.time()).to.equal(5);
    });
  }

  it('refuses to begin at what is no time', () => {
    for (const start of [NaN, Infinity, '1']) expect(() => new VirtualClock(start as number)).to.throw(ValueError);
  });

  describe('of a loop', () => {
    it('lets an hour of sleep take no time at all', () => {
      const loop = new EventLoop({ clock: new VirtualClock(100) });
      loop.runUntilComplete(sleep(3600));
      expect(loop.time()).to.equal(3700);
    });

    it('stops at every deadline on the way', () => {
      const loop = new EventLoop();
      const log = new Log(loop);
      for (const delay of [1, 2.5, 7]) loop.callLater(delay, () => log.note('due'));
      loop.runUntilComplete(sleep(10));
      expect(log.entries).to.deep.equal(['due@1', 'due@2.5', 'due@7']);
    });

    it('is advanced by a callback that blocks: what is overdue then runs in the order of deadlines', () => {
      const clock = new VirtualClock();
      const loop = new EventLoop({ clock });
      const log = new Log(loop);
      loop.callLater(2, () => log.note('at 2'));
      loop.callLater(1, () => log.note('at 1'));
      loop.callSoon(() => clock.advance(10));
      loop.runUntilComplete(sleep(20));
      expect(log.entries).to.deep.equal(['at 1@10', 'at 2@10']);
    });
  });
});
