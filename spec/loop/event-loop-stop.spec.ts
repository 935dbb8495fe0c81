import { expect } from 'chai';
import { EventLoop, type Handle, SystemExit } from '../../lib';
import { Log, thrownBy } from '../support';

describe('EventLoop.stop', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  describe('before a run', () => {
    it('allows it one iteration, in which what is ready and what is due runs', () => {
      loop.callAt(0, note('due'));
      loop.callLater(1, note('later'));
      loop.callSoon(() => {
        log.note('ready');
        loop.callSoon(note('scheduled by what was ready'));
      });
      loop.stop();
      loop.runForever();
      expect(log.entries).to.deep.equal(['ready@0', 'due@0']);
    });

    it('allows one iteration even when there is nothing to run', () => {
      loop.stop();
      loop.runForever();
      expect([loop.isRunning(), loop.time()]).to.deep.equal([false, 0]);
    });

    it('is forgotten once that run has ended', () => {
      loop.stop();
      loop.runForever();
      loop.callLater(1, () => {
        log.note('timer');
        loop.stop();
      });
      loop.runForever();
      expect(log.entries).to.deep.equal(['timer@1']);
    });
  });

  describe('in a callback', () => {
    it('lets the rest of the iteration run, and keeps what that schedules for the next run', () => {
      loop.callSoon(() => {
        log.note('a');
        loop.stop();
        loop.callSoon(note('scheduled by a'));
      });
      loop.callSoon(() => {
        log.note('b');
        loop.callSoon(note('scheduled by b'));
      });
      loop.runForever();
      expect(log.entries).to.deep.equal(['a@0', 'b@0']);
      loop.stop();
      loop.runForever();
      expect(log.entries).to.deep.equal(['a@0', 'b@0', 'scheduled by a@0', 'scheduled by b@0']);
    });

    it('changes nothing when called twice', () => {
      loop.callSoon(() => {
        loop.stop();
        loop.stop();
      });
      loop.callLater(1, () => {
        log.note('second run');
        loop.stop();
      });
      loop.runForever();
      loop.runForever();
      expect(log.entries).to.deep.equal(['second run@1']);
    });
  });

  describe('as a callback itself', () => {
    let latest: Handle;

    it('makes a run of one iteration: what was scheduled before it is called once', () => {
      loop.callSoon(note('before'));
      loop.callSoon(() => loop.stop());
      loop.runForever();
      expect(log.entries).to.deep.equal(['before@0']);
    });

    it('keeps for the next run what the last callbacks scheduled: there it can call off what comes after it', () => {
      for (let run = 1; run <= 2; run++) {
        loop.callSoon(() => loop.stop());
        latest = loop.callSoon(() => {
          log.note(`event of run ${run}`);
          loop.callSoon(() => latest.cancel());
        });
        loop.runForever();
      }
      expect(log.entries).to.deep.equal(['event of run 1@0']);
    });
  });

  it('is forgotten when an error ends the run', () => {
    loop.callSoon(() => {
      loop.stop();
      throw new SystemExit();
    });
    expect(thrownBy(() => loop.runForever())).to.be.instanceOf(SystemExit);
    loop.callLater(1, () => {
      log.note('timer');
      loop.stop();
    });
    loop.runForever();
    expect(log.entries).to.deep.equal(['timer@1']);
  });
});
