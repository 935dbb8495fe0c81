import { expect } from 'chai';
import { EventLoop, KeyboardInterrupt } from '../../lib';
import { thrownBy } from '../support';
import { observe } from './observer-log';

describe('The observer of a loop is told of handles', () => {
  let loop: EventLoop;

  beforeEach(() => {
    loop = new EventLoop();
    loop.setExceptionHandler(() => {});
  });

  it('when they are scheduled and run, and when an iteration begins', () => {
    const log = observe(loop);
    loop.callSoon(function first() {
      loop.callSoon(function later() {});
    });
    loop.callSoon(function second() {});
    loop.runOnce();
    expect(log).to.deep.equal([
      'handleScheduled first',
      'handleScheduled second',
      'iterationBegun 2',
      'handleBegun first',
      'handleScheduled later',
      'handleEnded first',
      'handleBegun second',
      'handleEnded second',
    ]);
  });

  it('when time has passed, and timers are due', () => {
    const log = observe(loop);
    loop.callLater(2, function late() {});
    loop.callAt(1, function early() {});
    loop.runOnce();
    loop.runOnce();
    expect(log).to.deep.equal([
      'handleScheduled late@2',
      'handleScheduled early@1',
      'timeAdvanced 0',
      'timerDue early@1',
      'iterationBegun 1',
      'handleBegun early@1',
      'handleEnded early@1',
      'timeAdvanced 1',
      'timerDue late@2',
      'iterationBegun 1',
      'handleBegun late@2',
      'handleEnded late@2',
    ]);
  });

  it('when they are cancelled, as long as they know what they were to call', () => {
    const log = observe(loop);
    const handle = loop.callSoon(function never() {});
    const timer = loop.callLater(1, function noMore() {});
    for (const each of [handle, timer, timer]) each.cancel();
    expect(log.slice(2)).to.deep.equal(['handleCancelled never', 'handleCancelled noMore@1']);
  });

  it('which are passed over, in an iteration that counts them', () => {
    const log = observe(loop);
    loop.callSoon(function never() {}).cancel();
    loop.runOnce();
    expect(log.slice(2)).to.deep.equal(['iterationBegun 1']);
  });

  it('whose callback fails, as of others', () => {
    const log = observe(loop, (name) => name.startsWith('handle'));
    loop.callSoon(function fails() {
      throw new Error('no');
    });
    loop.runOnce();
    expect(log).to.deep.equal(['handleScheduled fails', 'handleBegun fails', 'handleEnded fails']);
  });

  it('by which somebody leaves the loop: they have ended, too', () => {
    const log = observe(loop, (name) => name.startsWith('handle'));
    loop.callSoon(function leaves() {
      throw new KeyboardInterrupt();
    });
    thrownBy(() => loop.runOnce());
    expect(log.slice(1)).to.deep.equal(['handleBegun leaves', 'handleEnded leaves']);
  });

  it('that are run in debug mode', () => {
    loop.setDebug(true);
    loop.slowCallbackDuration = Infinity;
    const log = observe(loop, (name) => name.startsWith('handle'));
    loop.callSoon(function slow() {
      loop.clock.advance(9);
    });
    loop.runOnce();
    expect(log).to.deep.equal(['handleScheduled slow', 'handleBegun slow', 'handleEnded slow']);
  });
});
