import { expect } from 'chai';
import { EventLoop } from '../../lib';
import { Log } from '../support';

describe('EventLoop.step after stop', () => {
  let loop: EventLoop;
  let log: Log;

  beforeEach(() => {
    loop = new EventLoop();
    log = new Log(loop);
    loop.callSoon(() => {
      log.note('stops');
      loop.stop();
      loop.callSoon(() => log.note('scheduled after stop'));
    });
    loop.callSoon(() => log.note('rest'));
    loop.callLater(1, () => log.note('timer'));
  });

  function steps(count: number): boolean[] {
    return Array.from({ length: count }, () => loop.step());
  }

  it('runs the iteration to its end, and no more', () => {
    expect([steps(3), log.entries]).to.deep.equal([
      [true, true, false],
      ['stops@0', 'rest@0'],
    ]);
  });

  it('goes on with the step after that', () => {
    expect([steps(6), log.entries]).to.deep.equal([
      [true, true, false, true, true, false],
      ['stops@0', 'rest@0', 'scheduled after stop@0', 'timer@1'],
    ]);
  });

  it('has taken note: a run that follows is not cut short', () => {
    steps(3);
    loop.callLater(5, () => loop.stop());
    loop.runForever();
    expect([log.entries.at(-1), loop.time()]).to.deep.equal(['timer@1', 5]);
  });
});
