import { expect } from 'chai';
import { type Clock, EventLoop, VirtualClock } from '../../lib';

describe('EventLoop.defaultClock', () => {
  const before = EventLoop.defaultClock;

  afterEach(() => {
    EventLoop.defaultClock = before;
  });

  it('makes the clock of a loop that is given none', () => {
    const clock: Clock = new VirtualClock(7);
    EventLoop.defaultClock = () => clock;
    expect(new EventLoop().clock).to.equal(clock);
  });

  it('is not asked where a clock is given', () => {
    const clock = new VirtualClock();
    EventLoop.defaultClock = () => {
      throw new Error('asked');
    };
    expect(new EventLoop({ clock }).clock).to.equal(clock);
  });

  it('can be that of a subclass alone', () => {
    class LateLoop extends EventLoop {
      static override defaultClock = (): Clock => new VirtualClock(100);
    }
    expect([new LateLoop().time(), new EventLoop().time()]).to.deep.equal([100, 0]);
  });
});
