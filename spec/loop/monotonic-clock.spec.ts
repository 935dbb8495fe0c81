import { expect } from 'chai';
import { EventLoop, MonotonicClock, sleep, ValueError } from '../../lib';

/** How many real seconds `action` takes. */
function secondsOf(action: () => unknown): number {
  const begun = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

/** A wait may be late when the machine is busy: the shortest of several tells how long it is by itself. */
function shortestOf(times: number, action: () => unknown): number {
  return Math.min(...Array.from({ length: times }, () => secondsOf(action)));
}

/** What would be no lateness of a busy machine any more. */
const LATE = 0.5;

describe('MonotonicClock', () => {
  const clock = new MonotonicClock();

  it('tells real time', () => {
    let told = 0;
    let within = 0;
    const around = secondsOf(() => {
      const begun = clock.time();
      within = secondsOf(() => clock.advance(0.02));
      told = clock.time() - begun;
    });
    expect(told).to.be.within(within - 0.001, around + 0.001);
  });

  it('advances by really waiting: not less than it was told, and hardly more', () => {
    const taken = shortestOf(5, () => clock.advance(0.02));
    expect(taken).to.be.within(0.02, LATE);
  });

  it('advances to a time, which has come then', () => {
    const when = clock.time() + 0.0123;
    clock.advanceTo(when);
    expect(clock.time()).to.be.at.least(when);
  });

  it('does not wait for a time that has passed', () => {
    expect(shortestOf(5, () => clock.advanceTo(clock.time() - 10))).to.be.lessThan(LATE);
  });

  for (const seconds of [-1, NaN, Infinity]) {
    it(`refuses to advance by ${seconds}, at once`, () => {
      expect(() => clock.advance(seconds)).to.throw(ValueError, `not below 0; got ${seconds}`);
    });
  }

  describe('of a loop', () => {
    it('has a sleep last as long as it says: never less, and hardly more', () => {
      const loop = new EventLoop({ clock });
      const taken = shortestOf(5, () => loop.runUntilComplete(sleep(0.02)));
      expect(taken).to.be.within(0.02, LATE);
    });

    it('meets deadlines in their order, none of them early', () => {
      const loop = new EventLoop({ clock });
      const begun = loop.time();
      const met: [number, boolean][] = [];
      for (const delay of [0.02, 0.01, 0.015]) {
        loop.callLater(delay, () => met.push([delay, loop.time() >= begun + delay]));
      }
      loop.runUntilComplete(sleep(0.03));
      expect(met).to.deep.equal([
        [0.01, true],
        [0.015, true],
        [0.02, true],
      ]);
    });

    it('does not wait while something is ready', () => {
      const taken = shortestOf(5, () => {
        const loop = new EventLoop({ clock });
        loop.callLater(1, () => {});
        loop.runUntilComplete(sleep(0));
      });
      expect(taken).to.be.lessThan(LATE);
    });
  });
});
