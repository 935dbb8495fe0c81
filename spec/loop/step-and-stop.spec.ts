import { expect } from 'chai';
import { EventLoop } from '../../lib';

describe('EventLoop.step, when a callback calls stop', () => {
  it('still runs what was ready in that iteration, then gives false once, and goes on', () => {
    const loop = new EventLoop();
    const log: string[] = [];
    loop.callSoon(() => {
      log.push('a');
      loop.stop();
      loop.callSoon(() => log.push('c'));
    });
    loop.callSoon(() => log.push('b'));
    const steps = Array.from({ length: 4 }, () => loop.step());
    expect([steps, log]).to.deep.equal([
      [true, true, false, true],
      ['a', 'b', 'c'],
    ]);
  });
});
