import { expect } from 'chai';
import { DeadlockError, EventLoop, getRunningLoop, sleep, VirtualClock } from '../../lib';
import { collectReports, Log, thrownBy } from '../support';

describe('EventLoop.step', () => {
  let loop: EventLoop;
  let log: Log;
  const note = (text: string) => () => log.note(text);

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
  });

  it('runs exactly one handle, and says that there was one', () => {
    loop.callSoon(note('a'));
    loop.callSoon(note('b'));
    expect([loop.step(), log.entries]).to.deep.equal([true, ['a@0']]);
    expect([loop.step(), log.entries]).to.deep.equal([true, ['a@0', 'b@0']]);
  });

  it('says that there was none when nothing is left to run', () => {
    expect(loop.step()).to.equal(false);
    loop.callSoon(note('a'));
    expect([loop.step(), loop.step(), loop.step()]).to.deep.equal([true, false, false]);
  });

  it('says that there was none when only a timer is left that is never due', () => {
    loop.callLater(Infinity, note('never'));
    expect([loop.step(), loop.time()]).to.deep.equal([false, 0]);
  });

  it('lets time pass when nothing is ready', () => {
    loop.callLater(1, note('a'));
    loop.callLater(1, note('b'));
    loop.callLater(2, note('c'));
    while (loop.step());
    expect(log.entries).to.deep.equal(['a@1', 'b@1', 'c@2']);
  });

  it('goes on to the next iteration when all that was ready is cancelled', () => {
    loop.callSoon(() => {
      log.note('a');
      cancelled.cancel();
    });
    const cancelled = loop.callSoon(note('cancelled'));
    loop.callLater(1, note('timer'));
    const steps = [loop.step(), loop.step(), loop.step()];
    expect([steps, log.entries]).to.deep.equal([
      [true, true, false],
      ['a@0', 'timer@1'],
    ]);
  });

  it('looks past a handle that was cancelled before anything ran', () => {
    loop.callSoon(note('cancelled')).cancel();
    loop.callLater(1, note('timer'));
    expect([loop.step(), log.entries]).to.deep.equal([true, ['timer@1']]);
  });

  it('keeps to the iteration: what is scheduled meanwhile from outside waits for the next', () => {
    const clock = new VirtualClock();
    loop = new EventLoop({ clock });
    log = new Log(loop);
    loop.callSoon(note('a'));
    loop.callSoon(note('b'));
    loop.step();
    loop.callAt(5, note('timer'));
    clock.advance(7);
    loop.callSoon(note('c'));
    while (loop.step());
    expect(log.entries).to.deep.equal(['a@0', 'b@7', 'c@7', 'timer@7']);
  });

  it('makes the loop the running one, and no longer than the step lasts', () => {
    const seen: unknown[] = [];
    loop.callSoon(() => seen.push(loop.isRunning(), getRunningLoop() === loop));
    loop.step();
    expect([...seen, loop.isRunning()]).to.deep.equal([true, true, false]);
  });

  it('is what everything else is made of: a program stepped takes the course of one run at once', () => {
    const logs = [(each: EventLoop) => each.runForever(), stepToTheEnd].map((drive) => {
      const each = new EventLoop();
      const eachLog = new Log(each);
      const program = async () => {
        const napper = each.createTask(nap(eachLog, 'napper', 2));
        await nap(eachLog, 'program', 1);
        each.callSoon(() => eachLog.note('callback'));
        await napper;
        each.stop();
      };
      each.createTask(program());
      drive(each);
      return eachLog.entries;
    });
    expect(logs[0]).to.deep.equal([
      'program goes@0',
      'napper goes@0',
      'program wakes@1',
      'callback@1',
      'napper wakes@2',
    ]);
    expect(logs[1]).to.deep.equal(logs[0]);
  });

  describe('in the middle of an iteration', () => {
    function begin(): void {
      loop.callSoon(() => {
        log.note('a');
        loop.callSoon(note('scheduled by a'));
      });
      loop.callSoon(note('b'));
      loop.callSoon(note('c'));
      loop.step();
    }

    it('leaves the rest to runOnce, which runs that and no more', () => {
      begin();
      loop.runOnce();
      expect(log.entries).to.deep.equal(['a@0', 'b@0', 'c@0']);
    });

    it('leaves the rest to runForever, for which it is the first iteration', () => {
      begin();
      loop.stop();
      loop.runForever();
      expect(log.entries).to.deep.equal(['a@0', 'b@0', 'c@0']);
    });

    it('leaves the rest to runUntilComplete', () => {
      begin();
      loop.runUntilComplete(sleep(0));
      expect(log.entries).to.deep.equal(['a@0', 'b@0', 'c@0', 'scheduled by a@0']);
    });

    it('lets the loop be closed, which drops the rest', () => {
      begin();
      loop.close();
      expect(thrownBy(() => loop.step()).message).to.equal('Event loop is closed');
      expect(log.entries).to.deep.equal(['a@0']);
    });
  });

  describe('after stop', () => {
    it('runs what is ready, and lets no time pass', () => {
      loop.callSoon(() => {
        log.note('a');
        loop.stop();
      });
      loop.callSoon(note('b'));
      loop.callLater(1, note('timer'));
      while (loop.step());
      expect(log.entries).to.deep.equal(['a@0', 'b@0']);
    });
  });

  it('reports what the callback throws, and counts it as run', () => {
    const reports = collectReports(loop);
    loop.callSoon(() => {
      throw new Error('broken');
    });
    expect([loop.step(), reports.length, loop.step()]).to.deep.equal([true, 1, false]);
  });

  it('raises DeadlockError when tasks wait that nothing will wake, and is usable then', () => {
    const future = loop.createFuture<string>();
    const task = loop.createTask(
      (function* () {
        return yield* future;
      })(),
    );
    expect(loop.step()).to.equal(true);
    expect(() => loop.step()).to.throw(DeadlockError);
    future.setResult('woken');
    while (loop.step());
    expect(task.result()).to.equal('woken');
  });
});

function stepToTheEnd(loop: EventLoop): void {
  while (loop.step());
}

function* nap(log: Log, name: string, seconds: number) {
  log.note(`${name} goes`);
  yield* sleep(seconds);
  log.note(`${name} wakes`);
}
