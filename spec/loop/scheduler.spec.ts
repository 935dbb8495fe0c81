import { expect } from 'chai';
import { EventLoop, VirtualClock } from '../../lib';
import { Log } from '../support';

describe('Scheduler', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('an iteration', () => {
    it('lets time pass first, then runs every handle that is due', () => {
      loop.callLater(2, note('timer'));
      loop.callAt(2, note('another of the same time'));
      loop.callLater(3, note('later'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['timer@2', 'another of the same time@2']);
    });

    it('lets no time pass while something is ready', () => {
      loop.callLater(1, note('timer'));
      loop.callSoon(note('ready'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['ready@0']);
    });

    it('lets no time pass once stop was requested', () => {
      loop.callLater(1, note('timer'));
      loop.stop();
      loop.runForever();
      expect([log.entries, loop.time()]).to.deep.equal([[], 0]);
    });

    it('runs the handles that were ready when it began, and leaves what they schedule to the next', () => {
      loop.callSoon(() => {
        log.note('first');
        loop.callSoon(note('scheduled by the first'));
        loop.callLater(0, note('timer set by the first'));
      });
      loop.callSoon(note('second'));
      loop.runOnce();
      log.note('-');
      loop.runOnce();
      expect(log.entries).to.deep.equal([
        'first@0',
        'second@0',
        '-@0',
        'scheduled by the first@0',
        'timer set by the first@0',
      ]);
    });

    it('passes over a handle that was cancelled while ready, and runs no other in its place', () => {
      loop.callSoon(() => {
        log.note('first');
        cancelled.cancel();
        loop.callSoon(note('scheduled by the first'));
      });
      const cancelled = loop.callSoon(note('cancelled'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['first@0']);
      loop.runOnce();
      expect(log.entries).to.deep.equal(['first@0', 'scheduled by the first@0']);
    });

    it('puts due timers behind what was ready already', () => {
      loop.callAt(0, note('timer'));
      loop.callSoon(note('ready'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['ready@0', 'timer@0']);
    });

    it('runs a timer of no delay behind what was made ready after it', () => {
      loop.callSoon(() => {
        loop.callLater(0, note('timer'));
        loop.callSoon(note('ready'));
      });
      loop.runOnce();
      loop.runOnce();
      expect(log.entries).to.deep.equal(['ready@0', 'timer@0']);
    });

    it('takes the time once: a timer that falls due while handles run waits for the next', () => {
      const clock = new VirtualClock();
      loop = new EventLoop({ clock });
      log = new Log(loop);
      loop.callLater(5, note('timer'));
      loop.callSoon(() => clock.advance(7));
      loop.callSoon(note('ready'));
      loop.runOnce();
      loop.runOnce();
      expect(log.entries).to.deep.equal(['ready@7', 'timer@7']);
    });
  });

  describe('deadlines', () => {
    it('are met in their order, however they were scheduled', () => {
      for (const delay of [3, 1, 2]) loop.callLater(delay, note(`after ${delay}`));
      for (let i = 0; i < 3; i++) loop.runOnce();
      expect(log.entries).to.deep.equal(['after 1@1', 'after 2@2', 'after 3@3']);
    });

    it('that are equal are met in the order of scheduling', () => {
      for (let i = 0; i < 10; i++) loop.callAt(1, note(`${i}`));
      loop.callAt(5, note('later'));
      loop.runOnce();
      expect(log.entries.join(' ')).to.equal('0@1 1@1 2@1 3@1 4@1 5@1 6@1 7@1 8@1 9@1');
    });

    it('that are equal are met in the order of scheduling among others, too', () => {
      [3, 1, 2, 1, 3, 2, 1].forEach((when, i) => void loop.callAt(when, note(`${i}`)));
      for (let i = 0; i < 3; i++) loop.runOnce();
      expect(log.entries).to.deep.equal(['1@1', '3@1', '6@1', '2@2', '5@2', '0@3', '4@3']);
    });

    it('are due when they equal the time, at however late a time', () => {
      loop = new EventLoop({ clock: new VirtualClock(2 ** 40) });
      log = new Log(loop);
      loop.callLater(1e-9, note('now'));
      loop.callLater(0.5, note('later'));
      loop.runOnce();
      loop.runOnce();
      expect(log.entries).to.deep.equal([`now@${2 ** 40}`, `later@${2 ** 40 + 0.5}`]);
    });

    it('are met to the bit, without the rounding of a sum', () => {
      const when = 0.1 + 0.2;
      loop.callAt(0.1, () => loop.callAt(when, () => {}));
      loop.runOnce();
      loop.runOnce();
      expect(loop.time()).to.equal(when);
    });

    it('a million seconds away take one iteration', () => {
      loop.callLater(1_000_000, note('at last'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['at last@1000000']);
    });

    it('of cancelled timers let no time pass', () => {
      loop.callLater(1, note('cancelled')).cancel();
      loop.callLater(2, note('kept'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['kept@2']);
    });

    it('are not met by a timer that is cancelled in the iteration in which it is due', () => {
      loop.callAt(1, () => {
        log.note('first');
        second.cancel();
      });
      const second = loop.callAt(1, note('second'));
      loop.runOnce();
      expect(log.entries).to.deep.equal(['first@1']);
    });
  });
});
